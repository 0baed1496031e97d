using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>Which encoding a file's bytes are in: its byte-order mark, else the pattern of its bytes.</summary>
internal static class TextEncodings
{
    private const int SampleBytes = 4096;

    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding and how many bytes of mark to pass over.</summary>
    public static (Encoding Encoding, int Mark) Find(Stream stream)
    {
        var head = new byte[SampleBytes];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var sample = head.AsSpan(0, read);
        return Marked(sample) ?? Unmarked(sample) ?? (EightBit(stream), 0);
    }

    private static (Encoding, int)? Marked(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    // Delimiters, digits and line ends have a zero high byte in UTF-16 whatever the script of the words between them;
    // stray NULs in an eight-bit file do not stand beside its line ends.
    private static (Encoding, int)? Unmarked(ReadOnlySpan<byte> head)
    {
        int even = 0,
            odd = 0,
            ends = 0,
            little = 0,
            big = 0;
        for (var i = 0; i < head.Length; i++)
        {
            var isEven = (i & 1) == 0;
            if (head[i] == 0)
                _ = isEven ? even++ : odd++;
            if (head[i] is not (0x0A or 0x0D))
                continue;
            ends++;
            if (isEven && i + 1 < head.Length && head[i + 1] == 0)
                little++;
            if (!isEven && head[i - 1] == 0)
                big++;
        }
        var enough = Math.Max(2, head.Length / (ends > 0 ? 20 : 4));
        if (odd >= enough && odd > even * 10 && little * 2 >= ends)
            return (Encoding.Unicode, 0);
        if (even >= enough && even > odd * 10 && big * 2 >= ends)
            return (Encoding.BigEndianUnicode, 0);
        return null;
    }

    // The whole file is looked at: the first accented letter of a long log can be on its last page.
    private static Encoding EightBit(Stream stream)
    {
        stream.Position = 0;
        long good = 0,
            bad = 0;
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var (used, goodHere, badHere) = CountUtf8(buffer.AsSpan(0, kept + read), last: read == 0);
            good += goodHere;
            bad += badHere;
            if (read == 0)
                break;
            kept = kept + read - used;
            buffer.AsSpan(used, kept).CopyTo(buffer);
        }
        return bad == 0 || good > bad * 10 ? Encoding.UTF8 : Windows1252;
    }

    private static (int Used, long Good, long Bad) CountUtf8(ReadOnlySpan<byte> bytes, bool last)
    {
        var at = 0;
        long good = 0,
            bad = 0;
        while (at < bytes.Length)
        {
            var plain = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0)
                return (bytes.Length, good, bad);
            at += plain;
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !last)
                return (at, good, bad);
            if (status == System.Buffers.OperationStatus.Done)
                good++;
            else
                bad++;
            at += used;
        }
        return (at, good, bad);
    }
}
