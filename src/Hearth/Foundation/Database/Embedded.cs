namespace Hearth.Foundation.Database;

public sealed record EmbeddedOptions(string DataRoot, string BinariesRoot)
{
    public static EmbeddedOptions ForHome(string home, string dataRoot) => new(dataRoot, home);
}

public sealed class Embedded : IAsyncDisposable
{
    public static Task<Embedded> StartAsync(EmbeddedOptions options, CancellationToken cancel) =>
        throw new HearthException("The embedded PostgreSQL is not here yet. Name a database with --database.");

    public string ConnectionString(string database) => database;

    public ValueTask DisposeAsync() => default;
}
