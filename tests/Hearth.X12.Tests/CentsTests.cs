using System.Text;

namespace Hearth.X12.Tests;

public sealed class CentsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.00", 0)]
    [InlineData("100", 10000)]
    [InlineData("12.5", 1250)]
    [InlineData("12.50", 1250)]
    [InlineData(".5", 50)]
    [InlineData("5.", 500)]
    [InlineData("-1.27", -127)]
    [InlineData("-.01", -1)]
    [InlineData("007.10", 710)]
    [InlineData("12.3400", 1234)]
    [InlineData("99999999999999.99", 9999999999999999)]
    public void Amounts_are_whole_cents(string text, long cents)
    {
        Assert.True(Cents.TryParse(Encoding.ASCII.GetBytes(text), out var read));
        Assert.Equal(cents, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1,000.00")]
    [InlineData("$5")]
    [InlineData("5 ")]
    [InlineData("+5")]
    [InlineData("1.234")]
    [InlineData("1.2.3")]
    [InlineData("1e3")]
    [InlineData("999999999999999999")]
    public void What_is_no_amount_of_money_is_none(string text)
    {
        Assert.False(Cents.TryParse(Encoding.ASCII.GetBytes(text), out var cents));
        Assert.Equal(0, cents);
    }

    [Fact]
    public void What_is_shown_reads_back()
    {
        foreach (var cents in (long[])[0, 1, -1, 99, 100, -12345, 9999999999999999])
        {
            Assert.True(Cents.TryParse(Encoding.ASCII.GetBytes(Cents.Show(cents)), out var read));
            Assert.Equal(cents, read);
        }
    }
}
