using System.IO.Compression;
using System.Text;
using Hearth.Modules.Imports.Files;

namespace Hearth.Tests.Imports;

public sealed class HostileWorkbookTests
{
    private static readonly byte[] Good = Books.Of(
        ["Date", "Name", "People"],
        [new Shown(Books.Serial(2026, 3, 4), Books.Day), "Blue", 3],
        [new Shown(Books.Serial(2026, 3, 5), Books.Day), "Ziggy", 4]
    );

    [Fact]
    public void A_torn_workbook_is_refused_and_no_row_of_it_counts()
    {
        Refused(Good[..(Good.Length / 2)], "This workbook is damaged");
        var parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["Date"],
                    ["a"],
                    ["b"],
                ]
            ),
        ]);
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]
            .Replace("</row></sheetData>", "", StringComparison.Ordinal);
        Refused(Books.Zip(parts), "This workbook is damaged");
        parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["Date"],
                ]
            ),
        ]);
        parts.Remove("xl/worksheets/sheet1.xml");
        Refused(Books.Zip(parts), "This workbook is damaged");
        parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["Date"],
                ]
            ),
        ]);
        parts["xl/sharedStrings.xml"] = "<sst/>";
        Refused(Books.Zip(parts), "This workbook is damaged");
    }

    [Theory]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>", "1,048,576 rows")]
    [InlineData("<row r=\"2147483648\"><c><v>1</v></c></row>", "damaged")]
    [InlineData("<row r=\"5\"><c><v>1</v></c></row><row r=\"5\"><c><v>1</v></c></row>", "damaged")]
    [InlineData("<row r=\"-1\"><c><v>1</v></c></row>", "damaged")]
    [InlineData("<row><c r=\"XFE1\"><v>1</v></c></row>", "16,384 columns")]
    [InlineData("<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>", "16,384 columns")]
    [InlineData("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "damaged")]
    [InlineData("<row><c t=\"s\"><v>99</v></c></row>", "damaged")]
    public void Rows_and_columns_that_no_spreadsheet_holds_are_refused(string rows, string why) =>
        Refused(WithRows(rows), why);

    [Fact]
    public void What_would_take_memory_or_time_without_end_is_refused()
    {
        Refused(WithRows($"<row>{Repeated(20_000, i => "<c><v>1</v></c>")}</row>"), "16,384 columns");
        Refused(WithRows($"<row><c t=\"str\"><v>{new string('x', 3 << 20)}</v></c></row>"), "a million letters");
        Refused(WithRows($"<row x=\"{new string('x', 3 << 20)}\"><c><v>1</v></c></row>"), "a million letters");
        Refused(WithRows(Repeated(11_000, i => $"<a{i}/>") + "<row><c><v>1</v></c></row>"), "10,000 names");
        Refused(WithRows(string.Concat(Enumerable.Repeat("<a>", 200))), "nests");
        Refused(
            WithRows(
                "<row><c t=\"str\"><v>&b;</v></c></row>",
                "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            ),
            "damaged"
        );
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (name, text) in Books
                    .Parts([
                        new(
                            "Sheet1",
                            [
                                ["Date"],
                            ]
                        ),
                    ])
                    .Where(p => p.Key != "xl/styles.xml")
            )
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
            using var bomb = zip.CreateEntry("xl/styles.xml", CompressionLevel.Fastest).Open();
            var blank = new byte[1 << 20];
            blank.AsSpan().Fill((byte)' ');
            bomb.Write("<styleSheet>"u8);
            for (var i = 0; i < 20; i++)
                bomb.Write(blank);
        }
        Refused(file.ToArray(), "unpacks to more than 16 MB");
    }

    [Fact]
    public void A_part_that_says_it_is_smaller_than_it_is_gives_no_more_than_it_says()
    {
        var book = Good.ToArray();
        // The size in the index, 24 bytes behind its mark.
        for (var at = 0; (at = IndexOf(book, "PK\u0001\u0002"u8, at)) >= 0; at++)
            book.AsSpan(at + 24, 4).Clear();
        using var source = Books.Open(book);
        Assert.NotNull(source.Refusal);
    }

    [Fact]
    public void An_index_of_countless_parts_is_refused_before_it_is_read()
    {
        var book = Good.ToArray();
        var end = IndexOf(book, "PK\u0005\u0006"u8, 0);
        byte[] padded = [.. book[..end], .. new byte[9 << 20], .. book[end..]];
        Refused(padded, "more parts");
    }

    [Fact]
    public void A_cell_longer_than_a_spreadsheet_holds_is_cut_and_its_row_is_to_mend()
    {
        using var source = Books.Open(
            WithRows($"<row><c t=\"str\"><v>2026-03-04</v></c><c t=\"str\"><v>{new string('x', 40_000)}</v></c></row>")
        );
        var row = Assert.Single(source.Rows());
        Assert.Equal((RowFlaw.TooLong, 32_767), (row.Flaw, row[1].Length));
    }

    [Fact]
    public void Files_under_another_name_are_known_by_what_they_are()
    {
        // A text that somebody called .xlsx is read as the text it is.
        using var text = SheetSource.Open(new MemoryStream("Date,Name\n2026-03-04,Blue\n"u8.ToArray()));
        Assert.Null(text.Refusal);
        Assert.Null(text.Sheet);
        Refused(Books.Zip([new("letter.txt", "Dear")]), "packed folder (.zip)");
        Refused(
            Books.Zip([new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), new("content.xml", "<a/>")]),
            "(.ods)"
        );
        Refused(Books.Zip([new("xl/workbook.bin", "x")]), "(.xlsb)");
        Refused(
            Books.Zip([
                new("[Content_Types].xml", "<Types/>"),
                new(
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                ),
                new("word/document.xml", "<document/>"),
            ]),
            "a document or slides"
        );
        Refused(Compound("EncryptedPackage"), "This workbook has a password");
        Refused(Compound("Workbook"), "old Excel workbook (.xls)");
        Refused(Compound("WordDocument"), "an old Office document");
    }

    [Fact]
    public void A_workbook_with_any_byte_changed_is_read_or_refused_and_never_breaks_off()
    {
        var seed = new Random(20_261_126);
        for (var i = 0; i < 3_000; i++)
        {
            var book = Good.ToArray();
            for (var change = 0; change <= i % 4; change++)
                book[seed.Next(book.Length)] = (byte)seed.Next(256);
            using var source = Books.Open(i % 10 == 0 ? book[..seed.Next(book.Length)] : book);
            foreach (var row in source.Rows())
                row.ToArray();
            Sheets.Import(source, Sheets.Context);
        }
    }

    [Fact]
    public void Parts_with_any_character_changed_are_read_or_refused_and_never_break_off()
    {
        var seed = new Random(20_261_127);
        var parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["Date", "Name"],
                    [new Shown(46_000, Books.Day), true],
                    [null, new Raw("inlineStr", "<is><t>a</t></is>")],
                ]
            ),
        ]);
        var names = parts.Keys.ToList();
        const string Letters = "<>/\"'= &;01aestvrc\u0001\uFFFF";
        for (var i = 0; i < 3_000; i++)
        {
            var name = names[seed.Next(names.Count)];
            var text = new StringBuilder(parts[name]);
            for (var change = 0; change <= i % 3; change++)
                text[seed.Next(text.Length)] = Letters[seed.Next(Letters.Length)];
            using var source = Books.Open(
                Books.Zip(new Dictionary<string, string>(parts) { [name] = text.ToString() })
            );
            Sheets.Import(source, Sheets.Context);
        }
    }

    private static void Refused(byte[] file, string why)
    {
        using var source = SheetSource.Open(new MemoryStream(file));
        var rows = source.Rows().Select(row => row.Number).ToList();
        Assert.True(source.Refusal is not null, $"{rows.Count} rows were read");
        Assert.Contains(why, source.Refusal, StringComparison.Ordinal);
        Assert.Matches("Nothing (of it was kept|was read)", source.Refusal);
        Assert.Empty(source.Rows());
        Assert.Empty(Sheets.Import(source, Sheets.Context).Rows);
    }

    private static byte[] WithRows(string rows, string before = "")
    {
        var parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["x"],
                ]
            ),
        ]);
        parts["xl/worksheets/sheet1.xml"] = $"{before}<worksheet><sheetData>{rows}</sheetData></worksheet>";
        return Books.Zip(parts);
    }

    private static string Repeated(int times, Func<int, string> piece) =>
        string.Concat(Enumerable.Range(0, times).Select(piece));

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> what, int from)
    {
        var at = bytes.AsSpan(from).IndexOf(what);
        return at < 0 ? -1 : from + at;
    }

    // The head and the directory of a file of streams, which is how Office kept everything before 2007.
    private static byte[] Compound(string stream)
    {
        var file = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        file[0x1E] = 9;
        file[0x30] = 2;
        Encoding.Unicode.GetBytes("Root Entry").CopyTo(file, 1536);
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 1664);
        return file;
    }
}
