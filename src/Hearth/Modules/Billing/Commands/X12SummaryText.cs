using System.Globalization;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>A summary as a biller reads it. What stands in the file cannot command the terminal.</summary>
internal static class X12SummaryText
{
    public static void Write(TextWriter to, IEnumerable<(string File, Summary Summary)> summaries)
    {
        foreach (var (file, summary) in summaries)
        {
            to.WriteLine(HarmlessText.Of(X12Files.Name(file)));
            Write(to, summary);
            to.WriteLine();
        }
    }

    private static void Write(TextWriter to, Summary s)
    {
        Line(to, "Interchanges, groups, transactions", $"{s.Interchanges}, {s.Groups}, {s.Transactions}");
        Line(to, "Claims, service lines", $"{s.Claims:N0}, {s.Services:N0}");
        Line(to, "Charged", Money(s.ChargeCents));
        Line(to, "Charged on lines", Money(s.LineChargeCents));
        Line(to, "Paid on claims", Money(s.PaidCents));
        Line(to, "Provider-level adjustments", Money(s.PlbCents));
        Line(to, "Paid out (BPR)", Money(s.BprCents));
        foreach (var (code, cents) in s.AdjustmentCents)
        {
            Line(to, $"Adjusted {code}", Money(cents));
        }
        Line(to, "Adds up", s.Balanced ? "yes" : "no");
        X12FindingsText.Write(to, s);
    }

    private static void Line(TextWriter to, string name, FormattableString value) =>
        Line(to, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(TextWriter to, string name, string value) =>
        to.WriteLine(HarmlessText.Of($"  {name, -36}{value}"));

    private static string Money(long cents) => (cents / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
