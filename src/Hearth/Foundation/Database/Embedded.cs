using Hearth.Foundation.Database.Postgres;
using Npgsql;

namespace Hearth.Foundation.Database;

/// <summary>
/// The private PostgreSQL of this installation: no port, a local socket, a password that only this installation
/// knows. Several processes may hold it at once; the last one to let go stops it.
/// </summary>
public sealed class Embedded : IAsyncDisposable
{
    /// <summary>The role that owns the databases.</summary>
    public const string Owner = "hearth";

    private readonly ServerPlace place;
    private readonly string password;
    private FileLock? inUse;

    private Embedded(ServerPlace place, Postmaster server, string password, FileLock inUse, bool isNew)
    {
        this.place = place;
        this.password = password;
        this.inUse = inUse;
        SocketDirectory = server.SocketDirectory;
        IsNew = isNew;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The folder that holds the server's socket.</summary>
    public string SocketDirectory { get; }

    /// <summary>True when this start made the data folder.</summary>
    public bool IsNew { get; }

    /// <summary>The version of PostgreSQL, such as 18.4.</summary>
    public Version Version => place.Binaries.Version;

    /// <summary>Starts the server, or joins the one that another process of this installation started.</summary>
    /// <exception cref="HearthException">It cannot run here; the message says why and what to do.</exception>
    public static async Task<Embedded> StartAsync(EmbeddedOptions options, CancellationToken stop = default)
    {
        try
        {
            var found = await ServerPlace.FindAsync(options, stop);
            using var starting = await FileLock.ExclusiveAsync(found.StartLock, stop);
            var hold = FileLock.Shared(found.UseLock);
            try
            {
                return await StartAsync(found, options, hold, stop);
            }
            catch
            {
                hold.Dispose();
                throw;
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new HearthException(
                $"The database in {options.DataRoot} could not be opened: {error.Message} Nothing was changed. "
                    + "Run this command as the user that owns the folder, or choose another folder with --data.",
                error
            );
        }
    }

    private static async Task<Embedded> StartAsync(
        ServerPlace found,
        EmbeddedOptions options,
        FileLock hold,
        CancellationToken stop
    )
    {
        var cluster = new Cluster(found);
        var isNew = !cluster.Exists;
        if (!isNew)
            cluster.CheckMajorVersion();
        var server = isNew ? null : await cluster.RunningAsync(stop);
        var secret = Secret.Read(found.SecretFile);
        if (secret is null)
        {
            if (server is not null)
                throw new HearthException(
                    $"The database is running, but its password file {found.SecretFile} is gone. "
                        + "The data is untouched. Stop every Hearth process and start again: a new one will be made."
                );
            secret = Secret.Create(found.SecretFile);
            if (!isNew)
                await cluster.ReplacePasswordAsync(secret, stop);
        }
        if (isNew)
            await cluster.CreateAsync(secret, options.Durable, stop);
        server ??= await cluster.StartAsync(options, stop);
        return new Embedded(found, server, secret, hold, isNew);
    }

    /// <summary>How to reach a database as the role that owns everything.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = SocketDirectory,
            Port = Postmaster.Port,
            Database = database,
            Username = Owner,
            Password = password,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>Lets go of the server, and stops it when nobody else holds it.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        var held = Interlocked.Exchange(ref inUse, null);
        if (held is null)
            return;
        using var stopping = await FileLock.ExclusiveAsync(place.StartLock, CancellationToken.None);
        held.Dispose();
        using var last = FileLock.TryExclusive(place.UseLock);
        if (last is not null)
            await new Cluster(place).StopAsync();
    }

    private void OnProcessExit(object? sender, EventArgs e) => DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(30));
}
