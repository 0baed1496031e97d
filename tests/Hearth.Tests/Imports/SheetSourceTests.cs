using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearth.Modules.Imports.Files;

namespace Hearth.Tests.Imports;

public sealed class SheetSourceTests
{
    [Theory]
    [InlineData("a;b;c\n1,5;2;3\n2,5;x;y\n", ';')]
    [InlineData("a\tb\n1, and 2\t3\n", '\t')]
    [InlineData("a|b|c\n1|2|3\n", '|')]
    [InlineData("Title, with a comma\n\nDate;Name;In\n1/2/2026;Al;9:00\n1/3/2026;Bo;9:30\n", ';')]
    [InlineData("one\ntwo\nthree\n", ',')]
    public void The_delimiter_is_what_splits_the_sheet_evenly(string text, char expected) =>
        Assert.Equal(expected, Sheets.Of(text).Delimiter);

    [Fact]
    public void A_declared_separator_is_obeyed_and_is_not_a_row()
    {
        Assert.Equal(
            [
                ["a", "b"],
                ["1", "2;3"],
            ],
            Sheets.Cells("sep=,\r\na,b\r\n1,2;3\r\n")
        );
        Assert.Equal(["x,1", "y"], Sheets.Cells("sep=;\nx,1;y\n")[0]);
    }

    public static TheoryData<string, bool> Encodings =>
        new()
        {
            { "utf-8", true },
            { "utf-8", false },
            { "utf-16", true },
            { "utf-16", false },
            { "utf-16BE", true },
            { "utf-16BE", false },
            { "utf-32", true },
        };

