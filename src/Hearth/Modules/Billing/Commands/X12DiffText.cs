using System.Globalization;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>What differs, a line each, as a biller reads it. What stands in the files cannot command the terminal.</summary>
internal static class X12DiffText
{
    public static void Write(TextWriter to, Comparison comparison)
    {
        foreach (var difference in comparison.Differences)
        {
            to.WriteLine(HarmlessText.Of($"{string.Join(" > ", difference.Where)}: {What(difference)}"));
        }
        foreach (var sum in comparison.Sums)
        {
            to.WriteLine(
                HarmlessText.Of(
                    $"Sum over the file: {sum.Name} {Changed(Shown(sum, sum.Before), Shown(sum, sum.After))}"
                )
            );
        }
        to.WriteLine(
            comparison.Differences.Count switch
            {
                0 => "Both files say the same.",
                1 => "1 difference.",
                var count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} differences."),
            }
        );
    }

    private static string What(Difference difference) =>
        difference switch
        {
            { Field.Length: > 0 } => $"{difference.Field} {Changed(difference.Before, difference.After)}",
            { Change: Change.Added } => $"only in the second file{Of(difference.After)}",
            _ => $"only in the first file{Of(difference.Before)}",
        };

    private static string Changed(string? before, string? after) =>
        before is null ? $"is new: {after}"
        : after is null ? $"is gone: {before}"
        : $"was {before}, is {after}";

    private static string Of(string? gist) => gist is null ? "" : $" ({gist})";

    private static string Shown(SumDifference sum, long value) =>
        sum.IsMoney
            ? (value / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture)
            : value.ToString("N0", CultureInfo.InvariantCulture);
}
