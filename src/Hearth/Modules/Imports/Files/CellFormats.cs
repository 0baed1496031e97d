using System.Globalization;
using System.Xml;

namespace Hearth.Modules.Imports.Files;

/// <summary>The number formats of a workbook's cells, by the number of the cell's style.</summary>
internal sealed class CellFormats
{
    private const int MostStyles = 70_000;

    private readonly List<NumberFormat> styles = [];

    public NumberFormat this[int style] => (uint)style < (uint)styles.Count ? styles[style] : default;

    public static CellFormats Read(XmlReader xml)
    {
        var formats = new CellFormats();
        var own = new Dictionary<int, NumberFormat>();
        var cells = false;
        while (xml.Next())
        {
            if (xml.LocalName == "cellXfs")
                cells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && own.Count < MostStyles)
                own[Id(xml)] = NumberFormat.Of(xml.GetAttribute("formatCode") ?? "");
            else if (cells && xml.LocalName == "xf" && formats.styles.Count < MostStyles)
                formats.styles.Add(
                    own.TryGetValue(Id(xml), out var written) ? written : NumberFormat.Numbered(Id(xml))
                );
        }
        return formats;
    }

    private static int Id(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : 0;
}
