using System.Text;
using Hearth.Foundation.Exports;

namespace Hearth.Modules.Reports.Files;

/// <summary>A drawn report in one of the formats it leaves in.</summary>
internal static class ReportFile
{
    public static readonly string[] Formats = ["html", "csv", "json"];

    public static string ContentType(string format) =>
        format switch
        {
            "csv" => CsvSafe.ContentType,
            "json" => "application/json; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };

    public static string Name(ReportResult report, string format) =>
        $"{report.Organization.Slug}-{report.Definition.Id}-{report.Period.From:yyyy-MM-dd}-to-{report.Period.To:yyyy-MM-dd}.{format}";

    public static async Task<byte[]> WriteAsync(ReportResult report, string format, IServiceProvider services) =>
        format switch
        {
            "csv" => [.. CsvSafe.Mark, .. Encoding.UTF8.GetBytes(ReportCsv.Write(report))],
            "json" => Encoding.UTF8.GetBytes(ReportJson.Write(report)),
            _ => Encoding.UTF8.GetBytes(await ReportHtml.WriteAsync(report, services)),
        };
}
