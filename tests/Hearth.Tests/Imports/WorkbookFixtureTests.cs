using System.Globalization;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

/// <summary>The shapes of sheets that organizations keep, as workbooks: the same answers as their text form.</summary>
public sealed class WorkbookFixtureTests
{
    [Theory]
    [InlineData("warmline-log-cp1252.csv")]
    [InlineData("signin-sheet.tsv")]
    [InlineData("tally-wide.csv")]
    [InlineData("dropin-form-export.csv")]
    public void A_sheet_saved_as_a_workbook_says_what_its_text_says(string name)
    {
        using var file = File.OpenRead(Sheets.Fixture("contacts/" + name));
        var text = SheetSource.Open(file);
        var book = Books.Of([.. Sheets.Cells(text).Select(row => row.Select(cell => Typed(cell, name)).ToArray())]);
        using var workbook = Books.Open(book);
        Assert.Null(workbook.Refusal);

        var (textGuess, expected) = Sheets.Import(text, Sheets.Context);
        var (bookGuess, found) = Sheets.Import(workbook, Sheets.Context);
        Assert.DoesNotContain(bookGuess.Questions, question => question.MustAnswer);
        Assert.Equal(textGuess.Map.Kind, bookGuess.Map.Kind);
        Assert.Equal(textGuess.Map.HeaderSignature, bookGuess.Map.HeaderSignature);
        Assert.Equal(textGuess.Map.Columns, bookGuess.Map.Columns);
        // The keys too, so that a sheet which came as text is known again when it comes as a workbook.
        Assert.Equal(expected.Select(Said), found.Select(Said));
        Assert.True(found.Count(row => row.Contact is not null) >= 90);
    }

    private static string Said(ImportRow row) => $"{row.Number} {row.Skipped} {row.Problems.Count} {row.Contact}";

    // What a spreadsheet program makes of a cell as it is typed.
    private static object? Typed(string cell, string name)
    {
        if (cell.Length == 0)
            return null;
        if (name == "signin-sheet.tsv" && cell.StartsWith("3/", StringComparison.Ordinal))
            return Date(cell + "/2026", "M/d/yyyy", "m/d");
        if (name.StartsWith("warm", StringComparison.Ordinal) && cell.Count(c => c == '/') == 2)
            return Date(cell, "MM/dd/yy", "mm/dd/yy");
        if (double.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        foreach (
            var (written, shown) in (ReadOnlySpan<(string, string)>)
                [("H:mm", "h:mm"), ("h:mmtt", Books.Clock), ("M/d/yyyy h:mm:ss tt", Books.Moment)]
        )
        {
            if (
                DateTime.TryParseExact(
                    cell,
                    written,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.NoCurrentDateDefault,
                    out var at
                )
            )
                return new Shown(at.Year == 1 ? at.TimeOfDay.TotalDays : at.ToOADate(), shown);
        }
        return cell;
    }

    private static Shown Date(string cell, string written, string shown) =>
        new(DateTime.ParseExact(cell, written, CultureInfo.InvariantCulture).ToOADate(), shown);
}
