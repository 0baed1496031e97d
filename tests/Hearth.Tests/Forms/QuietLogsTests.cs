using Hearth.Foundation.Access;

namespace Hearth.Tests.Forms;

/// <summary>An error in the logs is something for whoever runs Hearth to look into.</summary>
public sealed class QuietLogsTests : IAsyncLifetime
{
    private readonly KeptLines lines = new();
    private readonly TestHearth hearth;

    public QuietLogsTests() => hearth = new() { Settings = s => s with { Quiet = false, Logs = lines } };

    public ValueTask InitializeAsync() => hearth.InitializeAsync();

    public ValueTask DisposeAsync() => hearth.DisposeAsync();

    [Fact]
    public async Task A_code_that_somebody_has_already_is_told_to_who_chose_it_and_is_no_error()
    {
        var visitor = await hearth.SignInAsAsync(Role.Coordinator);
        var form = await visitor.ReadAsync(hearth.Path("/people/add"));
        (string, string)[] answers = [("code", "Blue kite"), ("answer", "yes")];
        await visitor.SendAsync(form, "add", answers);
        var again = await visitor.SendAsync(form, "add", answers);

        Assert.Contains("has this code already", again.Words, StringComparison.Ordinal);
        Assert.Empty(lines.Errors);
    }

    [Fact]
    public async Task What_breaks_is_an_error()
    {
        var visitor = await hearth.SignInAsAsync(Role.Coordinator);
        await hearth.RunAsync("alter table support_contacts rename to others");
        await visitor.GetAsync(hearth.Path("/support"));

        Assert.Contains(lines.Errors, line => line.Contains("contacts", StringComparison.Ordinal));
    }
}
