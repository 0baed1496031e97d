using System.Globalization;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

public sealed class WorkbookTests
{
    [Fact]
    public void Dates_and_times_come_out_in_a_form_that_reads_one_way()
    {
        var rows = Books.Cells(
            Books.Of(
                ["Date", "In", "Stamp", "Length", "Over a day"],
                [
                    new Shown(Books.Serial(2026, 3, 4), Books.Day),
                    new Shown(9.25 / 24, Books.Clock),
                    new Shown(Books.Serial(2026, 3, 4, 21.5), Books.Moment),
                    new Shown(1.25 / 24, "[h]:mm"),
                    new Shown(26.5 / 24, "[h]:mm:ss"),
                ],
                [
                    new Shown(Books.Serial(2026, 3, 4, 9), "d. mmm yy"),
                    new Shown(Books.Serial(2026, 3, 4, 21.5), "hh:mm"),
                    new Shown(Books.Serial(2026, 3, 4), "[$-409]m/d/yy h:mm;@"),
                    new Shown(-1.0 / 24, "[hh]:mm"),
                    new Shown(0.5, "h \"hours\""),
                ]
            )
        );
        Assert.Equal(["2026-03-04", "09:15", "2026-03-04 21:30:00", "01:15:00", "26:30:00"], rows[1]);
        Assert.Equal(["2026-03-04", "21:30", "2026-03-04 00:00", "-01:00:00", "12:00"], rows[2]);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        object?[][] rows =
        [
            ["Date", "In"],
            [new Shown(Books.Serial(2026, 3, 4) - 1462, Books.Day), new Shown(0.5, Books.Clock)],
        ];
        Assert.Equal(
            ["2026-03-04", "12:00"],
            Books.Cells(Books.Zip(Books.Parts([new("Sheet1", rows)], since1904: true)))[1]
        );
    }

    [Theory]
    [InlineData(12.0, "General", "12")]
    [InlineData(100000.0, "General", "100000")]
    [InlineData(5551234567.0, "General", "5551234567")]
    [InlineData(0.1 + 0.2, "General", "0.3")]
    [InlineData(1e-7, "General", "0.0000001")]
    [InlineData(1e15, "General", "1000000000000000")]
    [InlineData(0.75, "0%", "75%")]
    [InlineData(0.125, "0.0%", "12.5%")]
    [InlineData(1234.0, "#,##0", "1234")]
    [InlineData(42.0, "0000", "0042")]
    [InlineData(3.0, "0 \"days\"", "3")]
    [InlineData(2.5, "[Red]0.0;-0.0", "2.5")]
    [InlineData(7.0, "0.00E+00", "7")]
    [InlineData(-1.0, "m/d/yyyy", "-1")]
    public void Numbers_come_out_as_they_are_meant(double number, string format, string expected) =>
        Assert.Equal(expected, Books.Cells(Books.Of([new Shown(number, format)]))[0][0]);

    [Fact]
    public void Numbered_formats_are_known_without_being_written_down()
    {
        Assert.Equal("2026-03-04", NumberFormat.Numbered(14).Show(Books.Serial(2026, 3, 4), since1904: false));
        Assert.Equal("09:00", NumberFormat.Numbered(20).Show(9 / 24.0, since1904: false));
        Assert.Equal("2026-03-04 09:00", NumberFormat.Numbered(22).Show(Books.Serial(2026, 3, 4, 9), since1904: false));
        Assert.Equal("50%", NumberFormat.Numbered(9).Show(0.5, since1904: false));
        Assert.Equal("30:00:00", NumberFormat.Numbered(46).Show(30 / 24.0, since1904: false));
        Assert.Equal("46085", NumberFormat.Numbered(0).Show(46085, since1904: false));
    }

    [Fact]
    public void Yes_and_no_formulas_and_texts_with_formats_are_what_they_show()
    {
        var rows = Books.Cells(
            Books.Of([
                true,
                false,
                new Raw("str", "<f>A1&amp;B1</f><v>Zoë &amp; مريم</v>"),
                new Raw("n", "<f>SUM(A1:A3)</f><v>12</v>"),
                new Raw(
                    "inlineStr",
                    "<is><r><rPr><b/></rPr><t>two </t></r><r><t>parts</t></r><rPh sb=\"0\" eb=\"1\"><t>read so</t></rPh></is>"
                ),
                new Raw("d", "<v>2026-03-04T09:15:00</v>"),
                new Raw("d", "<v>2026-03-04T00:00:00</v>"),
                "line\none, \"two\"",
                "a_x000D_b_x005F_x",
            ])
        );
        Assert.Equal(
            [
                "yes",
                "no",
                "Zoë & مريم",
                "12",
                "two parts",
                "2026-03-04 09:15:00",
                "2026-03-04",
                "line\none, \"two\"",
                "a\rb_x",
            ],
            rows[0]
        );
    }

    [Fact]
    public void Blank_rows_keep_their_numbers_and_empty_ends_are_left_off()
    {
        var rows = Books
            .Open(
                Books.OfSheets([
                    new BookSheet(
                        "Sheet1",
                        [
                            ["A merged title", null, ""],
                            [null],
                            [null],
                            [null, "B4", null],
                            [new Raw("n", "")],
                            [null],
                        ]
                    )
                    {
                        After = "<mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells>",
                    },
                ])
            )
            .Rows()
            .Select(row => (row.Number, row.Line, string.Join('|', row.ToArray())))
            .ToList();
        Assert.Equal([(1, 1, "A merged title"), (2, 2, ""), (3, 3, ""), (4, 4, "|B4")], rows);
    }

