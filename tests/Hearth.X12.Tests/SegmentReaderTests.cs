using System.Runtime.Intrinsics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearth.X12.Reading;

namespace Hearth.X12.Tests;

public sealed class SegmentReaderTests
{
    private static readonly string Header =
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *261101*0900*^*00501*000000007*0*P*:~";

    [Fact]
    public void A_segment_gives_its_elements_and_their_parts()
    {
        var reader = Over(Header + "SVC*HC:H0038:HQ*60**x~");
        Assert.True(reader.Read());
        Assert.True(reader.Read());
        var segment = reader.Current;
        Assert.Equal("SVC", segment.Text(0));
        Assert.Equal(4, segment.Count);
        Assert.Equal("60", segment.Text(2));
        Assert.Equal("", segment.Text(3));
        Assert.Equal("", segment.Text(9));
        Assert.True(segment.Component(1, 3).SequenceEqual("HQ"u8));
        Assert.True(segment.Component(1, 4).IsEmpty);
        Assert.Equal(new Place(2, Header.Length), segment.Place);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Each_interchange_brings_its_own_delimiters()
    {
        var other = Header.Replace('*', '|').Replace('~', '\x1D').Replace(':', '>');
        var reader = Over(Header + "A*1~\r\n" + other + "B|2>3|4*5\x1D" + Header + "C*6~");
        Assert.Equal([Header[..^1], "A*1", other[..^1], "B|2>3|4*5", Header[..^1], "C*6"], Segments(reader));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("~\r\n")]
    [InlineData("~\n\n  ")]
    [InlineData("'")]
    public void Line_ends_and_other_terminators_say_nothing(string terminator)
    {
        var text = (Header + "GS*HP~ST*835*1~SE*2*1~").Replace("~", terminator, StringComparison.Ordinal);
        Assert.Equal([Header[..^1], "GS*HP", "ST*835*1", "SE*2*1"], Segments(Over(text)));
    }

    [Fact]
    public void Pieces_of_any_size_give_the_same_segments()
    {
        var text =
            "\uFEFF junk "
            + X12Text.Remittance
            + "\r\n"
            + X12Text.Remittance.Replace('~', '\n').Replace('*', '+')
            + "tail without an end";
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = All(new SegmentReader(new MemoryStream(bytes)));
        Assert.Equal(41, whole.Count);
        for (var chunk = 1; chunk <= 300; chunk++)
        {
            Assert.Equal(whole, All(new SegmentReader(new MemoryStream(bytes), chunk)));
        }
    }

    [Fact]
    public void Separators_before_a_segment_are_passed_over_wherever_a_piece_ends()
    {
        var text = X12Text.Remittance.Replace("~CLP", "~" + new string('*', 600) + "CLP", StringComparison.Ordinal);
        var bytes = Encoding.Latin1.GetBytes(text.Replace('*', '\0'));
        for (var piece = 1; piece < 80; piece++)
        {
            var summary = Summary.Read(new SegmentReader(new MemoryStream(bytes), piece));
            Assert.Equal(2, summary.Claims);
        }
    }

    [Fact]
    public void A_segment_longer_than_the_buffer_is_whole_and_one_without_end_is_cut()
    {
        var large = "NTE*" + new string('x', 300_000);
        Assert.Equal([Header[..^1], large, "A"], Segments(Over(Header + large + "~A~")));
    }

    [Fact]
    public void A_segment_beyond_the_longest_is_cut_at_the_same_byte_however_the_stream_comes()
    {
        const int longest = SegmentReader.LongestSegment;
        var elements = string.Concat(Enumerable.Repeat("*x", (longest / 2) + 100));
        foreach (var text in (string[])[new string('x', (2 * longest) + 5) + "~A~", elements + "~A~", elements])
        {
            var whole = Cuts(3 * longest);
            Assert.Contains(longest, whole);
            Assert.Equal(whole, Cuts(1000));
            Assert.Equal(whole, Cuts(SegmentReader.DefaultChunk));

            List<int> Cuts(int chunk)
            {
                var lengths = new List<int>();
                var reader = Over(Header + "NTE*" + text, chunk);
                while (reader.Read())
                {
                    Assert.Equal(reader.Current.ToString().Length == longest, reader.WasCut);
                    lengths.Add(reader.Current.ToString().Length);
                    Assert.Equal(reader.Current.ToString().Count(c => c == '*'), reader.Current.Count);
                }
                return lengths;
            }
        }
    }

    [Fact]
    public void What_is_no_X12_gives_no_segment()
    {
        foreach (var text in (string[])["", " \r\n", "hello", "ISA", "ISA*", "ISA*00*~", "PK\u0003\u0004 ISAAC*"])
        {
            var reader = Over(text);
            Assert.False(reader.Read());
            Assert.False(reader.Read());
        }
    }

    [Fact]
    public void Every_path_gives_the_same_marks()
    {
        Prop.ForAll(
                Gen.Elements<byte>((byte)'*', (byte)'~', (byte)'A', 0, 255).ArrayOf().ToArbitrary(),
                bytes =>
                {
                    var (marks, ends) = Marked(
                        (d, by, o, m, k, e) => Marks.FindScalar(d, by, o, m, e, 0, new(k, 0)),
                        bytes
                    );
                    foreach (var find in Paths())
                    {
                        var (theirs, theirEnds) = Marked(find, bytes);
                        Assert.Equal(marks, theirs);
                        Assert.Equal(ends, theirEnds);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(700));
    }

    private delegate Found Find(
        ReadOnlySpan<byte> data,
        Delimiters by,
        int offset,
        Span<int> marks,
        int kept,
        Span<int> ends
    );

    private static (int[] Marks, int[] Ends) Marked(Find find, byte[] bytes)
    {
        const int kept = 3;
        int[] before = [7, 8, 9];
        var (marks, ends) = (new int[kept + bytes.Length + Marks.Slack], new int[bytes.Length + Marks.Slack]);
        before.CopyTo(marks, 0);
        var found = find(bytes, new((byte)'*', (byte)':', (byte)'^', (byte)'~'), 5, marks, kept, ends);
        Assert.Equal(before, marks[..kept]);
        return (marks[..found.Marks], ends[..found.Ends]);
    }

    private static IEnumerable<Find> Paths()
    {
        yield return Marks.Find;
        if (Vector128.IsHardwareAccelerated)
            yield return Marks.Find128;
        if (Vector256.IsHardwareAccelerated)
            yield return Marks.Find256;
        if (Vector512.IsHardwareAccelerated)
            yield return Marks.Find512;
    }

    private static SegmentReader Over(string text, int chunk = SegmentReader.DefaultChunk) =>
        new(new MemoryStream(Encoding.Latin1.GetBytes(text)), chunk);

    private static List<string> Segments(SegmentReader reader)
    {
        var segments = new List<string>();
        while (reader.Read())
        {
            segments.Add(reader.Current.ToString());
        }
        return segments;
    }

    private static List<string> All(SegmentReader reader)
    {
        var all = new List<string>();
        while (reader.Read())
        {
            var segment = reader.Current;
            var elements = new List<string>();
            for (var i = 0; i <= segment.Count; i++)
            {
                elements.Add(segment.Text(i));
            }
            all.Add(
                $"{segment.Place} {string.Join(", ", elements)} {reader.IsUnterminated} {reader.Skipped} {reader.HasByteOrderMark}"
            );
        }
        return all;
    }
}
