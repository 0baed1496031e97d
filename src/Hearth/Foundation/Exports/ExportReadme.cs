using System.Globalization;
using System.Text;
using Hearth.Foundation.Access;

namespace Hearth.Foundation.Exports;

/// <summary>The text that explains an export to whoever opens the folder years later.</summary>
public static class ExportReadme
{
    public static string Text(
        OrganizationContext organization,
        IReadOnlyList<ExportedTable> tables,
        IReadOnlyDictionary<string, long> counts,
        ExportWish wish,
        DateTimeOffset at
    )
    {
        var text = new StringBuilder();
        Line(text, $"# {organization.Name}: everything it owns");
        Line(text, $"Written on {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, as it was at that moment.");
        Line(
            text,
            "**This folder holds names in readable form**, with everything else people have told the organization. It is for the organization itself. Keep it as you would keep a paper file with those names, hand nobody a part that they may not see, and delete it when it has served."
        );
        Line(
            text,
            wish.Confidential
                ? "Addresses that the organization keeps confidential **are included**, because that was asked for."
                : "Addresses that the organization keeps confidential are left out."
        );
        Line(
            text,
            "Each table is there twice: as CSV (UTF-8, for spreadsheets; a text that a spreadsheet would run as a formula has an apostrophe before it) and as JSON (exactly as it is). Keys, and what only serves to find a name without reading it, are not included. Personal notes and names in what the audit holds stay sealed."
        );
        foreach (var table in tables)
        {
            AddTable(text, table, counts[table.Name]);
        }
        return text.ToString().TrimEnd() + "\n";
    }

    private static void AddTable(StringBuilder text, ExportedTable table, long count)
    {
        Line(text, $"## {table.Name}");
        Line(
            text,
            $"{ColumnTexts.All.Of(table.Name)} {count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? "row" : "rows")}."
        );
        text.Append("| Column | Kind | What it says |\n|---|---|---|\n");
        foreach (var column in table.Columns)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {column.Name} | {column.Kind} | {ColumnTexts.All.Of(table.Name, column.Name)} |\n"
            );
        }
        text.Append('\n');
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
