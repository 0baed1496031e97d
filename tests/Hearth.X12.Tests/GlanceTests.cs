using System.Runtime.Intrinsics;
using System.Text;
using Hearth.X12.Checking;
using Hearth.X12.Reading;

namespace Hearth.X12.Tests;

/// <summary>What is read at a glance is what is read byte for byte, whatever stands around it.</summary>
public sealed class GlanceTests
{
    [Fact]
    public void Amounts_that_are_seen_at_once_are_those_that_are_read_byte_for_byte()
    {
        var seen = 0;
        foreach (var (whole, from, to) in Values(20_000))
        {
            if (!Glance.TryCents(whole, from, to, out var cents))
            {
                continue;
            }
            seen++;
            Assert.True(Cents.TryParse(whole.AsSpan(from, to - from), out var slow), Shown(whole, from, to));
            Assert.True(slow == cents, $"{Shown(whole, from, to)}: {cents}, but {slow}");
        }
        // A processor without vectors sees none, and reads all byte for byte.
        Assert.True(seen > 5000 || !Vector128.IsHardwareAccelerated, $"{seen} were seen at once");
    }

    [Fact]
    public void Decimals_that_are_seen_at_once_are_decimals()
    {
        foreach (var (whole, from, to) in Values(20_000))
        {
            if (Glance.IsDecimal(whole, from, to))
            {
                Assert.True(ElementForm.IsDecimal(whole.AsSpan(from, to - from)), Shown(whole, from, to));
            }
        }
    }

    // Amounts, and what is nearly one, between bytes that could be taken for a part of it.
    private static IEnumerable<(byte[] Whole, int From, int To)> Values(int count)
    {
        var random = new Random(20261126);
        for (var i = 0; i < count; i++)
        {
            var ones = random.Next(0, 10);
            var text =
                (random.Next(4) == 0 ? "-" : "")
                + Digits(random, ones)
                + (random.Next(3) > 0 ? "." + Digits(random, random.Next(0, 4)) : "");
            if (random.Next(5) == 0 && text.Length > 0)
            {
                text = text.Insert(
                    random.Next(text.Length + 1),
                    random.Next(3) switch
                    {
                        0 => ".",
                        1 => "-",
                        _ => "X",
                    }
                );
            }
            var around = Digits(random, random.Next(0, 6)) + text + "0.1-2.3*99999999.99~1234567890123456";
            var from = around.IndexOf(text, StringComparison.Ordinal);
            yield return (Encoding.ASCII.GetBytes(around), from, from + text.Length);
        }
    }

    private static string Digits(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private static string Shown(byte[] whole, int from, int to) => Encoding.ASCII.GetString(whole[from..to]);
}