    [Fact]
    public void The_first_shown_sheet_with_rows_is_read_and_the_others_are_named()
    {
        var book = Books.OfSheets([
            new(
                "Notes",
                [
                    [null],
                ]
            ),
            new(
                "Lists",
                [
                    ["hidden"],
                ]
            )
            {
                State = "hidden",
            },
            new(
                "March",
                [
                    ["Date", "Name"],
                ]
            ),
            new(
                "April & May",
                [
                    ["Day", "Who"],
                ]
            ),
        ]);
        using var source = Books.Open(book);
        Assert.Equal("March", source.Sheet);
        Assert.Equal(["March", "April & May"], source.Sheets);
        Assert.Equal("log.xlsx (March)", source.NameOf("log.xlsx"));
        Assert.Contains(source.Notes(), note => note.Contains("not read: “April & May”", StringComparison.Ordinal));
        Assert.Equal(["Day", "Who"], Books.Cells(book, " april & MAY")[0]);
        Assert.Equal(["hidden"], Books.Cells(book, "Lists")[0]);
        using var missing = Books.Open(book, "June");
        Assert.Equal(
            "This workbook holds no sheet called “June”. Its sheets: “March”, “April & May”. Nothing was read. Name one of them.",
            missing.Refusal
        );
        Assert.Empty(missing.Rows());
    }

    [Fact]
    public void A_workbook_without_rows_says_what_it_hides()
    {
        using var empty = Books.Open(
            Books.OfSheets([
                new(
                    "Sheet1",
                    [
                        [null],
                    ]
                ),
            ])
        );
        Assert.Contains("No sheet of this workbook holds rows", empty.Refusal, StringComparison.Ordinal);
        using var hidden = Books.Open(
            Books.OfSheets([
                new(
                    "Secret",
                    [
                        ["a"],
                    ]
                )
                {
                    State = "veryHidden",
                },
            ])
        );
        Assert.Contains("Hidden: “Secret”", hidden.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_strict_form_and_prefixes_are_read_alike()
    {
        var parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["Date", new Shown(Books.Serial(2026, 3, 4), Books.Day)],
                ]
            ),
        ]);
        foreach (var name in parts.Keys.ToList())
        {
            parts[name] = parts[name]
                .Replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main",
                    StringComparison.Ordinal
                )
                .Replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                    StringComparison.Ordinal
                );
        }
        foreach (
            var name in new[] { "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml" }
        )
        {
            parts[name] = System
                .Text.RegularExpressions.Regex.Replace(parts[name], "<(/?)(?=[a-zA-Z])", "<$1x:")
                .Replace(" xmlns=", " xmlns:x=", StringComparison.Ordinal);
        }
        Assert.Equal(["Date", "2026-03-04"], Books.Cells(Books.Zip(parts))[0]);
    }

    [Fact]
    public void An_error_stops_a_row_where_it_matters_and_is_blank_elsewhere()
    {
        var error = new Raw("e", "<f>NA()</f><v>#N/A</v>");
        using var source = Books.Open(
            Books.Of(
                ["Date", "Name", "In", "Out", "What"],
                [
                    new Shown(Books.Serial(2026, 3, 4), Books.Day),
                    "Blue",
                    new Shown(9 / 24.0, Books.Clock),
                    new Shown(10 / 24.0, Books.Clock),
                    "coffee",
                ],
                [
                    new Shown(Books.Serial(2026, 3, 4), Books.Day),
                    error,
                    new Shown(9 / 24.0, Books.Clock),
                    new Shown(10 / 24.0, Books.Clock),
                    error,
                ],
                [error, "Ziggy", new Shown(9 / 24.0, Books.Clock), new Shown(10 / 24.0, Books.Clock), "ride"]
            )
        );
        var (guess, rows) = Sheets.Import(source, Sheets.Context, ("names", "KeepAsCode"));
        Assert.Contains(
            guess.Notes,
            note => note.StartsWith("3 cells show a spreadsheet's error", StringComparison.Ordinal)
        );
        Assert.Equal(["Blue", null], rows.Where(r => r.Contact is not null).Select(r => r.Contact!.PersonCode));
        Assert.Equal(Hearth.Modules.Support.SupportKinds.None, rows[2].Contact!.Kinds);
        var bad = Assert.Single(rows, row => row.Problems.Count > 0);
        Assert.Equal((4, "#N/A"), (bad.Number, bad.Problems[0].Found));
    }

    [Fact]
    public void Texts_past_what_is_kept_in_memory_are_still_found()
    {
        const int Rows = 60_000;
        var parts = Books.Parts([
            new(
                "Sheet1",
                [
                    ["x"],
                ]
            ),
        ]);
        var long300 = new string('é', 150);
        parts["xl/sharedStrings.xml"] =
            "<sst>" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"<si><t>{i} {long300}</t></si>")) + "</sst>";
        // Backwards, so that every window is missed.
        parts["xl/worksheets/sheet1.xml"] =
            "<worksheet><sheetData>"
            + string.Concat(Enumerable.Range(0, Rows).Select(i => $"<row><c t=\"s\"><v>{Rows - 1 - i}</v></c></row>"))
            + "</sheetData></worksheet>";
        using var source = Books.Open(Books.Zip(parts));
        var at = Rows;
        foreach (var row in source.Rows())
            Assert.Equal($"{--at} {long300}", row[0].ToString());
        Assert.Equal(0, at);
    }
}
