using System.Text.Json;
using Hearth.Foundation.Database;
using Npgsql;
using NpgsqlTypes;

namespace Hearth.Foundation.Audit;

/// <summary>Writes audit entries for what does not pass through <see cref="Db"/>: reads, bulk writes, sign-ins.</summary>
public sealed class AuditTrail(HearthDatabase database, TimeProvider clock)
{
    internal const string Insert = """
        insert into audit_entries (id, organization_id, at, account_id, actor, action, subject, subject_id, person_id, why, old_value, new_value)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    /// <summary>Somebody read what is held about a person. Fails, and so stops the page, if it cannot be written.</summary>
    public Task ReadAsync(Access.Access access, Guid personId, string what, string? why = null) =>
        WriteAsync(access, "read", what, personId, personId, why);

    public async Task WriteAsync(
        Access.Access access,
        string action,
        string subject,
        Guid? subjectId = null,
        Guid? personId = null,
        string? why = null,
        string? oldValue = null,
        string? newValue = null
    )
    {
        await using var connection = await database.OpenAsync(access);
        await using var command = Command(
            Entry(access, action, subject, subjectId, personId, why, oldValue, newValue),
            connection
        );
        await command.ExecuteNonQueryAsync();
    }

    public AuditEntry Entry(
        Access.Access access,
        string action,
        string subject,
        Guid? subjectId = null,
        Guid? personId = null,
        string? why = null,
        string? oldValue = null,
        string? newValue = null
    ) =>
        new()
        {
            Id = Ids.New(clock),
            OrganizationId = access.OrganizationId ?? AuditEntry.Installation,
            At = clock.GetUtcNow(),
            AccountId = access.AccountId,
            Actor = access.Actor,
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            PersonId = personId,
            Why = why,
            OldValue = oldValue,
            NewValue = newValue,
        };

    /// <summary>How values are written into entries.</summary>
    public static JsonSerializerOptions Json => AuditOfChanges.Json;

    /// <summary>The insert as a command, for a transaction the caller holds.</summary>
    public static NpgsqlCommand Command(AuditEntry entry, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Insert, connection);
        AddParameters(command.Parameters, entry);
        return command;
    }

    /// <summary>Many entries as one part of a batch.</summary>
    internal static NpgsqlBatchCommand BatchCommand(IReadOnlyList<AuditEntry> entries) =>
        new Columns()
            .Each(entries, e => e.Id)
            .Each(entries, e => e.OrganizationId)
            .Each(entries, e => e.At)
            .Each(entries, e => e.AccountId)
            .Each(entries, e => e.Actor)
            .Each(entries, e => e.Action)
            .Each(entries, e => e.Subject)
            .Each(entries, e => e.SubjectId)
            .Each(entries, e => e.PersonId)
            .Each(entries, e => e.Why)
            .Each(entries, e => e.OldValue)
            .Each(entries, e => e.NewValue)
            .Command(
                """
                insert into audit_entries (id, organization_id, at, account_id, actor, action, subject, subject_id, person_id, why, old_value, new_value)
                select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """
            );

    private static void AddParameters(NpgsqlParameterCollection parameters, AuditEntry entry)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = entry.Id });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = entry.OrganizationId });
        parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = entry.At });
        AddNullable(parameters, NpgsqlDbType.Uuid, entry.AccountId);
        parameters.Add(new NpgsqlParameter<string> { TypedValue = entry.Actor });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = entry.Action });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = entry.Subject });
        AddNullable(parameters, NpgsqlDbType.Uuid, entry.SubjectId);
        AddNullable(parameters, NpgsqlDbType.Uuid, entry.PersonId);
        AddNullable(parameters, NpgsqlDbType.Text, entry.Why);
        AddNullable(parameters, NpgsqlDbType.Text, entry.OldValue);
        AddNullable(parameters, NpgsqlDbType.Text, entry.NewValue);
    }

    private static void AddNullable(NpgsqlParameterCollection parameters, NpgsqlDbType type, object? value) =>
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
