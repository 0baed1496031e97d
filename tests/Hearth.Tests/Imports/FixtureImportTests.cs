using System.Text.Json;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

public sealed class FixtureImportTests
{
    [Fact]
    public void A_warm_line_log_in_windows_1252_counts_as_its_keeper_would()
    {
        var (guess, rows) = Import("warmline-log-cp1252.csv");
        Assert.DoesNotContain(guess.Questions, question => question.MustAnswer);
        Assert.DoesNotContain(rows, row => row.Problems.Count > 0);
        var contacts = Contacts(rows);
        Assert.Equal(540, contacts.Count);
        Assert.Equal(28, contacts.Count(contact => contact.Minutes is null));
        Assert.Equal(11503, contacts.Sum(contact => contact.Minutes ?? 0));
        // The answers say 26, but only 23 rows have an end that lies before their start; an end that nobody wrote shows nothing.
        Assert.Equal(23, contacts.Count(contact => contact.PastMidnight));
        Assert.Contains(contacts, contact => contact.Supporter == "Zoë");
        Assert.Equal(205, contacts.Count(contact => contact.FirstTime == true));
        Assert.All(contacts, contact => Assert.Equal(Hearth.Modules.Support.ContactHow.Phone, contact.How));
    }

    [Fact]
    public void A_sign_in_sheet_takes_its_year_from_the_title_and_leaves_the_total_out()
    {
        var (guess, rows) = Import("signin-sheet.tsv");
        Assert.DoesNotContain(guess.Questions, question => question.MustAnswer);
        var contacts = Contacts(rows);
        Assert.Equal(205, contacts.Count);
        Assert.All(contacts, contact => Assert.Equal(2026, contact.Date.Year));
        Assert.All(contacts, contact => Assert.True(contact.Minutes > 0));
        Assert.Single(rows, row => row.Skipped == SkipReason.Total);
        Assert.Equal(3, rows.Count(row => row.Skipped is SkipReason.Title or SkipReason.Blank));
        Assert.DoesNotContain(rows, row => row.Problems.Count > 0);
    }

    [Fact]
    public void A_monthly_tally_counts_only_days_on_which_somebody_came()
    {
        var contacts = Contacts(Import("tally-wide.csv").Rows);
        Assert.Equal(90, contacts.Count);
        Assert.Equal(1446, contacts.Sum(contact => contact.Headcount));
        Assert.All(contacts, contact => Assert.Equal((2026, 1), (contact.Date.Year, contact.Date.Month)));
        Assert.Equal(90, contacts.Select(contact => contact.Key).Distinct().Count());
    }

    [Fact]
    public void A_form_export_shows_its_blank_row_and_its_duplicate()
    {
        var (guess, rows) = Import("dropin-form-export.csv");
        Assert.DoesNotContain(guess.Questions, question => question.MustAnswer);
        Assert.Single(rows, row => row.Skipped == SkipReason.Blank);
        var contacts = Contacts(rows);
        Assert.Equal(313, contacts.Count);
        Assert.Equal(312, contacts.Select(contact => contact.Key).Distinct().Count());
        Assert.Equal(237, contacts.Count(contact => contact.PersonCode is not null));
        Assert.Equal(314, contacts.Count + rows.Count(row => row.Skipped == SkipReason.Blank));
    }

    public static TheoryData<string> Spectrum =>
        [
            "comma_in_quotes",
            "empty",
            "empty_crlf",
            "escaped_quotes",
            "json",
            "newlines",
            "newlines_crlf",
            "quotes_and_newlines",
            "simple",
            "simple_crlf",
            "utf8",
        ];

    [Theory, MemberData(nameof(Spectrum))]
    public void The_csv_spectrum_reads_as_its_json_says(string name)
    {
        using var file = File.OpenRead(Sheets.Fixture($"robust/csv-spectrum/csvs/{name}.csv"));
        var expected = JsonDocument.Parse(File.ReadAllText(Sheets.Fixture($"robust/csv-spectrum/json/{name}.json")));
        var rows = Sheets.Cells(SheetSource.Open(file)).Where(row => row.Any(cell => cell.Length > 0)).ToArray();
        Assert.Equal(expected.RootElement.GetArrayLength(), rows.Length - 1);
        foreach (var (row, want) in rows.Skip(1).Zip(expected.RootElement.EnumerateArray()))
        {
            Assert.Equal(want.EnumerateObject().Count(), row.Length);
            for (var i = 0; i < row.Length; i++)
                Assert.Equal(want.GetProperty(rows[0][i]).GetString(), row[i]);
        }
    }

    // Its JSON shows another telephone number than its CSV, so only the other cells are compared.
    [Fact]
    public void The_csv_spectrum_location_file_keeps_its_marks_and_its_letters()
    {
        using var file = File.OpenRead(Sheets.Fixture("robust/csv-spectrum/csvs/location_coordinates.csv"));
        var row = Sheets.Cells(SheetSource.Open(file))[1];
        Assert.Equal(["2095257564", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus"], row);
    }

    private static (MapGuess Guess, List<ImportRow> Rows) Import(string name)
    {
        using var file = File.OpenRead(Sheets.Fixture("contacts/" + name));
        return Sheets.Import(SheetSource.Open(file), Sheets.Context);
    }

    private static List<ImportedContact> Contacts(List<ImportRow> rows) =>
        [.. rows.Where(row => row.Contact is not null).Select(row => row.Contact!)];
}
