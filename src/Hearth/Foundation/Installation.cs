using System.Security.Cryptography;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Npgsql;

namespace Hearth.Foundation;

/// <summary>Where an installation keeps what it has.</summary>
/// <param name="Home">The folder of the program: rules, web assets, embedded PostgreSQL.</param>
/// <param name="Data">The folder of everything that must be kept: database, keys, uploads in progress.</param>
/// <param name="Database">A connection string, where the database is not the embedded one.</param>
public sealed record Installation(string Home, string Data, string? Database)
{
    public string Keys => Path.Combine(Data, "keys");
    public string Rules => Path.Combine(Home, "rules");
    public string RootKeyFile => Path.Combine(Keys, "hearth.key");

    /// <summary>Whether an embedded database was made here.</summary>
    public bool HasDatabase => Directory.Exists(Path.Combine(Data, "postgres"));

    /// <summary>The demo keeps a folder of its own inside, so that a real installation is never filled with it.</summary>
    public Installation Demo => this with { Data = Path.Combine(Data, "demo") };

    public Keyring OpenKeyring() => Keyring.Open(RootKeyFile);

    public static Installation FromEnvironment(string? data, string? database)
    {
        var home = Environment.GetEnvironmentVariable("HEARTH_HOME") ?? FindHome();
        return new Installation(
            home,
            Path.GetFullPath(data ?? Environment.GetEnvironmentVariable("HEARTH_DATA") ?? Path.Combine(home, "data")),
            database ?? Environment.GetEnvironmentVariable("HEARTH_DATABASE")
        );
    }

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hearth.slnx")))
            {
                return folder.FullName;
            }
        }
        return AppContext.BaseDirectory;
    }
}

/// <summary>A database that is up to date and has its application role.</summary>
public sealed class RunningDatabase(HearthDatabase database, IAsyncDisposable? server) : IAsyncDisposable
{
    public HearthDatabase Database { get; } = database;

    /// <summary>Starts the embedded PostgreSQL or connects to the one named, and updates the schema.</summary>
    public static async Task<RunningDatabase> StartAsync(Installation installation, CancellationToken cancel = default)
    {
        var (ownerString, embedded) = await AttachAsync(installation, cancel);
        try
        {
            return new RunningDatabase(await ConnectAsync(ownerString, installation), embedded);
        }
        catch
        {
            await (embedded?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>Starts the embedded PostgreSQL where it is the one to use, and leaves the database in it as it is.</summary>
    public static async Task<(string OwnerString, IAsyncDisposable? Server)> AttachAsync(
        Installation installation,
        CancellationToken cancel = default
    )
    {
        if (installation.Database is { } named)
        {
            return (named, null);
        }
        var embedded = await Embedded.StartAsync(EmbeddedOptions.ForHome(installation.Home, installation.Data), cancel);
        try
        {
            var ownerString = embedded.ConnectionString("hearth");
            await CreateAsync(ownerString);
            return (ownerString, embedded);
        }
        catch
        {
            await embedded.DisposeAsync();
            throw;
        }
    }

    private static async Task<HearthDatabase> ConnectAsync(string ownerString, Installation installation)
    {
        var password = SecretFile.ReadOrCreate(
            Path.Combine(installation.Keys, "app.secret"),
            () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))
        );
        var database = await DatabaseConnection.OpenAsync(ownerString, password);
        try
        {
            await InstallationKey.MatchAsync(database.Owner, installation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateAsync(string ownerString)
    {
        var target = new NpgsqlConnectionStringBuilder(ownerString);
        var name = target.Database!;
        target.Database = "postgres";
        target.Pooling = false;
        await using var connection = new NpgsqlConnection(target.ConnectionString);
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await exists.ExecuteScalarAsync() is null)
        {
            await using var create = new NpgsqlCommand($"create database \"{name}\"", connection);
            try
            {
                await create.ExecuteNonQueryAsync();
            }
            catch (PostgresException made)
                when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another process started at the same moment and was first.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}

/// <summary>From an owner's connection string to a database ready for use.</summary>
public static class DatabaseConnection
{
    public static async Task<HearthDatabase> OpenAsync(string ownerString, string appPassword)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerString) { ApplicationName = "hearth owner" };
        var role = "hearth_app_" + owner.Database;
        var ownerSource = NpgsqlDataSource.Create(owner.ConnectionString);
        try
        {
            await Schema.UpdateAsync(ownerSource);
            await Schema.GrantAsync(ownerSource, role, appPassword);
        }
        catch (NpgsqlException failure) when (failure is not PostgresException)
        {
            await ownerSource.DisposeAsync();
            throw new HearthException($"The database did not answer: {failure.Message} Nothing was changed.", failure);
        }
        var app = new NpgsqlConnectionStringBuilder(ownerString)
        {
            ApplicationName = "hearth",
            Username = role,
            Password = appPassword,
            MaxAutoPrepare = 64,
            MaxPoolSize = 64,
        };
        return new HearthDatabase(ownerSource, NpgsqlDataSource.Create(app.ConnectionString));
    }
}
