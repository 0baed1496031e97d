using System.Net;

namespace Hearth.Tests.Forms;

/// <summary>A page changes between being read and being sent, and may have lost the form that comes back.</summary>
public sealed class FormsThatAreGoneTests : IAsyncLifetime
{
    private readonly TestHearth hearth = new();

    public ValueTask InitializeAsync() => hearth.InitializeAsync();

    public ValueTask DisposeAsync() => hearth.DisposeAsync();

    [Fact]
    public async Task A_form_that_its_page_no_longer_has_is_answered_with_words()
    {
        var visitor = hearth.Visit();
        var page = await visitor.ReadAsync("/sign-in");
        page.One("input[name=_handler]").SetAttribute("value", "no-longer-there");

        var answer = await visitor.SendAsync(page, "form[method=post]");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("That did not come through whole", answer.Heading);
        Assert.Contains("load it again", answer.Words, StringComparison.Ordinal);
    }
}
