using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Hearth.Modules.Imports.Files;

namespace Hearth.Tests.Imports;

/// <summary>A number with the format it is shown in.</summary>
internal sealed record Shown(double Value, string Format);

/// <summary>A cell as its XML has it, for what is not written the usual way.</summary>
internal sealed record Raw(string Type, string Inside);

/// <summary>One sheet of a made workbook; cells are text, numbers, yes or no, <see cref="Shown"/>, <see cref="Raw"/> or null.</summary>
internal sealed record BookSheet(string Name, object?[][] Rows)
{
    public string State { get; init; } = "visible";

    /// <summary>What stands behind the rows, such as merged cells.</summary>
    public string After { get; init; } = "";
}

/// <summary>Workbooks as spreadsheet programs write them, put together part by part.</summary>
internal static class Books
{
    public const string Day = "m/d/yyyy";
    public const string Clock = "h:mm AM/PM";
    public const string Moment = "m/d/yyyy h:mm:ss";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Of(params object?[][] rows) => OfSheets(new BookSheet("Sheet1", rows));

    public static byte[] OfSheets(params BookSheet[] sheets) => Zip(Parts(sheets));

    public static SheetSource Open(byte[] book, string? sheet = null) =>
        SheetSource.Open(new MemoryStream(book), null, sheet);

    public static string[][] Cells(byte[] book, string? sheet = null) => Sheets.Cells(Open(book, sheet));

    public static double Serial(int year, int month, int day, double hours = 0) =>
        new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).ToOADate() + (hours / 24);

    public static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    public static Dictionary<string, string> Parts(IReadOnlyList<BookSheet> sheets, bool since1904 = false)
    {
        var formats = new List<string>();
        var strings = new List<string>();
        var parts = new Dictionary<string, string>();
        for (var i = 0; i < sheets.Count; i++)
            parts[$"xl/worksheets/sheet{i + 1}.xml"] = Sheet(sheets[i], formats, strings);
        parts["xl/sharedStrings.xml"] =
            $"<sst xmlns=\"{Main}\">{string.Concat(strings.Select(s => $"<si><t xml:space=\"preserve\">{Escaped(s)}</t></si>"))}</sst>";
        parts["xl/styles.xml"] =
            $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId=\"{170 + i}\" formatCode=\"{Escaped(f)}\"/>"))}</numFmts>"
            + $"<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{170 + i}\"/>"))}</cellXfs></styleSheet>";
        parts["xl/workbook.xml"] =
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(since1904 ? 1 : 0)}\"/><sheets>"
            + string.Concat(
                sheets.Select(
                    (s, i) =>
                        $"<sheet name=\"{Escaped(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>"
                )
            )
            + "</sheets></workbook>";
        parts["xl/_rels/workbook.xml.rels"] =
            $"<Relationships xmlns=\"{Package}\">"
            + string.Concat(
                sheets.Select((_, i) => Relation($"rId{i + 1}", "worksheet", $"/xl/worksheets/sheet{i + 1}.xml"))
            )
            + Relation("s1", "sharedStrings", "sharedStrings.xml")
            + Relation("s2", "styles", "styles.xml")
            + "</Relationships>";
        parts["_rels/.rels"] =
            $"<Relationships xmlns=\"{Package}\">{Relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>";
        parts["[Content_Types].xml"] =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
        return parts;
    }

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/>";

    private static string Sheet(BookSheet sheet, List<string> formats, List<string> strings)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            // A row of nothing is not written at all, as programs leave it out.
            if (sheet.Rows[r].All(cell => cell is null))
                continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < sheet.Rows[r].Length; c++)
            {
                if (sheet.Rows[r][c] is { } cell)
                    xml.Append(Cell($"{Letters(c)}{r + 1}", cell, formats, strings));
            }
            xml.Append("</row>");
        }
        return xml.Append("</sheetData>").Append(sheet.After).Append("</worksheet>").ToString();
    }

    private static string Cell(string at, object cell, List<string> formats, List<string> strings) =>
        cell switch
        {
            string text => $"<c r=\"{at}\" t=\"s\"><v>{IndexOf(strings, text)}</v></c>",
            bool yes => $"<c r=\"{at}\" t=\"b\"><v>{(yes ? 1 : 0)}</v></c>",
            Shown shown =>
                $"<c r=\"{at}\" s=\"{IndexOf(formats, shown.Format) + 1}\"><v>{shown.Value.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
            Raw raw => $"<c r=\"{at}\" t=\"{raw.Type}\">{raw.Inside}</c>",
            IFormattable number => $"<c r=\"{at}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };

    private static int IndexOf(List<string> among, string text)
    {
        if (!among.Contains(text))
            among.Add(text);
        return among.IndexOf(text);
    }

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
