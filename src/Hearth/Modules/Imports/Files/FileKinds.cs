using System.Buffers.Binary;
using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>Files that are not rows, known by how they begin whatever their name says, and what to do about each.</summary>
internal static class FileKinds
{
    private const string SaveAsCsv =
        " Open it in your spreadsheet program, choose Save as, pick Excel workbook (.xlsx) or CSV, and bring that file.";

    public static string? WhyNot(Stream stream, out bool isWorkbook)
    {
        isWorkbook = false;
        if (stream.Length == 0)
            return "The file is empty. Nothing was read.";
        var head = new byte[512];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        isWorkbook = Workbook.IsZip(head.AsSpan(0, read));
        return head.AsSpan(0, read) switch
        {
            [0x50, 0x4B, 3, 4, ..] => null,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OldOffice(stream, head.AsSpan(0, read)),
            [0x25, 0x50, 0x44, 0x46, ..] => "This is a PDF, which holds a picture of a table and not the table."
                + " Bring the spreadsheet it was printed from.",
            [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] => "This is a picture."
                + " Type its rows into a spreadsheet, or record the day's headcount by hand.",
            var bytes => Markup(bytes),
        };
    }

    // A file of streams; its directory names them. A workbook with a password is one of them inside such a file.
    private static string OldOffice(Stream stream, ReadOnlySpan<byte> head)
    {
        const string Open = " Nothing of it was kept. Open it in your spreadsheet program,";
        if (head.Length == 512 && head[0x1E] is 9 or 12)
        {
            var directory = new byte[4096];
            stream.Position = Math.Min(
                stream.Length,
                (BinaryPrimitives.ReadUInt32LittleEndian(head[0x30..]) + 1L) << head[0x1E]
            );
            var names = Encoding.Unicode.GetString(
                directory,
                0,
                stream.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false)
            );
            if (names.Contains("EncryptedPackage", StringComparison.Ordinal))
                return "This workbook has a password." + Open + " save it without the password, and bring that file.";
            if (
                !names.Contains("Workbook", StringComparison.Ordinal)
                && !names.Contains("Book", StringComparison.Ordinal)
            )
                return "This is an old Office document and not a workbook. Nothing of it was kept. Bring the spreadsheet.";
        }
        return "This is an old Excel workbook (.xls)."
            + Open
            + " choose Save as, pick Excel workbook (.xlsx) or CSV, and bring that file.";
    }

    private static string? Markup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        string[] starts = ["<html", "<!doctype", "<table", "<?xml", "{\\rtf"];
        return starts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            ? "This file is a web page or a document under a spreadsheet's name." + SaveAsCsv
            : null;
    }

    public static string? WhyNotText(ReadOnlySpan<char> sample)
    {
        var odd = 0;
        foreach (var c in sample)
        {
            if ((char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\u001F')) || c == '\uFFFD')
                odd++;
        }
        if (odd > 16 && odd > sample.Length / 10)
            return "This file does not hold text." + SaveAsCsv;
        return sample.IndexOfAnyExcept(" \t\r\n\u00A0,;|\"") < 0 ? "The file holds no rows. Nothing was read." : null;
    }
}
