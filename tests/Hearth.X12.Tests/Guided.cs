using System.Text;

namespace Hearth.X12.Tests;

/// <summary>What the check against the implementation guides says of a text.</summary>
internal static class Guided
{
    public static IEnumerable<string> Complaints(string text)
    {
        var summary = Summarize(text);
        return summary.Errors.Concat(summary.Warnings).Select(Shown);
    }

    public static IEnumerable<string> Errors(string text) => Summarize(text).Errors.Select(Shown);

    private static Summary Summarize(string text) =>
        Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary;

    private static string Shown(Finding finding) => $"{finding.Place.Ordinal} {finding.Sentence}";
}
