using Npgsql;

namespace Hearth.Foundation.Audit;

/// <summary>Reads audit entries as the database has them.</summary>
internal static class AuditRows
{
    public const string Columns =
        "e.id, e.organization_id, e.at, e.account_id, e.actor, e.action, e.subject, e.subject_id, e.person_id, e.why, e.old_value, e.new_value";

    public static AuditEntry Read(NpgsqlDataReader row, int from = 0) =>
        new()
        {
            Id = row.GetGuid(from),
            OrganizationId = row.GetGuid(from + 1),
            At = row.GetFieldValue<DateTimeOffset>(from + 2),
            AccountId = Id(row, from + 3),
            Actor = row.GetString(from + 4),
            Action = row.GetString(from + 5),
            Subject = row.GetString(from + 6),
            SubjectId = Id(row, from + 7),
            PersonId = Id(row, from + 8),
            Why = Text(row, from + 9),
            OldValue = Text(row, from + 10),
            NewValue = Text(row, from + 11),
        };

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
