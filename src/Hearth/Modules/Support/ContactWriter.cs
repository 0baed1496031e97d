using System.Collections.Concurrent;
using System.Data;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.Support;

/// <summary>A contact ready to be written, with everything decided.</summary>
internal sealed record PendingContact(SupportContact Contact, IReadOnlyList<Guid> PersonIds, AuditEntry Audit)
{
    public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Writes contacts in groups: what arrives while one transaction is on its way to disk shares the next one. A caller
/// returns only when its contact, its people and its audit entry are durable together.
/// </summary>
public sealed class ContactWriter(HearthDatabase database) : IAsyncDisposable
{
    private const int Writers = 2;
    private const int MostInGroup = 128;

    private readonly ConcurrentQueue<PendingContact> waiting = new();
    private readonly SemaphoreSlim turns = new(Writers);

    // Of the writers' own, and kept open: a connection from the pool is cleaned each time it goes back.
    private readonly ConcurrentBag<NpgsqlConnection> connections = [];

    /// <returns>False where a contact with this id is there already: the form was sent twice.</returns>
    internal async Task<bool> WriteAsync(PendingContact pending)
    {
        waiting.Enqueue(pending);
        if (turns.Wait(0))
        {
            // Nobody to wait for. What comes in the meantime is somebody else's to write, so that this answer goes out.
            await WriteGroupAsync(TakeGroup());
            EndTurn();
        }
        return await pending.Done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (TakeGroup() is { Count: > 0 } group)
        {
            await WriteGroupAsync(group);
        }
        EndTurn();
    }

    // Whoever found no turn free has put its contact in the queue before, and is seen here after the turn is given back.
    private void EndTurn()
    {
        turns.Release();
        if (!waiting.IsEmpty && turns.Wait(0))
        {
            _ = Task.Run(WriteAllAsync);
        }
    }

    private List<PendingContact> TakeGroup()
    {
        var group = new List<PendingContact>();
        while (group.Count < MostInGroup && waiting.TryDequeue(out var pending))
        {
            group.Add(pending);
        }
        return group;
    }

    private async Task WriteGroupAsync(List<PendingContact> group)
    {
        foreach (var organization in group.GroupBy(p => p.Contact.OrganizationId))
        {
            await WriteAsync([.. organization]);
        }
    }

    private async Task WriteAsync(IReadOnlyList<PendingContact> group, bool isSecondTry = false)
    {
        try
        {
            await InsertAsync(group);
            foreach (var pending in group)
            {
                pending.Done.TrySetResult(true);
            }
        }
        catch (PostgresException) when (group.Count > 1)
        {
            // One of them does not fit; each is tried alone so that it alone fails.
            foreach (var pending in group)
            {
                await WriteAsync([pending]);
            }
        }
        catch (PostgresException twice)
            when (twice is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "support_contacts_pkey" })
        {
            group[0].Done.TrySetResult(false);
        }
        catch (NpgsqlException lost) when (lost is not PostgresException && !isSecondTry)
        {
            // A connection that broke off; a contact that landed nevertheless is found to be there.
            await WriteAsync(group, isSecondTry: true);
        }
        catch (Exception failure)
        {
            // The database does not answer. Each alone would wait as long again, and everybody behind them too.
            foreach (var pending in group)
            {
                pending.Done.TrySetException(failure);
            }
        }
    }

    private async Task InsertAsync(IReadOnlyList<PendingContact> group)
    {
        var connection = connections.TryTake(out var kept) ? kept : await database.App.OpenConnectionAsync();
        try
        {
            await using var batch = Batch(connection, group);
            await batch.ExecuteNonQueryAsync();
        }
        finally
        {
            if (connection.FullState == ConnectionState.Open)
            {
                connections.Add(connection);
            }
            else
            {
                await connection.DisposeAsync();
            }
        }
    }

    // Without an explicit transaction the batch is one: all of it, or nothing.
    private static NpgsqlBatch Batch(NpgsqlConnection connection, IReadOnlyList<PendingContact> group)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Enter(group[0].Contact.OrganizationId),
                ContactInsert.Of([.. group.Select(p => p.Contact)]),
            },
        };
        if (group.Any(p => p.PersonIds.Count > 0))
        {
            batch.BatchCommands.Add(ContactInsert.OfPeople(group));
        }
        batch.BatchCommands.Add(AuditTrail.BatchCommand([.. group.Select(p => p.Audit)]));
        return batch;
    }

    private static NpgsqlBatchCommand Enter(Guid organizationId) =>
        new("select set_config('hearth.organization', $1, true)")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = organizationId.ToString() } },
        };

    public async ValueTask DisposeAsync()
    {
        for (var turn = 0; turn < Writers; turn++)
        {
            await turns.WaitAsync();
        }
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
        turns.Dispose();
    }
}
