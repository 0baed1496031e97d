using System.Reflection;
using Hearth.Modules.Reports.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Hearth.Modules.Reports.Files;

/// <summary>A drawn report as one file that loads nothing and prints cleanly: the same words as the page.</summary>
internal static class ReportHtml
{
    internal static string Style { get; } = ReadStyle();

    public static async Task<string> WriteAsync(ReportResult report, IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(ReportDocument.Report)] = report }
            );
            return (await renderer.RenderComponentAsync<ReportDocument>(parameters)).ToHtmlString();
        });
    }

    private static string ReadStyle()
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("Hearth.Modules.Reports.Files.paper.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
