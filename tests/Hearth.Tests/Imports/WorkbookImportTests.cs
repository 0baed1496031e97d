using Hearth.Foundation;
using Hearth.Modules.Imports;
using Hearth.Modules.Imports.Files;

namespace Hearth.Tests.Imports;

/// <summary>A workbook lands as its text would: whole or not at all, and never twice.</summary>
public sealed class WorkbookImportTests
{
    private static object?[] Row(int day, double hour, int people) =>
        [
            new Shown(Books.Serial(2026, 3, day), Books.Day),
            new Shown(hour / 24, Books.Clock),
            new Shown((hour + 1) / 24, Books.Clock),
            people,
        ];

    private static readonly object?[] Header = ["Date", "In", "Out", "People"];

    [Fact]
    public async Task The_same_rows_as_text_and_as_a_workbook_are_brought_in_once()
    {
        await using var house = await ImportHouse.OpenAsync();
        var book = Books.Of(Header, Row(4, 9, 2), Row(5, 13.25, 1));
        var dry = await house.ImportAsync(new MemoryStream(book), ask => ask with { DryRun = true });
        Assert.Equal((false, 2, 0L), (dry.Landed, dry.Counts.Contacts, await house.ContactsAsync()));
        var first = await house.ImportAsync(new MemoryStream(book));
        Assert.Equal(
            (true, 2, 3L, 120L),
            (first.Landed, first.Counts.Contacts, first.Counts.People, first.Counts.Minutes)
        );
        var again = await house.ImportAsync(
            "Date,In,Out,People\n2026-03-04,9:00 AM,10:00 AM,2\n5 Mar 2026,1:15 pm,2:15 pm,1\n"
        );
        Assert.Equal((0, 2), (again.Counts.Contacts, again.Counts.AlreadyThere));
        var longer = await house.ImportAsync(new MemoryStream(Books.Of(Header, Row(6, 8, 1), Row(4, 9, 2))));
        Assert.Equal((1, 1), (longer.Counts.Contacts, longer.Counts.AlreadyThere));
    }

    [Fact]
    public async Task One_bad_row_holds_the_workbook_back_and_is_written_to_be_mended()
    {
        await using var house = await ImportHouse.OpenAsync();
        var problems = new StringWriter();
        var book = Books.Of(Header, Row(4, 9, 2), [new Raw("e", "<v>#REF!</v>"), new Shown(0.5, Books.Clock), null, 1]);
        var held = await house.ImportAsync(new MemoryStream(book), problems: problems);
        Assert.Equal((false, 1, 0L), (held.Landed, held.Counts.Bad, await house.ContactsAsync()));
        Assert.Equal((3, "#REF!"), (held.Problems[0].Number, held.Problems[0].Problems[0].Found));
        Assert.Contains("#REF!,12:00", problems.ToString(), StringComparison.Ordinal);
        var skipped = await house.ImportAsync(new MemoryStream(book), ask => ask with { SkipBad = true });
        Assert.Equal((true, 1), (skipped.Landed, skipped.Counts.Contacts));
        var mended = await house.ImportAsync(
            problems.ToString().Replace("#REF!,12:00", "2026-03-05,12:00", StringComparison.Ordinal)
        );
        Assert.Equal((1, 2L), (mended.Counts.Contacts, await house.ContactsAsync()));
    }

    [Fact]
    public async Task A_workbook_torn_behind_its_good_rows_brings_in_none_of_them()
    {
        await using var house = await ImportHouse.OpenAsync();
        var good = new BookSheet(
            "Log",
            [Header, .. Enumerable.Range(0, 3000).Select(i => Row(1 + (i % 28), i % 20, 1))]
        );
        var parts = Books.Parts([good]);
        var sheet = parts["xl/worksheets/sheet1.xml"];
        parts["xl/worksheets/sheet1.xml"] = sheet[..(sheet.Length - 200)];
        var torn = new MemoryStream(Books.Zip(parts));
        var report = await house.AsAsync<ContactImport, ImportReport>(async import =>
        {
            using var whole = Books.Open(Books.OfSheets(good));
            var map = (await import.GuessAsync(whole)).Map with { FixedProgram = "drop-in" };
            using var source = SheetSource.Open(torn);
            Assert.Null(source.Refusal);
            return await import.RunAsync(
                source,
                new ImportAsk(Ids.New(ImportHouse.Now), map, new SheetFile("torn.xlsx", new byte[32], torn.Length))
                {
                    KeepDuplicates = true,
                    SkipBad = true,
                }
            );
        });
        Assert.False(report.Landed);
        Assert.Contains("This workbook is damaged", report.Refusal, StringComparison.Ordinal);
        Assert.Equal(0, await house.ContactsAsync());
        Assert.Equal(0, await house.ValueAsync<long>("select count(*) from imports"));
    }
}
