using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.People;

/// <summary>
/// Finds or adds the people whose codes a file holds, all in the caller's transaction. A person is added only for a
/// contact that is itself new: importing a sheet again does not bring back somebody who deleted their page.
/// </summary>
public static class PeopleLanding
{
    /// <summary>Makes the session's temporary table, empty. It holds codes only sealed.</summary>
    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            drop table if exists staged_codes, staged_people;
            create temp table staged_codes (code bytea not null, id uuid not null, own_key bytea not null,
              code_sealed bytea not null, decision_id uuid not null);
            create temp table staged_people (code bytea primary key, person_id uuid);
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Stages people as they would be if they are new; a code may come more than once.</summary>
    public static void Stage(NpgsqlConnection connection, IEnumerable<(Person Person, Guid DecisionId)> people)
    {
        using var copy = connection.BeginBinaryImport(
            "copy staged_codes (code, id, own_key, code_sealed, decision_id) from stdin (format binary)"
        );
        foreach (var (person, decisionId) in people)
        {
            copy.StartRow();
            copy.Write(person.CodeIndex!, NpgsqlDbType.Bytea);
            copy.Write(person.Id, NpgsqlDbType.Uuid);
            copy.Write(person.OwnKey, NpgsqlDbType.Bytea);
            copy.Write(person.CodeSealed!, NpgsqlDbType.Bytea);
            copy.Write(decisionId, NpgsqlDbType.Uuid);
        }
        copy.Complete();
    }

    /// <summary>
    /// Adds those that are not known yet and that a new contact (<c>staged_fresh</c>) names, each with their yes: they
    /// wrote their code on the sheet themselves, on the day of their first row.
    /// </summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> LandAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        LevelAnswer answer,
        DateTimeOffset at,
        Guid? by,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Land, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = organizationId },
                new() { Value = at },
                new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)by ?? DBNull.Value },
                new() { Value = answer.Words },
                new() { Value = answer.Language },
            },
        };
        var added = (long)(await command.ExecuteScalarAsync(cancel))!;
        await using var find = new NpgsqlCommand(
            """
            insert into staged_people
              select p.code_index, p.id from people p
              where p.organization_id = $1 and p.code_index in (select code from staged_codes);
            """,
            connection
        )
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = organizationId } },
        };
        await find.ExecuteNonQueryAsync(cancel);
        return (int)added;
    }

    private const string Land = """
        with first_day as (
          select code, min(service_day) as said_on from staged_fresh where code is not null group by code),
        new_people as (
          insert into people (id, organization_id, level, own_key, code_sealed, code_index, created_at, created_by)
          select distinct on (c.code) c.id, $1, 2, c.own_key, c.code_sealed, c.code, $2, $3
          from staged_codes c join first_day f on f.code = c.code
          order by c.code, c.id
          on conflict (organization_id, code_index) where code_index is not null do nothing
          returning id, code_index),
        said_yes as (
          insert into level_decisions (id, organization_id, person_id, from_level, to_level, said_yes, words, language, said_on,
            recorded_at, recorded_by)
          select c.decision_id, $1, p.id, 1, 2, true, $4, $5, f.said_on, $2, $3
          from new_people p join staged_codes c on c.id = p.id join first_day f on f.code = p.code_index)
        select count(*) from new_people
        """;
}
