using System.Text;
using Hearth.Foundation.Access;
using Hearth.Modules.Reports.Files;
using Hearth.Modules.Reports.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Hearth.Modules.Reports.Pages;

/// <summary>The page's report as a file: the same period rules, the same numbers.</summary>
internal static class ReportDownload
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/o/{organization}/reports/{name}/take/{format:regex(^(html|csv|json)$)}", TakeAsync)
            .Allow(Role.Recorders | Role.BoardViewer | Role.FunderViewer);
        routes.MapGet("/o/{organization}/reports/{name}/definition.yaml", DefinitionAsync).Allow(Role.Recorders);
    }

    private static async Task<IResult> TakeAsync(
        string name,
        string format,
        string? from,
        string? to,
        Access access,
        ReportCatalog catalog,
        Reporting reporting,
        ReportDraws draws,
        TimeProvider clock,
        [FromServices] IServiceProvider services
    )
    {
        if (await catalog.FindAsync(access, name) is not { } definition)
        {
            return Results.NotFound();
        }
        var asked = AskedPeriod.Of(access, definition, from, to, access.RequireOrganization().Today(clock));
        var report = await reporting.DrawAsync(access, definition, asked.Period);
        var bytes = await ReportFile.WriteAsync(report, format, services);
        await draws.NoteAsync(access, report, format);
        return Results.File(bytes, ReportFile.ContentType(format), ReportFile.Name(report, format));
    }

    private static async Task<IResult> DefinitionAsync(string name, Access access, ReportCatalog catalog) =>
        await catalog.FindAsync(access, name) is { } definition
            ? Results.File(
                Encoding.UTF8.GetBytes(DefinitionWriter.Write(definition)),
                "application/yaml; charset=utf-8",
                name + ".yaml"
            )
            : Results.NotFound();
}
