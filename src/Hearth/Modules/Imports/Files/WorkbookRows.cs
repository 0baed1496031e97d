using System.Globalization;
using System.Xml;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// The rows of one sheet as text, each lent in turn. Dates come as year-month-day, times as 24 hours, yes and no as words,
/// formulas as what they last came to, errors as they are shown.
/// </summary>
internal sealed class WorkbookRows(Workbook book, WorkbookSheet sheet) : IDisposable
{
    private readonly XmlReader xml = book.Read(sheet);
    private readonly SheetRow row = new();
    private readonly CellText text = new();
    private int given;
    private int found;
    private bool inData;
    private bool waiting;

    /// <summary>Cells so far that hold a spreadsheet's error.</summary>
    public int Errors { get; private set; }

    /// <summary>Cells so far whose formula no spreadsheet program has worked out.</summary>
    public int NotWorkedOut { get; private set; }

    /// <summary>The next row, or null at the end. Blank rows come where something follows them.</summary>
    public SheetRow? Next()
    {
        if (!waiting && !FindFilled())
            return null;
        given++;
        if (given < found)
        {
            Blank.Number = given;
            Blank.Line = given;
            return Blank;
        }
        waiting = false;
        row.Number = given;
        row.Line = given;
        return row;
    }

    private SheetRow Blank { get; } = new();

    // Reads on to the next row that holds anything.
    private bool FindFilled()
    {
        while (xml.Next())
        {
            if (xml.LocalName == "sheetData" && xml.NodeType != XmlNodeType.Text)
                inData = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (!inData || xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            found = RowNumber();
            row.Clear();
            if (!xml.IsEmptyElement)
                Cells();
            if (row.Count > 0)
                return waiting = true;
        }
        return false;
    }

    private int RowNumber()
    {
        var next = found + 1;
        if (xml.GetAttribute("r") is { } written)
        {
            if (
                !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < next
            )
                throw new UnreadableWorkbookException(UnreadableWorkbookException.Damaged);
            next = number;
        }
        return next <= Workbook.MostRows
            ? next
            : throw UnreadableWorkbookException.TooLarge($"has more than {Workbook.MostRows:N0} rows");
    }

    private void Cells()
    {
        var depth = xml.Depth;
        var column = -1;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c" || xml.Depth != depth + 1)
                continue;
            column = Column(column);
            if (xml.IsEmptyElement)
                continue;
            Cell(column);
        }
    }

    private int Column(int before)
    {
        var column = before + 1;
        if (xml.GetAttribute("r") is { } reference)
        {
            column = Lettered(reference);
            if (column <= before)
                throw new UnreadableWorkbookException(UnreadableWorkbookException.Damaged);
        }
        return column < RowReader.MostCells ? column : throw TooWide();
    }

    // AB12 is column 27, counted from 0.
    private static int Lettered(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > RowReader.MostCells)
                throw TooWide();
        }
        return column - 1;
    }

    private static UnreadableWorkbookException TooWide() =>
        UnreadableWorkbookException.TooLarge($"has more than {RowReader.MostCells:N0} columns");

    private void Cell(int column)
    {
        var type = xml.GetAttribute("t");
        var style =
            xml.GetAttribute("s") is { } s && int.TryParse(s, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
        var depth = xml.Depth;
        var isFormula = false;
        text.Clear();
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "f")
                isFormula = true;
            else if (xml.LocalName == "v" && type != "inlineStr")
                text.ReadPlain(xml);
            else if (xml.LocalName == "is" && type == "inlineStr")
                text.ReadRich(xml);
        }
        if (text.Text.IsEmpty)
        {
            // A formula that came to an empty text says that it is one ("str").
            if (isFormula && type is null or "n")
            {
                NotWorkedOut++;
                Put(column, "#CALC!");
            }
            return;
        }
        switch (type)
        {
            case "s":
                Put(column, book.Strings[Index(text.Text)]);
                break;
            case "b":
                Put(column, text.Text is "1" or "true" ? "yes" : "no");
                break;
            case "e":
                Errors++;
                Put(column, text.Text);
                break;
            case "d":
                Put(column, IsoDate(text.Text));
                break;
            case "str" or "inlineStr":
                Put(column, text.Text);
                break;
            default:
                Number(column, book.Formats[style]);
                break;
        }
        if (text.IsCut)
            row.Flaw = RowFlaw.TooLong;
    }

    private void Number(int column, NumberFormat format)
    {
        // Most numbers are whole, shown plainly, and written as they are to be read.
        if (format.Kind == NumberKind.Plain && text.Text.Length < 16 && text.Text.IndexOfAnyExceptInRange('0', '9') < 0)
            Put(column, text.Text);
        else if (double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            Put(column, format.Show(number, book.Since1904));
        else
            Put(column, text.Text);
    }

    private static int Index(ReadOnlySpan<char> written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    // 2026-03-01T00:00:00 is a day; a time behind it is kept.
    private static string IsoDate(ReadOnlySpan<char> written) =>
        written.ToString().Replace('T', ' ').Replace(" 00:00:00", "", StringComparison.Ordinal).TrimEnd('Z');

    private void Put(int column, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return;
        if (row.Mark + cell.Length > RowReader.LongestRow)
        {
            row.Flaw = RowFlaw.TooLong;
            return;
        }
        while (row.Count < column)
            row.EndCell();
        row.Append(cell);
        row.EndCell();
    }

    public void Dispose() => xml.Dispose();
}
