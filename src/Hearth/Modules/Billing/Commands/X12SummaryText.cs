using System.Globalization;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>A summary as a biller reads it.</summary>
internal static class X12SummaryText
{
    private const int MostFindings = 20;

    public static void Write(TextWriter to, IEnumerable<(string File, Summary Summary)> summaries)
    {
        foreach (var (file, summary) in summaries)
        {
            to.WriteLine(file == X12Files.StandardInput ? "Standard input" : file);
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
        Findings(to, "Errors", s.Errors);
        Findings(to, "Warnings", s.Warnings);
    }

    private static void Findings(TextWriter to, string what, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }
        to.WriteLine($"  {what}:");
        foreach (var finding in findings.Take(MostFindings))
        {
            var claim = finding.Claim.Length > 0 ? $", claim {finding.Claim}" : "";
            to.WriteLine($"    Segment {finding.Place.Ordinal}{claim}: {finding.Sentence} {finding.Next}");
        }
        if (findings.Count > MostFindings)
        {
            to.WriteLine($"    and {findings.Count - MostFindings} more; --json lists them.");
        }
    }

    private static void Line(TextWriter to, string name, FormattableString value) =>
        Line(to, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(TextWriter to, string name, string value) => to.WriteLine($"  {name, -36}{value}");

    private static string Money(long cents) => (cents / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
