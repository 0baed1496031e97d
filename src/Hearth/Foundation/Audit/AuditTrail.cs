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

    /// <summary>The insert as a command, for a transaction the caller holds.</summary>
    public static NpgsqlCommand Command(AuditEntry entry, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.Add(new() { Value = entry.Id });
        command.Parameters.Add(new() { Value = entry.OrganizationId });
        command.Parameters.Add(new() { Value = entry.At });
        AddNullable(command, NpgsqlDbType.Uuid, entry.AccountId);
        command.Parameters.Add(new() { Value = entry.Actor });
        command.Parameters.Add(new() { Value = entry.Action });
        command.Parameters.Add(new() { Value = entry.Subject });
        AddNullable(command, NpgsqlDbType.Uuid, entry.SubjectId);
        AddNullable(command, NpgsqlDbType.Uuid, entry.PersonId);
        AddNullable(command, NpgsqlDbType.Text, entry.Why);
        AddNullable(command, NpgsqlDbType.Text, entry.OldValue);
        AddNullable(command, NpgsqlDbType.Text, entry.NewValue);
        return command;
    }

    private static void AddNullable(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
