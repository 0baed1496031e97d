using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

public sealed class ProblemFileTests
{
    private static string Problems(string text, ContactMap? map = null)
    {
        var source = Sheets.Of(text);
        map ??= MapGuess.From(source, Sheets.Context).Map;
        var writer = new StringWriter();
        using var file = new ProblemFile(writer, source, map);
        foreach (var row in ContactRows.Read(source, map, Sheets.Context))
            file.Add(row);
        return writer.ToString();
    }

    [Fact]
    public void It_names_the_row_the_column_and_how_to_mend_it()
    {
        var cells = Sheets.Cells(
            Problems("Date,In,Name\n2026-03-14,9:00,Al\n2026-03-15,nine,Bo\n2026-02-30,9:00,Cy\n")
        );
        Assert.Equal(
            [
                "Hearth: row",
                "Hearth: column",
                "Hearth: found",
                "Hearth: expected",
                "Hearth: how to mend",
                "Date",
                "In",
                "Name",
            ],
            cells[0]
        );
        Assert.Equal(["3", "In", "nine", "A time of day"], cells[1][..4]);
        Assert.Equal("Bo", cells[1][7]);
        Assert.Equal("4", cells[2][0]);
        Assert.Equal(3, cells.Length);
    }

    [Fact]
    public void Mended_it_imports_as_the_row_would_have()
    {
        var whole =
            "The House\nMarch 2026\nDate,In,Name,Note\n3/14,9:00,Al,=1+1\n,9:30,Bo,-x\n3/15,nine,Cy,'=2\n3/15,10:00,\"O'Neil\",'plain\n";
        var map = MapGuess.From(Sheets.Of(whole), Sheets.Context).Map with { BlankDateMeansAbove = true };
        var file = Problems(whole, map);
        Assert.Contains("''=2", file, StringComparison.Ordinal);
        var source = Sheets.Of(file.Replace(",nine,", ",9:00,", StringComparison.Ordinal));
        var again = MapGuess.From(source, Sheets.Context, map);
        var mended = Assert
            .Single(ContactRows.Read(source, again.Map, Sheets.Context), row => row.Contact is not null)
            .Contact!;
        var right = Sheets.Of(whole.Replace("nine", "9:00", StringComparison.Ordinal));
        Assert.Contains(
            mended.Key,
            ContactRows
                .Read(right, map, Sheets.Context)
                .Where(row => row.Contact is not null)
                .Select(row => row.Contact!.Key)
        );
    }

    [Theory]
    [
        InlineData("=cmd|' /C calc'!A0"),
        InlineData("+1+1"),
        InlineData("-2+3"),
        InlineData("@SUM(A1)"),
        InlineData("'=1"),
        InlineData("''-1")
    ]
    public void No_cell_would_run_as_a_formula_and_none_is_changed_for_good(string cell)
    {
        var text = $"Date,In,Note\nbad date,9:00,\"{cell}\"\n2026-03-14,9:00,\"{cell}\"\n";
        var file = Problems(text);
        Assert.DoesNotContain(
            Sheets.Cells(file).SelectMany(row => row),
            kept => kept.Length > 0 && "=+-@\t\r".Contains(kept[0])
        );
        var mended = Sheets.Contacts(file.Replace("bad date", "2026-03-14", StringComparison.Ordinal));
        Assert.Equal(Sheets.Contacts(text)[0].Key, Assert.Single(mended).Key);
    }

    [Fact]
    public void A_tallys_bad_cells_become_rows_to_mend()
    {
        var file = Problems("January 2026,1,2,3,4,5,6\nLunch,4,many,5,1,1,2\n");
        Assert.Equal(["2026-01-02", "Lunch", "many"], Sheets.Cells(file)[1][5..]);
        var mended = Assert.Single(
            Sheets.Contacts(
                file.Replace("many", "9", StringComparison.Ordinal).Replace(",9,A", ",x,A", StringComparison.Ordinal)
            )
        );
        var whole = Sheets.Contacts("January 2026,1,2,3,4,5,6\nLunch,4,9,5,1,1,2\n");
        Assert.Contains(mended.Key, whole.Select(contact => contact.Key));
    }
}
