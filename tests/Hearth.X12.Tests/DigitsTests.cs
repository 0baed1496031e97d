using System.Globalization;
using System.Text;
using Hearth.X12.Writing;

namespace Hearth.X12.Tests;

public sealed class DigitsTests
{
    [Fact]
    public void Numbers_of_every_length_are_written_without_zeros_before_them()
    {
        foreach (var number in Numbers())
        {
            var bytes = new byte[Digits.Longest];

            var written = Digits.Put(number, bytes, 0);

            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.ASCII.GetString(bytes, 0, written));
        }
    }

    [Fact]
    public void Amounts_have_no_more_digits_than_they_need()
    {
        foreach (var cents in Numbers())
        {
            var bytes = new byte[Digits.Longest];

            var written = Digits.PutCents(cents, bytes, 0);

            Assert.Equal(
                (cents / 100m).ToString("0.##", CultureInfo.InvariantCulture),
                Encoding.ASCII.GetString(bytes, 0, written)
            );
        }
    }

    private static IEnumerable<long> Numbers()
    {
        for (var small = -20_000L; small <= 20_000; small++)
        {
            yield return small;
        }
        for (var ten = 1L; ten < long.MaxValue / 10; ten *= 10)
        {
            yield return ten - 1;
            yield return ten;
            yield return -ten;
            yield return (ten * 9) + 5;
        }
        var random = new Random(20261126);
        for (var i = 0; i < 20_000; i++)
        {
            yield return random.NextInt64() >> random.Next(0, 63);
        }
        yield return long.MaxValue;
        yield return long.MinValue;
    }
}
