using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

// Live memory is the whole process's, so nothing else may run beside this.
[CollectionDefinition(nameof(ImportMemoryTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

[Collection(nameof(ImportMemoryTests))]
public sealed class ImportMemoryTests
{
    [Fact]
    public void A_long_workbook_with_texts_of_its_own_takes_no_more_memory_than_a_short_one()
    {
        const int Rows = 60_000;
        using var source = Books.Open(
            Books.Zip(
                new Dictionary<string, string>(
                    Books.Parts([
                        new(
                            "Sheet1",
                            [
                                ["x"],
                            ]
                        ),
                    ])
                )
                {
                    ["xl/sharedStrings.xml"] =
                        $"<sst>{string.Concat(Enumerable.Range(0, Rows).Select(i => $"<si><t>{(i == 0 ? "What was said" : $"{i} talked about the garden, the bus, a form and a long walk by the river")}</t></si>"))}</sst>",
                    ["xl/worksheets/sheet1.xml"] =
                        "<worksheet><sheetData><row><c t=\"str\"><v>Date</v></c><c t=\"s\"><v>0</v></c></row>"
                        + string.Concat(
                            Enumerable
                                .Range(1, Rows - 1)
                                .Select(i => $"<row><c t=\"str\"><v>2026-03-14</v></c><c t=\"s\"><v>{i}</v></c></row>")
                        )
                        + "</sheetData></worksheet>",
                }
            )
        );
        long early = 0,
            late = 0;
        foreach (var row in source.Rows())
        {
            if (row.Number == 5_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (row.Number == Rows)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }
        Assert.InRange(late - early, long.MinValue, 1 << 20);
        Assert.NotEqual(0, late);
    }

    [Fact]
    public void A_million_rows_take_no_more_memory_than_a_few()
    {
        var source = SheetSource.Open(
            new RepeatingStream("Date,Name,In,Out\n", "2026-03-14,somebody,9:00 am,10:15 am\n", 60_000)
        );
        var map = MapGuess.From(source, Sheets.Context).Map;
        long early = 0,
            late = 0,
            contacts = 0;
        foreach (var row in ContactRows.Read(source, map, Sheets.Context))
        {
            if (row.Contact is not null)
                contacts++;
            if (row.Number == 5_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (row.Number == 60_000)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }
        Assert.Equal(60_000, contacts);
        Assert.InRange(late - early, long.MinValue, 1 << 20);
    }
}
