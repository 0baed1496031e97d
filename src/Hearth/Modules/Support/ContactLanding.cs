using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.Support;

/// <summary>How staged contacts stand to each other and to what is recorded already.</summary>
/// <param name="Duplicates">Rows that say exactly what an earlier row of the file says, and were not recorded before.</param>
/// <param name="AlreadyThere">Rows that an earlier import recorded.</param>
public sealed record StagedStanding(int Duplicates, int AlreadyThere);

/// <summary>A row that repeats an earlier row of its file.</summary>
public sealed record RepeatedRow(int SheetRow, int SameAs);

/// <summary>What landed: contacts, people counted in them, minutes, and contacts that carry a code.</summary>
public sealed record LandedContacts(int Contacts, long People, long Minutes, int Coded);

/// <summary>
/// Brings a file's contacts in, all in the caller's transaction. The caller stages them with <see cref="StagedContacts"/>
/// on the same connection, and the people and supporters they name through the modules that own those.
/// </summary>
public static class ContactLanding
{
    /// <summary>Makes the session's temporary tables, empty.</summary>
    public static Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        RunAsync(
            connection,
            """
            drop view if exists staged_fresh;
            drop table if exists staged_contacts, staged_repeats, staged_known;
            create temp table staged_contacts (n int not null, sheet_row int not null, id uuid not null, import_key uuid not null,
              program_id uuid not null, site_id uuid, started_at timestamptz not null, service_day date not null,
              time_known boolean not null, minutes int, how smallint not null, place smallint not null, kinds int not null,
              headcount int not null, first_time boolean, supporter int, code bytea);
            create temp table staged_repeats (n int not null, same_as int not null, occurrence bigint not null);
            create temp table staged_known (n int not null);
            create temp view staged_fresh as select s.* from staged_contacts s
              where not exists (select from staged_known k where k.n = s.n)
                and not exists (select from staged_repeats r where r.n = s.n);
            """,
            cancel
        );

    /// <summary>
    /// Finds exact duplicates inside the file and rows recorded before. A kept duplicate has a key of its own, made from the
    /// row's and its number, so that the same file finds it again next time.
    /// </summary>
    public static async Task<StagedStanding> SortOutAsync(
        NpgsqlConnection connection,
        bool keepDuplicates,
        ICollection<RepeatedRow> firstRepeats,
        int most,
        CancellationToken cancel
    )
    {
        await RunAsync(
            connection,
            """
            analyze staged_contacts;
            insert into staged_repeats
              select n, same_as, k from (
                select n, first_value(sheet_row) over w as same_as, row_number() over w as k from staged_contacts
                where import_key in (select import_key from staged_contacts group by import_key having count(*) > 1)
                window w as (partition by import_key order by n)) repeated
              where k > 1;
            update staged_contacts s set import_key = md5(s.import_key::text || ':' || r.occurrence)::uuid
              from staged_repeats r where r.n = s.n;
            insert into staged_known
              select s.n from staged_contacts s join support_contacts c
                on c.organization_id = current_organization() and c.import_key = s.import_key;
            delete from staged_repeats r using staged_known k where k.n = r.n;
            analyze staged_repeats, staged_known;
            """,
            cancel
        );
        var standing = await StandingAsync(connection, cancel);
        await ReadRepeatsAsync(connection, firstRepeats, most, cancel);
        if (keepDuplicates)
        {
            await RunAsync(connection, "truncate staged_repeats", cancel);
        }
        return standing;
    }

    /// <summary>
    /// Records what is new, after the supporters (<c>staged_supporters</c>) and people (<c>staged_people</c>) it names.
    /// A contact from a file is history, not an entry somebody made late.
    /// </summary>
    public static async Task<LandedContacts> LandAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        Guid importId,
        DateTimeOffset at,
        Guid? by,
        CancellationToken cancel
    )
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(
            new(Land)
            {
                Parameters =
                {
                    new() { Value = organizationId },
                    new() { Value = importId },
                    new() { Value = at },
                    new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)by ?? DBNull.Value },
                },
            }
        );
        batch.BatchCommands.Add(new(Link) { Parameters = { new() { Value = organizationId } } });
        batch.BatchCommands.Add(new(Count));
        await using var row = await batch.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new((int)row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), (int)row.GetInt64(3));
    }

    // Nothing here can conflict: imports take turns, and what is known or repeated has been set aside. If a key were there
    // all the same, the unique index would fail the whole import rather than let a row in twice.
    private const string Land = """
        insert into support_contacts (organization_id, id, program_id, site_id, started_at, service_day, time_known, minutes, how,
          place, kinds, level, headcount, first_time, supporter_ids, import_id, import_key, recorded_at, recorded_by, is_late)
        select $1, s.id, s.program_id, s.site_id, s.started_at, s.service_day, s.time_known, s.minutes, s.how, s.place, s.kinds,
          case when s.code is null then 1 else 2 end, s.headcount, s.first_time,
          case when w.id is null then '{}' else array[w.id] end, $2, s.import_key, $3, $4, false
        from staged_fresh s left join staged_supporters w on w.n = s.supporter
        """;

    private const string Link = """
        insert into contact_people (organization_id, contact_id, person_id, level)
        select $1, s.id, p.person_id, 2 from staged_fresh s join staged_people p on p.code = s.code
        """;

    private const string Count = """
        select count(*), coalesce(sum(headcount), 0)::bigint, coalesce(sum(minutes), 0)::bigint, count(code) from staged_fresh
        """;

    /// <summary>
    /// Takes a whole import back: its contacts are marked undone, except those corrected or taken back since. Their keys
    /// are let go, so that the same file can be imported again, with another map perhaps.
    /// </summary>
    /// <returns>How many were undone and how many, changed since, were left as they are.</returns>
    public static async Task<(int Undone, int Kept)> UndoAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        Guid importId,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            with undone as (
              update support_contacts set undone_at = $3, import_key = null, version = version + 1
              where organization_id = $1 and import_id = $2 and version = 1 and undone_at is null returning 1)
            select (select count(*) from undone),
              (select count(*) from support_contacts where organization_id = $1 and import_id = $2 and version > 1)
            """,
            connection
        )
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = organizationId },
                new() { Value = importId },
                new() { Value = at },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return ((int)row.GetInt64(0), (int)row.GetInt64(1));
    }

    private static async Task<StagedStanding> StandingAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select (select count(*) from staged_repeats), (select count(*) from staged_known)",
            connection
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new((int)row.GetInt64(0), (int)row.GetInt64(1));
    }

    private static async Task ReadRepeatsAsync(
        NpgsqlConnection connection,
        ICollection<RepeatedRow> repeats,
        int most,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            "select s.sheet_row, r.same_as from staged_repeats r join staged_contacts s on s.n = r.n order by r.n limit $1",
            connection
        )
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = most } },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            repeats.Add(new(row.GetInt32(0), row.GetInt32(1)));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