    [Theory, MemberData(nameof(Encodings))]
    public void Unicode_is_read_with_and_without_its_mark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = "Date;Who\n3/1/2026;مريم\n3/2/2026;小林 Zoë\n";
        var bytes = encoding.GetBytes(text);
        var source = SheetSource.Open(new MemoryStream(mark ? [.. encoding.GetPreamble(), .. bytes] : bytes));
        Assert.Equal(
            [
                ["Date", "Who"],
                ["3/1/2026", "مريم"],
                ["3/2/2026", "小林 Zoë"],
            ],
            Sheets.Cells(source)
        );
    }

    [Fact]
    public void An_accent_on_the_last_page_of_a_long_windows_file_is_still_found()
    {
        var text = string.Concat(Enumerable.Repeat("1;plain\n", 50_000)) + "2;Zoë – café\n";
        var source = Sheets.Of(text, TextEncodings.Windows1252);
        Assert.Equal(1252, source.Encoding.CodePage);
        Assert.Equal("Zoë – café", source.Rows().Select(row => row[1].ToString()).Last());
    }

    [Fact]
    public void Every_line_end_ends_a_line_even_mixed()
    {
        Assert.Equal(
            [
                ["a", "b"],
                ["1", "2"],
                ["3", "4"],
                [""],
                ["5", "6"],
            ],
            Sheets.Cells("a,b\r1,2\r\n3,4\n\r5,6")
        );
        Assert.Equal([1L, 2, 3, 4, 5], Sheets.Of("a,b\r1,2\r\n3,4\n\r5,6").Rows().Select(row => row.Line));
    }

    [Fact]
    public void A_quotation_mark_that_never_closes_costs_no_other_row()
    {
        var rows = Sheets.Cells("d,n,w\n1,\"Big Mike,x\n2,Al,y\n3,\"Food, clothes\",z\n4,Bo,\"q\"\n");
        Assert.Equal(
            [
                ["d", "n", "w"],
                ["1", "\"Big Mike", "x"],
                ["2", "Al", "y"],
                ["3", "Food, clothes", "z"],
                ["4", "Bo", "q"],
            ],
            rows
        );
        Assert.Equal(["1", "\"x", "y"], Sheets.Cells("a,b,c\n1,\"x,y\n2,3,4\n")[1]);
    }

    [Fact]
    public void Quotes_inside_words_and_lines_inside_cells_are_kept()
    {
        Assert.Equal(["1", "say \"hi\" now", "2"], Sheets.Cells("a,b,c\n1,\"say \"hi\" now\",2\n")[1]);
        var rows = Sheets
            .Of("a,b\n\"one\ntwo\r\nthree\",x\n2,y\n")
            .Rows()
            .Select(row => (row.Line, row[0].ToString()))
            .ToList();
        Assert.Equal([(1, "a"), (2, "one\ntwo\r\nthree"), (5, "2")], rows);
    }

    [Fact]
    public void Nulls_are_left_out_and_a_cell_without_end_is_bounded()
    {
        Assert.Equal(["a", "bc"], Sheets.Cells("a,b\0c\n")[0]);
        var rows = Sheets
            .Of("a,b\n" + new string('x', 3_000_000) + "\n1,2\n")
            .Rows()
            .Select(row => (row.Flaw, row.Number, row.Line, row[0].Length))
            .ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(RowFlaw.TooLong, rows[1].Flaw);
        Assert.InRange(rows[1].Length, 1, 1_000_000);
        Assert.Equal((RowFlaw.None, 3, 3L, 1), rows[2]);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("PK\u0003\u0004...", "damaged")]
    [InlineData("<html><table>", "web page")]
    [InlineData(" \n \n", "no rows")]
    public void A_file_that_is_no_sheet_says_so(string text, string words)
    {
        Assert.Contains(words, Sheets.Of(text).Refusal, StringComparison.Ordinal);
        Assert.Empty(Sheets.Of(text).Rows());
    }

    private static readonly Gen<string> Cell = Gen.Elements(
        "",
        "a",
        "7",
        "Zoë",
        "x, y",
        "semi;colon",
        "tab\there",
        "pipe|",
        "say \"hi\"",
        "two\nlines",
        "two\r\nlines",
        " space ",
        "'=1+1",
        "3/4/2026",
        "\""
    );

    private static readonly Gen<(string[][] Rows, char Delimiter, string LineEnd, string Encoding)> Sheet =
        from columns in Gen.Choose(2, 6)
        from rows in Gen.ArrayOf(Gen.ArrayOf(Cell, columns)).Where(rows => rows.Length is > 0 and < 40)
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from encoding in Gen.Elements("utf-8", "utf-16", "utf-16BE", "windows-1252")
        select (rows, delimiter, lineEnd, encoding);

    [Fact]
    public void What_is_written_with_any_delimiter_encoding_and_line_end_is_read_back() =>
        Prop.ForAll(
                Arb.From(Sheet),
                sheet =>
                {
                    var header = sheet.Rows[0].Select((_, i) => $"Column {i}").ToArray();
                    var rows = sheet.Rows.Prepend(header).ToArray();
                    var text = string.Concat(
                        rows.Select(row => string.Join(sheet.Delimiter, row.Select(Quoted)) + sheet.LineEnd)
                    );
                    var encoding =
                        sheet.Encoding == "windows-1252"
                            ? TextEncodings.Windows1252
                            : Encoding.GetEncoding(sheet.Encoding);
                    byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
                    var source = SheetSource.Open(new MemoryStream(bytes), sheet.Delimiter);
                    Assert.Equal(rows, Sheets.Cells(source));
                    Assert.Equal(rows, Sheets.Cells(SheetSource.Open(new DripStream(bytes), sheet.Delimiter)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Random_bytes_never_throw() =>
        Prop.ForAll(
                Arb.From(
                    Gen.ArrayOf(Gen.Choose(0, 255)).Select(numbers => numbers.Select(number => (byte)number).ToArray())
                ),
                bytes =>
                {
                    foreach (
                        var start in (byte[][])
                            [
                                [],
                                [0xFF, 0xFE],
                                "PK\u0003\u0004"u8.ToArray(),
                                "Date,In,Out\n"u8.ToArray(),
                            ]
                    )
                    {
                        var source = SheetSource.Open(new MemoryStream([.. start, .. bytes]));
                        foreach (var row in source.Rows())
                            row.ToArray();
                        Sheets.Import(source, Sheets.Context);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Gives one byte at a time.</summary>
    private sealed class DripStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
