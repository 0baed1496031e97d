using System.Text;
using Hearth.X12.Writing;

namespace Hearth.X12.Tests;

/// <summary>Text of any length is written whole, and a letter beyond ASCII is seen wherever it stands.</summary>
public sealed class NarrowTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void Text_of_any_length_is_written_and_nothing_beyond_its_slack()
    {
        for (var length = 1; length <= Letters.Length; length++)
        {
            var bytes = new byte[length + Narrow.Slack + 8];
            bytes.AsSpan().Fill((byte)'#');

            Assert.Equal(length, Narrow.Put(Letters[..length], ref bytes[0]));
            Assert.Equal(Letters[..length], Encoding.ASCII.GetString(bytes, 0, length));
            Assert.Equal("########", Encoding.ASCII.GetString(bytes, length + Narrow.Slack, 8));
        }
    }

    [Fact]
    public void A_letter_that_cannot_be_folded_is_refused_wherever_it_stands()
    {
        for (var length = 1; length <= Letters.Length; length++)
        {
            for (var at = 0; at < length; at++)
            {
                foreach (var strange in "\u0080\u4e00\uff21")
                {
                    var text = Letters[..at] + strange + Letters[(at + 1)..length];
                    var bytes = new byte[(Narrow.MostFolded * text.Length) + Narrow.Slack];

                    Assert.Throws<ArgumentException>(() => Narrow.Put(text, ref bytes[0]));
                }
            }
        }
    }

    [Fact]
    public void Accents_and_blanks_at_the_end_are_left_off_and_letters_spelled_out()
    {
        for (var length = 0; length <= Letters.Length; length++)
        {
            var bytes = new byte[(Narrow.MostFolded * (length + 4)) + Narrow.Slack];

            var written = Narrow.Put(Letters[..length] + "éß… ", ref bytes[0]);

            Assert.Equal(Letters[..length] + "ess...", Encoding.ASCII.GetString(bytes, 0, written));
        }
    }
}
