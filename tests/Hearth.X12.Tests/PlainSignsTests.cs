using Hearth.X12.Checking;

namespace Hearth.X12.Tests;

public sealed class PlainSignsTests
{
    private static readonly Delimiters[] All =
    [
        SegmentWriter.Usual,
        new((byte)'|', (byte)'>', (byte)'!', (byte)'\n'),
        new((byte)'*', (byte)':', 0, (byte)'~'),
        new(0x1D, 0x1E, 0x1F, 0x1C),
    ];

    [Fact]
    public void A_sign_that_cannot_stand_in_text_is_seen_at_every_place_of_text_of_every_length()
    {
        foreach (var delimiters in All)
        {
            var signs = new PlainSigns(delimiters);
            for (var sign = '\0'; sign <= '\u0180'; sign++)
            {
                var isPlain =
                    sign is >= ' ' and <= '~'
                    && sign != delimiters.Element
                    && sign != delimiters.Component
                    && sign != delimiters.Segment
                    && (delimiters.Repetition == 0 || sign != delimiters.Repetition);
                for (var length = 1; length <= 40; length++)
                {
                    for (var at = 0; at < length; at++)
                    {
                        var text = new string('A', at) + sign + new string('A', length - at - 1);

                        Assert.Equal(isPlain, signs.AreAllOf(text));
                        Assert.Equal(isPlain ? -1 : at, signs.FirstOther(text));
                    }
                }
            }
        }
    }

    [Fact]
    public void Signs_far_beyond_ASCII_are_not_plain()
    {
        var signs = new PlainSigns(SegmentWriter.Usual);

        Assert.All("\u0141\u0420\u4E41\uFF41\uFFFF", sign => Assert.False(signs.AreAllOf("AAAA" + sign + "AAAAAA")));
    }
}
