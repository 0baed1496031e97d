using System.Text;

namespace Hearth.X12.Tests;

/// <summary>What the check against the implementation guides says of a text.</summary>
internal static class Guided
{
    public static IEnumerable<string> Complaints(string text)
    {
        var summary = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary;
        return summary.Errors.Concat(summary.Warnings).Select(f => $"{f.Place.Ordinal} {f.Sentence}");
    }
}
