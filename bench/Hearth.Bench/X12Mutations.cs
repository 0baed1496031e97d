using Hearth.X12;

namespace Hearth.Bench;

/// <summary>
/// Files as they come out of a bad transfer, a half-finished edit or ill will: bytes changed, segments and elements taken
/// out, doubled or swapped, files cut off or run together. The same seed makes the same ones.
/// </summary>
internal sealed class X12Mutations(IReadOnlyList<byte[]> files, int seed)
{
    private const int Longest = 64 * 1024;
    private readonly Random random = new(seed);

    /// <summary>The next file.</summary>
    public byte[] Next()
    {
        var bytes = Start();
        for (var changes = random.Next(1, 8); changes > 0 && bytes.Count > 0; changes--)
        {
            Change(bytes);
        }
        return [.. bytes];
    }

    // Of a long file a stretch behind its header does.
    private List<byte> Start()
    {
        var file = files[random.Next(files.Count)];
        if (file.Length <= Longest)
        {
            return [.. file];
        }
        const int header = 2048;
        var from = random.Next(header, file.Length - Longest + header);
        return [.. file.AsSpan(0, header), .. file.AsSpan(from, Longest - header)];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(12))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] = Pick("*:^~>|\n\r \0\x1D\x7FISAGSTE0123456789.-"u8);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var other = files[random.Next(files.Count)];
                bytes.AddRange(other.AsSpan(0, Math.Min(other.Length, Longest)));
                break;
            case 6:
                Segment(bytes, at, (from, length) => bytes.RemoveRange(from, length));
                break;
            case 7:
                Segment(bytes, at, (from, length) => bytes.InsertRange(from, bytes.GetRange(from, length)));
                break;
            case 8:
                Segment(bytes, at, (from, length) => Move(bytes, from, length));
                break;
            case 9:
                Element(bytes, at, (from, length) => bytes.RemoveRange(from, length));
                break;
            case 10:
                Element(bytes, at, (from, length) => Fill(bytes, from, length));
                break;
            default:
                bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(32, 127), random.Next(1, 3000)));
                break;
        }
    }

    private void Segment(List<byte> bytes, int at, Action<int, int> change) => Between(bytes, at, (byte)'~', change);

    private void Element(List<byte> bytes, int at, Action<int, int> change) => Between(bytes, at, (byte)'*', change);

    private static void Between(List<byte> bytes, int at, byte delimiter, Action<int, int> change)
    {
        var from = bytes.LastIndexOf(delimiter, at) + 1;
        var to = bytes.IndexOf(delimiter, at);
        var length = (to < 0 ? bytes.Count : to + 1) - from;
        if (length > 0)
        {
            change(from, length);
        }
    }

    private void Move(List<byte> bytes, int from, int length)
    {
        var moved = bytes.GetRange(from, length);
        bytes.RemoveRange(from, length);
        bytes.InsertRange(random.Next(bytes.Count + 1), moved);
    }

    private void Fill(List<byte> bytes, int from, int length)
    {
        bytes.RemoveRange(from, length - 1);
        string[] values =
        [
            "",
            "0",
            "-0",
            "99999999999999999999",
            "1E308",
            "-.",
            "20261399",
            "20269999-20260000",
            "HC:H0038:HQ:U1:U2:U3:U4:U5",
            "::::::",
            "^^^^",
            new string('X', 300),
            "\u00e9",
            "837",
            "835",
            "22",
        ];
        bytes.InsertRange(from, System.Text.Encoding.Latin1.GetBytes(values[random.Next(values.Length)]));
    }

    private byte Pick(ReadOnlySpan<byte> from) => from[random.Next(from.Length)];
}

/// <summary>All that the library can do with a file that came from outside. None of it may throw.</summary>
internal static class X12Readers
{
    /// <summary>A readable name for a failure, and what does it.</summary>
    public static IReadOnlyList<(string Name, Action<byte[]> Read)> All { get; } =
    [
        ("segments", bytes => Walk(new SegmentReader(new MemoryStream(bytes), chunk: 1 + (bytes.Length % 97)))),
        ("summary", bytes => Summary.Read(new MemoryStream(bytes))),
        ("validation and answer", Answer),
        ("remittances", bytes => RemittanceFile.Read(new MemoryStream(bytes))),
        ("claims", Rewrite),
        ("acknowledgements", bytes => AcknowledgementFile.Read(new MemoryStream(bytes))),
        ("claim acknowledgements", bytes => Count(ClaimAcknowledgement.Read(new MemoryStream(bytes)))),
        ("eligibility", bytes => Count(Eligibility.Read(new MemoryStream(bytes)))),
        ("eligibility inquiries", bytes => Count(EligibilityInquiry.Read(new MemoryStream(bytes)))),
        ("claim status", bytes => Count(ClaimStatus.Read(new MemoryStream(bytes)))),
        ("claim status inquiries", bytes => Count(ClaimStatusInquiry.Read(new MemoryStream(bytes)))),
        ("csv", bytes => Conversion.ToCsv(new MemoryStream(bytes), Stream.Null)),
        ("json", bytes => Conversion.ToJson(new MemoryStream(bytes), Stream.Null)),
        ("comparison", bytes => Comparison.Of(new MemoryStream(bytes), new MemoryStream(bytes))),
    ];

    private static void Walk(SegmentReader reader)
    {
        while (reader.Read())
        {
            for (var element = 0; element <= reader.Current.Count; element++)
            {
                _ = reader.Current.Component(element, 2).Length;
            }
        }
    }

    private static void Answer(byte[] bytes)
    {
        foreach (var interchange in Validation.Read(new MemoryStream(bytes)).Interchanges)
        {
            AcknowledgementFile
                .Answer(interchange)
                ?.Write(Stream.Null, interchange.Envelope.Answer("1", DateTime.UnixEpoch));
        }
    }

    // What was read is refused or can be written; it is never written with errors.
    private static void Rewrite(byte[] bytes)
    {
        foreach (var file in ClaimFile.Read(new MemoryStream(bytes)))
        {
            if (file.Check().Count == 0)
            {
                file.Write(Stream.Null);
            }
        }
    }

    private static void Count<T>(IEnumerable<T> all)
    {
        foreach (var one in all)
        {
            if (one is null)
            {
                throw new InvalidOperationException("A reader gave nothing for something.");
            }
        }
    }
}
