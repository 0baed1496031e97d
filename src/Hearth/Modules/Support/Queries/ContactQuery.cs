using System.Globalization;
using System.Text;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Npgsql;

namespace Hearth.Modules.Support.Queries;

/// <summary>What the list of moments is asked to show; every part can come from a link.</summary>
internal sealed record ContactFilter
{
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Guid? ProgramId { get; init; }
    public ContactHow? How { get; init; }
    public SupportKinds? Kind { get; init; }
    public RecordLevel? Level { get; init; }

    /// <summary>coded (has a code), named (has a name), known (has either) or none; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>yes, no or unknown; null for all.</summary>
    public string? First { get; init; }
    public bool Undone { get; init; }
    public string Sort { get; init; } = "start";
    public bool Ascending { get; init; }
}

/// <summary>One line of the list.</summary>
internal sealed record ContactRow(
    Guid Id,
    DateTimeOffset StartedAt,
    DateOnly Day,
    bool TimeKnown,
    Guid ProgramId,
    int? Minutes,
    ContactHow How,
    SupportKinds Kinds,
    RecordLevel Level,
    int Headcount,
    bool IsLate,
    bool IsUndone
);

/// <summary>Reads the list of moments, a page at a time, and how many there are in all.</summary>
internal sealed class ContactQuery(HearthDatabase database, Access access)
{
    public const int PageSize = 50;

    private const string Columns =
        "id, started_at, service_day, time_known, program_id, minutes, how, kinds, level, headcount, is_late, undone_at is not null";

    public async Task<(IReadOnlyList<ContactRow> Rows, long Count, long People)> PageAsync(
        ContactFilter filter,
        int page
    )
    {
        await using var connection = await database.OpenAsync(access);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(Command(filter, "count(*), coalesce(sum(headcount), 0)", ""));
        batch.BatchCommands.Add(
            Command(filter, Columns, $" order by {Order(filter)} limit {PageSize} offset {(page - 1) * PageSize}")
        );
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (count, people) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.NextResultAsync();
        var rows = new List<ContactRow>(PageSize);
        while (await reader.ReadAsync())
        {
            rows.Add(Read(reader));
        }
        return (rows, count, people);
    }

    /// <summary>The newest moments of one day, for the first page.</summary>
    public async Task<IReadOnlyList<ContactRow>> LatestAsync(Guid programId, DateOnly day)
    {
        await using var connection = await database.OpenAsync(access);
        await using var batch = connection.CreateBatch();
        var filter = new ContactFilter
        {
            ProgramId = programId,
            From = day,
            To = day,
        };
        batch.BatchCommands.Add(Command(filter, Columns, " order by started_at desc, recorded_at desc limit 8"));
        await using var reader = await batch.ExecuteReaderAsync();
        var rows = new List<ContactRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(Read(reader));
        }
        return rows;
    }

    public async IAsyncEnumerable<ContactRow> AllAsync(ContactFilter filter)
    {
        await using var connection = await database.OpenAsync(access);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(Command(filter, Columns, " order by " + Order(filter)));
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return Read(reader);
        }
    }

    private static string Order(ContactFilter filter)
    {
        var direction = filter.Ascending ? "asc" : "desc";
        var column = filter.Sort switch
        {
            "minutes" => $"minutes {direction} nulls last",
            "people" => $"headcount {direction}",
            "how" => $"how {direction}",
            "program" => $"program_id {direction}",
            _ => $"service_day {direction}",
        };
        return $"{column}, started_at {direction}, id";
    }

    private NpgsqlBatchCommand Command(ContactFilter filter, string select, string tail)
    {
        var command = new NpgsqlBatchCommand();
        var sql = new StringBuilder($"select {select} from support_contacts c where organization_id = $1");
        command.Parameters.Add(new() { Value = access.RequireOrganization().Id });
        void And(string condition, object value)
        {
            command.Parameters.Add(new() { Value = value });
            sql.Append(
                CultureInfo.InvariantCulture,
                $" and {condition.Replace("?", $"${command.Parameters.Count}", StringComparison.Ordinal)}"
            );
        }
        sql.Append(filter.Undone ? " and undone_at is not null" : " and undone_at is null");
        if (filter.From is { } from)
        {
            And("service_day >= ?", from);
        }
        if (filter.To is { } to)
        {
            And("service_day <= ?", to);
        }
        if (filter.ProgramId is { } program)
        {
            And("program_id = ?", program);
        }
        if (filter.How is { } how)
        {
            And("how = ?", (short)how);
        }
        if (filter.Kind is { } kind)
        {
            And(kind == SupportKinds.None ? "kinds = ?" : "kinds & ? <> 0", (int)kind);
        }
        if (filter.Level is { } level)
        {
            And("level = ?", (short)level);
        }
        sql.Append(
            filter.First switch
            {
                "yes" => " and first_time",
                "no" => " and not first_time",
                "unknown" => " and first_time is null",
                _ => "",
            }
        );
        sql.Append(
            filter.Person switch
            {
                "coded" => $" and {Link(" and p.code_sealed is not null")}",
                "named" => $" and {Link(" and p.name_sealed is not null")}",
                "known" => $" and {Link("")}",
                "none" => $" and not {Link("")}",
                _ => "",
            }
        );
        command.CommandText = sql.Append(tail).ToString();
        return command;
    }

    private static string Link(string condition) =>
        "exists (select 1 from contact_people l join people p on p.organization_id = l.organization_id and p.id = l.person_id "
        + $"where l.organization_id = c.organization_id and l.contact_id = c.id{condition})";

    private static ContactRow Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetFieldValue<DateTimeOffset>(1),
            row.GetFieldValue<DateOnly>(2),
            row.GetBoolean(3),
            row.GetGuid(4),
            row.IsDBNull(5) ? null : row.GetInt32(5),
            (ContactHow)row.GetInt16(6),
            (SupportKinds)row.GetInt32(7),
            (RecordLevel)row.GetInt16(8),
            row.GetInt32(9),
            row.GetBoolean(10),
            row.GetBoolean(11)
        );
}
