using System.IO.Compression;
using System.Xml;

namespace Hearth.Modules.Imports.Files;

/// <summary>A sheet of a workbook and the part that holds it.</summary>
internal sealed record WorkbookSheet(string Name, string Part, bool IsHidden);

/// <summary>
/// An Office Open XML workbook (.xlsx, .xlsm), read forward in memory that does not grow with it. Why not by a library is
/// in decision 0012.
/// </summary>
internal sealed class Workbook : IDisposable
{
    public const int MostRows = 1 << 20;
    private const long MostOfSheet = 2L << 30;
    private const long MostOfPart = 16 << 20;
    private const long MostOfIndex = 8 << 20;
    private const int MostSheets = 1000;

    private readonly ZipArchive zip;
    private readonly string? stringsPart;
    private SharedStrings? strings;

    private Workbook(Stream stream)
    {
        BoundIndex(stream);
        stream.Position = 0;
        zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var main = MainPart();
        var targets = Relations(main);
        Sheets = ReadSheets(main, targets);
        stringsPart = targets.Values.FirstOrDefault(t => t.IsOf("/sharedStrings"))?.Part;
        Formats = targets.Values.FirstOrDefault(t => t.IsOf("/styles")) is { } styles
            ? ReadFormats(styles.Part)
            : new();
    }

    /// <summary>Sheets in the order of their tabs, hidden ones too; pictures and charts that fill a tab are none.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    public bool Since1904 { get; private set; }
    public CellFormats Formats { get; }

    public SharedStrings Strings => strings ??= ReadStrings();

    public static bool IsZip(ReadOnlySpan<byte> head) => head is [0x50, 0x4B, 3, 4, ..];

    /// <summary>Opens a workbook; throws <see cref="UnreadableWorkbookException"/> with the sentence that says why not.</summary>
    public static Workbook Open(Stream stream)
    {
        try
        {
            return new(stream);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.Damaged);
        }
    }

    /// <summary>What reading the parts of a damaged file can come to.</summary>
    public static bool IsDamage(Exception failure) =>
        failure
            is InvalidDataException
                or XmlException
                or EndOfStreamException
                or NotSupportedException
                or FormatException;

    public XmlReader Read(WorkbookSheet sheet) => Part(sheet.Part, MostOfSheet);

    private SharedStrings ReadStrings()
    {
        if (stringsPart is null)
            return new SharedStrings();
        using var xml = Part(stringsPart, SharedStrings.MostBytes);
        return SharedStrings.Read(xml);
    }

    private CellFormats ReadFormats(string part)
    {
        using var xml = Part(part, MostOfPart);
        return CellFormats.Read(xml);
    }

    private XmlReader Part(string name, long most)
    {
        var entry = Entry(name) ?? throw new UnreadableWorkbookException(UnreadableWorkbookException.Damaged);
        if (entry.Length > most)
            throw UnreadableWorkbookException.TooLarge($"unpacks to more than {most >> 20:N0} MB");
        return BoundedXml.Read(entry.Open(), most);
    }

    private ZipArchiveEntry? Entry(string name) =>
        zip.GetEntry(name)
        ?? zip.Entries.FirstOrDefault(e =>
            e.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase)
        );

    private string MainPart()
    {
        var main = Entry("_rels/.rels") is null
            ? null
            : Relations("").Values.FirstOrDefault(t => t.IsOf("/officeDocument"))?.Part;
        main ??= "xl/workbook.xml";
        if (Entry(main) is null || !main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !IsSpreadsheet(main))
            throw new UnreadableWorkbookException(WhatElse(main));
        return main;
    }

    private bool IsSpreadsheet(string main)
    {
        using var xml = Part(main, MostOfPart);
        return xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == "workbook";
    }

    private string WhatElse(string main)
    {
        const string SaveAs =
            " Nothing of it was kept. Open it, choose Save as, pick Excel workbook (.xlsx) or CSV, and bring that file.";
        if (Entry("mimetype") is not null || Entry("content.xml") is not null)
            return "This is an OpenDocument file (.ods)." + SaveAs;
        if (Entry("xl/workbook.bin") is not null)
            return "This is a binary workbook (.xlsb)." + SaveAs;
        if (Entry("Index/Document.iwa") is not null || Entry("Index.zip") is not null)
            return "This is a Numbers file." + SaveAs;
        if (Entry("[Content_Types].xml") is not null && Entry(main) is not null)
            return "This is a document or slides and not a workbook. Nothing of it was kept. Bring the spreadsheet.";
        return "This is a packed folder (.zip) and not a workbook. Nothing of it was kept. Unpack it, and bring the sheet that is inside.";
    }

    private sealed record Relation(string Type, string Part)
    {
        // The same word ends the address of a kind in the transitional and the strict form of the standard.
        public bool IsOf(string kind) => Type.EndsWith(kind, StringComparison.Ordinal);
    }

    private Dictionary<string, Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var name = $"{folder}_rels/{part[slash..]}.rels";
        var found = new Dictionary<string, Relation>(StringComparer.Ordinal);
        if (Entry(name) is null)
            return found;
        using var xml = Part(name, MostOfPart);
        while (xml.Next())
        {
            if (
                xml.NodeType == XmlNodeType.Element
                && xml.LocalName == "Relationship"
                && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Type") is { } type
                && xml.GetAttribute("Target") is { } target
            )
                found[id] = new Relation(type, Within(folder, target));
        }
        return found;
    }

    private static string Within(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', '\\'))
        {
            if (step == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (step is not ("" or "." or ".."))
                parts.Add(step);
        }
        return string.Join('/', parts);
    }

    private List<WorkbookSheet> ReadSheets(string main, Dictionary<string, Relation> targets)
    {
        var sheets = new List<WorkbookSheet>();
        using var xml = Part(main, MostOfPart);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                Since1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            else if (
                xml.LocalName == "sheet"
                && sheets.Count < MostSheets
                && RelationId(xml) is { } id
                && targets.TryGetValue(id, out var target)
                && target.IsOf("/worksheet")
            )
                sheets.Add(
                    new(
                        xml.GetAttribute("name") ?? $"Sheet {sheets.Count + 1}",
                        target.Part,
                        xml.GetAttribute("state") is "hidden" or "veryHidden"
                    )
                );
        }
        return sheets;
    }

    // r:id, whatever the prefix and whichever form of the standard its namespace is of.
    private static string? RelationId(XmlReader xml)
    {
        string? found = null;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                found = xml.Value;
        }
        xml.MoveToElement();
        return found;
    }

    // The index of a zip is read whole, entry by entry, so where it begins bounds what it can hold.
    private static void BoundIndex(Stream stream)
    {
        var tail = new byte[(int)Math.Min(stream.Length, (1 << 16) + 22)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length)
            throw new UnreadableWorkbookException(UnreadableWorkbookException.Damaged);
        var begins = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (begins != uint.MaxValue && stream.Length - begins > MostOfIndex)
            throw UnreadableWorkbookException.TooLarge("is made of more parts");
    }

    public void Dispose()
    {
        strings?.Dispose();
        zip.Dispose();
    }
}
