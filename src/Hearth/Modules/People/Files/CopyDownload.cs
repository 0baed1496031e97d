using Hearth.Foundation.Access;
using Hearth.Modules.People.Queries;

namespace Hearth.Modules.People.Files;

/// <summary>The copy as a file. Its name says nothing about whose it is; the read is logged like any other.</summary>
internal static class CopyDownload
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/o/{organization}/people/{id:guid}/copy.{form:regex(^(json|html)$)}", TakeAsync)
            .Allow(Role.Recorders);

    private static async Task<IResult> TakeAsync(
        Guid id,
        string form,
        HttpContext http,
        Access access,
        Folders folders,
        Demographics lists,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (
            await folders.OpenAsync(id, WhoLooked.CopyRead, mostLooks: WhoLooked.Most, cancel: cancel) is not { } folder
        )
        {
            return Results.NotFound();
        }
        http.Response.Headers.CacheControl = "no-store";
        var organization = access.RequireOrganization();
        var copy = new PersonCopy(folder, organization, lists, clock.GetUtcNow());
        var name = $"hearth-copy-{organization.Today(clock):yyyy-MM-dd}.{form}";
        return form == "json"
            ? Results.File(copy.ToJson(), "application/json", name)
            : Results.File(copy.ToHtml(), "text/html; charset=utf-8", name);
    }
}
