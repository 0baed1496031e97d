namespace Hearth.X12.Tests.Claims;

public sealed class NpiTests
{
    // 1234567893 is the example of 45 CFR 162 and of CMS's paper on the check digit.
    [Theory]
    [InlineData("1234567893", true)]
    [InlineData("1999999992", true)]
    [InlineData("1234567890", false)]
    [InlineData("123456789", false)]
    [InlineData("12345678931", false)]
    [InlineData("123456789X", false)]
    [InlineData("3234567891", false)]
    [InlineData("", false)]
    public void The_last_digit_checks_the_others(string npi, bool isValid) => Assert.Equal(isValid, Npi.IsValid(npi));

    [Fact]
    public void One_wrong_digit_is_always_noticed()
    {
        for (var place = 1; place < 10; place++)
        {
            for (var other = '0'; other <= '9'; other++)
            {
                var npi = "1234567893".ToCharArray();
                var isSame = npi[place] == other;
                npi[place] = other;
                Assert.Equal(isSame, Npi.IsValid(npi));
            }
        }
    }
}
