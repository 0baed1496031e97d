using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Foundation.Audit;

/// <summary>The end of one chain, in the form that <see cref="ExpectedHead"/> reads again.</summary>
public sealed record ChainHead(string Organization, long Position, string Hash)
{
    public override string ToString() => $"{Organization}={Position}:{Hash}";
}

/// <summary>One thing that is wrong, by the name of its organization.</summary>
public sealed record NamedFault(string Organization, long? Position, Guid? EntryId, string Sentence)
{
    public override string ToString() =>
        Organization
        + (Position is { } position ? $", position {position}" : "")
        + (EntryId is { } id ? $", entry {id}" : "")
        + ": "
        + Sentence;
}

/// <summary>What a check of the audit found, in names that the person at the command line knows.</summary>
public sealed record AuditFindings(
    long Entries,
    long Waiting,
    IReadOnlyList<ChainHead> Chains,
    IReadOnlyList<NamedFault> Faults
)
{
    /// <summary>The name of the chain of what belongs to no organization.</summary>
    public const string Installation = "installation";

    public static async Task<AuditFindings> FindAsync(
        HearthDatabase database,
        AuditVerification verification,
        IReadOnlyList<ExpectedHead> expected,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        var slugs = await SlugsAsync(connection, cancel);
        var report = await verification.RunAsync(progress, cancel);
        string Name(Guid id) => slugs.GetValueOrDefault(id) ?? id.ToString();
        var faults = report
            .Faults.Select(f => new NamedFault(Name(f.OrganizationId), f.Position, f.EntryId, f.Sentence))
            .ToList();
        foreach (var head in expected)
        {
            if (await MissingAsync(connection, slugs, head, cancel) is { } sentence)
            {
                faults.Add(new NamedFault(head.Organization, head.Position, null, sentence));
            }
        }
        var chains = report.Heads.Select(h => new ChainHead(Name(h.Key), h.Value.Position, h.Value.Hash));
        return new AuditFindings(
            report.Entries,
            report.Waiting,
            [.. chains.OrderBy(c => c.Organization, StringComparer.Ordinal)],
            faults
        );
    }

    private static async Task<Dictionary<Guid, string>> SlugsAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand("select id, slug from organizations", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var slugs = new Dictionary<Guid, string> { [AuditEntry.Installation] = Installation };
        while (await row.ReadAsync(cancel))
        {
            slugs[row.GetGuid(0)] = row.GetString(1);
        }
        return slugs;
    }

    private static async Task<string?> MissingAsync(
        NpgsqlConnection connection,
        Dictionary<Guid, string> slugs,
        ExpectedHead head,
        CancellationToken cancel
    )
    {
        if (!slugs.ContainsValue(head.Organization))
        {
            return "The noted head belongs to an organization that is not here: it was removed, or this is an older copy of the database.";
        }
        var id = slugs.First(s => s.Value == head.Organization).Key;
        await using var command = new NpgsqlCommand(
            "select encode(hash, 'hex') from audit_seals where organization_id = $1 and position = $2",
            connection
        )
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = head.Position },
            },
        };
        return await command.ExecuteScalarAsync(cancel) switch
        {
            string hash when hash == head.Hash => null,
            string => "The chain has another hash at this position than was noted: its past was rewritten.",
            _ =>
                "The chain no longer reaches the head that was noted: this is an older copy of the database, or its end was cut off.",
        };
    }
}
