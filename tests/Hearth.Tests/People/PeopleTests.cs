namespace Hearth.Tests.People;

/// <summary>One house for the tests of a class.</summary>
public abstract class PeopleTests : IAsyncLifetime
{
    private protected PeopleHouse House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await PeopleHouse.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
