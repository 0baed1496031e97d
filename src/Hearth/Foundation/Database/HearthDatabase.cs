using Npgsql;

namespace Hearth.Foundation.Database;

/// <summary>
/// The two ways in. <see cref="Owner"/> owns the tables: migrations, the audit sealer and the command line use it.
/// <see cref="App"/> is what pages and endpoints get: a role without ownership that row-level security binds.
/// </summary>
public sealed class HearthDatabase(NpgsqlDataSource owner, NpgsqlDataSource app) : IAsyncDisposable
{
    public NpgsqlDataSource Owner { get; } = owner;
    public NpgsqlDataSource App { get; } = app;

    /// <summary>Opens a session of the application's role that sees one organization's rows (and the account's own).</summary>
    public async Task<NpgsqlConnection> OpenAsync(Access.Access access, CancellationToken cancel = default)
    {
        var connection = await App.OpenConnectionAsync(cancel);
        try
        {
            await EnterAsync(connection, access.OrganizationId, access.AccountId, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal static async Task EnterAsync(
        NpgsqlConnection connection,
        Guid? organizationId,
        Guid? accountId,
        CancellationToken cancel
    )
    {
        await using var command = EnterCommand(connection, organizationId, accountId);
        await command.ExecuteNonQueryAsync(cancel);
    }

    internal static NpgsqlCommand EnterCommand(NpgsqlConnection connection, Guid? organizationId, Guid? accountId) =>
        new("select set_config('hearth.organization', $1, false), set_config('hearth.account', $2, false)", connection)
        {
            Parameters =
            {
                new() { Value = organizationId?.ToString() ?? "" },
                new() { Value = accountId?.ToString() ?? "" },
            },
        };

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
