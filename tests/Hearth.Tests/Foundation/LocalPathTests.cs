using Hearth.Foundation.Forms;

namespace Hearth.Tests.Foundation;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/o/juniper-house?program=drop-in")]
    [InlineData("/join/abc_DEF-1")]
    public void A_path_here_is_gone_back_to(string path)
    {
        Assert.Equal(path, LocalPath.OrElse(path, "/account"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\n/elsewhere.example")]
    [InlineData("/\r/elsewhere.example")]
    [InlineData("\t//elsewhere.example")]
    public void An_address_that_a_browser_reads_as_another_host_is_not(string? path)
    {
        Assert.Equal("/account", LocalPath.OrElse(path, "/account"));
    }
}
