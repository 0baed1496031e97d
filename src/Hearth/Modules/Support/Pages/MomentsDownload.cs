using System.Text;
using Hearth.Foundation.Access;
using Hearth.Foundation.Exports;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support.Queries;

namespace Hearth.Modules.Support.Pages;

/// <summary>The list of moments as a file: what the page shows, all of it, row by row as it comes from the database.</summary>
internal static class MomentsDownload
{
    private static readonly string[] Header =
    [
        "id",
        "day",
        "start",
        "program",
        "minutes",
        "how",
        "what it was",
        "people",
        "level",
        "late entry",
    ];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/o/{organization}/support.csv", WriteAsync).Allow(Role.Recorders);

    private static async Task WriteAsync(
        HttpContext http,
        Access access,
        ProgramList programList,
        ContactQuery contacts,
        TimeProvider clock
    )
    {
        var here = access.RequireOrganization();
        var programs = await programList.AllAsync(access);
        var filter = MomentsAddress.Read(http.Request.Query, programs, here.Today(clock));
        http.Response.ContentType = CsvSafe.ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{here.Slug}-moments.csv\"";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(true), 1 << 16);
        await writer.WriteAsync(CsvSafe.Line(Header));
        await foreach (var row in contacts.AllAsync(filter))
        {
            await writer.WriteAsync(
                CsvSafe.Line([
                    row.Id.ToString(),
                    row.Day,
                    row.TimeKnown ? here.Local(row.StartedAt) : null,
                    programs.FirstOrDefault(p => p.Id == row.ProgramId)?.Name,
                    row.Minutes,
                    SupportWords.Of(row.How),
                    SupportWords.Of(row.Kinds),
                    row.Headcount,
                    SupportWords.Of(row.Level),
                    row.IsLate,
                ])
            );
        }
    }
}
