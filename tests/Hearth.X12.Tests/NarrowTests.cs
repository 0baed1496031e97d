using System.Text;
using Hearth.X12.Writing;

namespace Hearth.X12.Tests;

/// <summary>Text of any length is copied whole, and a letter beyond ASCII is seen wherever it stands.</summary>
public sealed class NarrowTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefgh";

    [Fact]
    public void Text_of_any_length_is_copied_and_nothing_beyond_it()
    {
        for (var length = 0; length <= Letters.Length; length++)
        {
            var bytes = Enumerable.Repeat((byte)'#', Letters.Length + 8).ToArray();

            Assert.True(Narrow.TryCopy(Letters[..length], bytes));
            Assert.Equal(Letters[..length] + new string('#', bytes.Length - length), Encoding.ASCII.GetString(bytes));
        }
    }

    [Fact]
    public void A_letter_beyond_ASCII_is_refused_wherever_it_stands()
    {
        for (var length = 1; length <= Letters.Length; length++)
        {
            for (var at = 0; at < length; at++)
            {
                foreach (var strange in "\u0080\u00e9\u4e00\uff21")
                {
                    var text = Letters[..at] + strange + Letters[(at + 1)..length];
                    Assert.False(Narrow.TryCopy(text, new byte[64]));
                }
            }
        }
    }

    [Fact]
    public void Text_that_finds_no_room_is_refused()
    {
        Assert.False(Narrow.TryCopy("ABC", new byte[2]));
    }
}
