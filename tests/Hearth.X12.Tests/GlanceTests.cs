using System.Globalization;
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

    [Fact]
    public void Days_are_those_of_the_calendar()
    {
        var random = new Random(20261126);
        for (var i = 0; i < 50_000; i++)
        {
            // Near the ends of months and years, and now and then a byte that is no digit.
            var text = $"{random.Next(0, 2200):0000}{random.Next(0, 14):00}{random.Next(0, 33):00}".ToCharArray();
            if (random.Next(10) == 0)
            {
                text[random.Next(text.Length)] = (char)random.Next(1, 256);
            }
            var isDay = DateOnly.TryParseExact(
                text,
                "yyyyMMdd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            );
            Assert.True(isDay == ElementForm.IsDate(Encoding.Latin1.GetBytes(text)), new string(text));
        }
    }

    [Fact]
    public void Identifiers_are_the_same_as_text_and_as_bytes()
    {
        var random = new Random(20261126);
        var right = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = $"{random.Next(3)}{random.Next(1_000_000_000):000000000}".ToCharArray();
            if (random.Next(10) == 0)
            {
                text[random.Next(text.Length)] = (char)random.Next(1, 256);
            }
            var isRight = Npi.IsValid(text);
            right += isRight ? 1 : 0;
            Assert.True(isRight == Npi.IsValid(Encoding.Latin1.GetBytes(text)), new string(text));
        }
        Assert.InRange(right, 500, 5000);
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
