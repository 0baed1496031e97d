using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>What was found in a file, as a biller reads it. What stands in the file cannot command the terminal.</summary>
internal static class X12FindingsText
{
    private const int Most = 20;

    public static void Write(TextWriter to, Summary summary)
    {
        Write(to, "Errors", summary.Errors);
        Write(to, "Warnings", summary.Warnings);
        if (summary.MoreFindings > 0)
        {
            to.WriteLine($"  And {summary.MoreFindings} findings more, which were counted and not kept.");
        }
    }

    private static void Write(TextWriter to, string what, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }
        to.WriteLine($"  {what}:");
        foreach (var finding in findings.Take(Most))
        {
            to.WriteLine(HarmlessText.Of($"    {Where(finding)}: {finding.Sentence} {finding.Next}"));
        }
        if (findings.Count > Most)
        {
            to.WriteLine($"    and {findings.Count - Most} more; --json lists them.");
        }
    }

    private static string Where(Finding finding)
    {
        var loop = finding.Loop.Length > 0 ? $", loop {finding.Loop}" : "";
        var claim = finding.Claim.Length > 0 ? $", claim {finding.Claim}" : "";
        return finding.Place.Ordinal > 0 ? $"Segment {finding.Place.Ordinal}{loop}{claim}" : "The file";
    }
}
