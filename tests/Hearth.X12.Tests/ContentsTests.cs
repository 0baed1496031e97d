using Hearth.X12.Reading;

namespace Hearth.X12.Tests;

/// <summary>What a segment holds besides plain elements is seen the same by the wide way and byte for byte.</summary>
public sealed class ContentsTests
{
    private static readonly Delimiters[] All =
    [
        SegmentWriter.Usual,
        new((byte)'*', (byte)':', 0, (byte)'~'),
        new(0x1D, 0x1F, 0x1E, 0x1C),
    ];

    [Fact]
    public void Pieces_and_single_bytes_agree()
    {
        var random = new Random(20261126);
        for (var trial = 0; trial < 2000; trial++)
        {
            var (bytes, by) = (Bytes(random, random.Next(1, 200)), All[trial % All.Length]);
            var from = random.Next(bytes.Length);
            var to = random.Next(from, bytes.Length + 1);

            Assert.Equal(Contents.OfScalar(bytes.AsSpan(from, to - from), by), Contents.Of(bytes, from, to, by));
        }
    }

    [Fact]
    public void The_map_has_a_bit_for_each_byte_that_is_unusual()
    {
        var random = new Random(20261127);
        for (var trial = 0; trial < 500; trial++)
        {
            var (bytes, by) = (Bytes(random, random.Next(1, 700)), All[trial % All.Length]);
            var (wide, single) = (new ulong[(bytes.Length / 64) + 2], new ulong[(bytes.Length / 64) + 2]);
            Contents.Map(bytes, by, wide);
            Contents.MapScalar(bytes, by, single, 0);
            Assert.Equal(single, wide);
            foreach (var path in (ReadOnlySpan<Path>)[Contents.Map512, Contents.Map128])
            {
                var own = new ulong[wide.Length];
                Contents.MapScalar(bytes, by, own, path(bytes, by, own));
                Assert.Equal(single, own);
            }

            var from = random.Next(bytes.Length);
            var to = random.Next(from, bytes.Length + 1);
            var most = Math.Min(to - from, Contents.Word);
            var bits = Contents.Bits(wide, from, most);
            for (var i = 0; i < Contents.Word; i++)
            {
                var isSet = i < most && (wide[(from + i) / Contents.Word] >> ((from + i) % Contents.Word) & 1) == 1;
                Assert.Equal(isSet, (bits >> i & 1) == 1);
            }
            var isPlain = !bytes[from..to].Any(b => b is < 0x20 or > 0x7E || b == by.Component || b == by.Repetition);
            Assert.Equal(isPlain, Contents.IsPlain(wide, from, to));
        }
    }

    // Each of the processor's ways, whichever this one would choose.
    private delegate int Path(ReadOnlySpan<byte> data, Delimiters by, Span<ulong> map);

    // Mostly letters, so that there are plain stretches.
    private static byte[] Bytes(Random random, int length) =>
        [
            .. Enumerable
                .Range(0, length)
                .Select(_ => random.Next(40) == 0 ? (byte)random.Next(256) : (byte)random.Next('A', 'Z')),
        ];
}
