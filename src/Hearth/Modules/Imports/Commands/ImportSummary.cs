using System.Globalization;
using System.Text.Json;
using Hearth.Foundation.Audit;

namespace Hearth.Modules.Imports.Commands;

/// <summary>What an import came to, on standard output; what stopped it, on standard error.</summary>
internal static class ImportSummary
{
    private const int ProblemsShown = 10;

    private static readonly JsonSerializerOptions Json = new(AuditTrail.Json)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    /// <returns>The exit code: 0 when it landed, or would have.</returns>
    public static int Print(ImportAsk ask, ImportReport report, bool json, FileInfo? problems)
    {
        if (json)
        {
            PrintJson(ask, report);
        }
        else if (report.Refusal is null)
        {
            foreach (var line in Lines(ask, report))
            {
                Console.WriteLine(line);
            }
        }
        var stopped = report.Refusal ?? Stopped(ask, report, problems);
        if (stopped is null)
        {
            return 0;
        }
        Console.Error.WriteLine(stopped);
        return 1;
    }

    private static void PrintJson(ImportAsk ask, ImportReport report)
    {
        var c = report.Counts;
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    importId = report.Landed ? ask.ImportId : (Guid?)null,
                    dryRun = ask.DryRun,
                    landed = report.Landed,
                    refusal = report.Refusal,
                    sheetRows = c.SheetRows,
                    skippedRows = c.Skipped,
                    goodRows = c.Good,
                    badRows = c.Bad,
                    duplicates = c.Duplicates,
                    alreadyThere = c.AlreadyThere,
                    contacts = c.Contacts,
                    peopleCounted = c.People,
                    minutes = c.Minutes,
                    contactsWithCode = c.Coded,
                    newPeople = c.NewPeople,
                    newSupporters = c.NewSupporters,
                    problems = report.Problems.Select(p => new { row = p.Number, problems = p.Problems }),
                    duplicateRows = report.Repeats,
                },
                Json
            )
        );
    }

    private static IEnumerable<string> Lines(ImportAsk ask, ImportReport report)
    {
        var c = report.Counts;
        var kept =
            report.Landed ? "imported"
            : ask.DryRun ? "would be imported (dry run: nothing was kept)"
            : "ready, not imported";
        yield return $"{N(c.Contacts, "contact")} {kept}: {N(c.People, "person counted", "people counted")}, {N(c.Minutes, "minute")}.";
        if (c.Coded > 0)
        {
            yield return $"{N(c.Coded, "contact")} with a code; {N(c.NewPeople, "new person", "new people")}.";
        }
        if (c.NewSupporters > 0)
        {
            yield return $"{N(c.NewSupporters, "new supporter")}.";
        }
        yield return $"{N(c.SheetRows, "row")} in the sheet, {N(c.Skipped, "of them without a contact", "of them without a contact")}.";
        if (c.AlreadyThere > 0)
        {
            yield return $"{N(c.AlreadyThere, "row")} already there from an earlier import; not added again.";
        }
        if (c.Duplicates > 0)
        {
            yield return $"{N(c.Duplicates, "exact duplicate")} {(ask.KeepDuplicates ? "kept, as you said" : "left out (--keep-duplicates keeps them)")}:";
            foreach (var repeat in report.Repeats.Take(ProblemsShown))
            {
                yield return $"  row {repeat.SheetRow} says the same as row {repeat.SameAs}";
            }
        }
        if (c.Bad > 0)
        {
            yield return $"{N(c.Bad, "row with a problem", "rows with problems")}{(report.Landed ? ", left out" : "")}:";
            foreach (var row in report.Problems.Take(ProblemsShown))
            {
                var first = row.Problems[0];
                var column = first.Column.Length > 0 ? $", {first.Column}" : "";
                var found = first.Found.Length > 0 || column.Length > 0 ? $"“{first.Found}”. " : "";
                yield return $"  row {row.Number}{column}: {found}{first.Mend}";
            }
        }
    }

    private static string? Stopped(ImportAsk ask, ImportReport report, FileInfo? problems)
    {
        if (report.Counts.Bad == 0 || ask.SkipBad)
        {
            return null;
        }
        var where = problems is null
            ? "--problems OUT.csv writes them to a file to mend"
            : $"they are in {problems.Name} to mend";
        return $"{N(report.Counts.Bad, "row has a problem", "rows have problems")}, so nothing was imported: {where}; --skip-bad imports the others without them.";
    }

    private static string N(long count, string one, string? many = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";
}
