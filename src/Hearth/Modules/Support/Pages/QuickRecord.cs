using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Forms;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support.Rules;
using Microsoft.AspNetCore.Antiforgery;

namespace Hearth.Modules.Support.Pages;

/// <summary>
/// One tap, one moment. A plain endpoint rather than a page: it is the hottest path of the house, and it answers with
/// nothing but the way back.
/// </summary>
internal static class QuickRecord
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/o/{organization}/support/quick", RecordAsync).Allow(Role.Recorders);
        routes.MapPost("/o/{organization}/support/{id:guid}/undo", UndoAsync).Allow(Role.Recorders);
    }

    private static async Task<IResult> RecordAsync(
        HttpContext http,
        Access access,
        IAntiforgery antiforgery,
        ContactLog log,
        ProgramList programs,
        TimeProvider clock
    )
    {
        if (!await FormToken.IsOursAsync(http, antiforgery))
        {
            return Results.BadRequest();
        }
        var form = await http.Request.ReadFormAsync();
        var organization = access.RequireOrganization();
        var program = await programs.FindAsync(access, form["program"].ToString());
        if (program is null || QuickButtons.Find(program.Model, form["kind"]) is not { } button)
        {
            return Results.BadRequest();
        }
        if (!TryCount(form["people"], out var headcount))
        {
            return Back(organization, program, "problem=count");
        }

        var outcome = await log.RecordAsync(
            new NewContact
            {
                Id = Guid.TryParse(form["id"], out var id) ? id : Ids.New(clock),
                ProgramId = program.Id,
                SiteId = button.Place == ContactPlace.OurPlace ? program.SiteId : null,
                Start = organization.Local(clock.GetUtcNow()),
                How = button.How,
                Place = button.Place,
                Kinds = button.Kinds,
                Headcount = headcount,
            },
            http.RequestAborted
        );
        return outcome.Succeeded
            ? Back(organization, program, $"recorded={outcome.Contact!.Id}&kind={button.Key}")
            : Back(organization, program, $"problem={outcome.Problems[0].Field}");
    }

    private static async Task<IResult> UndoAsync(
        Guid id,
        HttpContext http,
        Access access,
        IAntiforgery antiforgery,
        ContactLog log,
        ProgramList programs
    )
    {
        if (!await FormToken.IsOursAsync(http, antiforgery))
        {
            return Results.BadRequest();
        }
        var form = await http.Request.ReadFormAsync();
        var putBack = form["putback"] == "yes";
        var outcome = await log.UndoAsync(id, undone: !putBack, http.RequestAborted);
        if (form["return"] == "moment")
        {
            return Results.Redirect($"{access.RequireOrganization().Path}/support/{id}");
        }
        var program = await programs.FindAsync(access, form["program"].ToString());
        return Back(
            access.RequireOrganization(),
            program,
            outcome.Contact is null ? ""
                : putBack ? $"recorded={id}"
                : $"undone={id}"
        );
    }

    private static bool TryCount(string? text, out int count)
    {
        count = 1;
        return string.IsNullOrWhiteSpace(text)
            || (
                int.TryParse(
                    text,
                    NumberStyles.None | NumberStyles.AllowThousands,
                    CultureInfo.InvariantCulture,
                    out count
                ) && count is >= 1 and <= SupportContact.MostPeople
            );
    }

    private static IResult Back(OrganizationContext organization, SupportProgram? program, string query) =>
        new SeeOther($"{organization.Path}?program={program?.Slug}&{query}");

    private sealed record SeeOther(string Location) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = Location;
            return Task.CompletedTask;
        }
    }
}
