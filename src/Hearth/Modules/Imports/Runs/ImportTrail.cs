using System.Text.Json;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Modules.Imports.Rules;
using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.Imports.Runs;

/// <summary>What an import leaves behind beside its contacts, in their transaction: its row, its map, its audit entry.</summary>
internal sealed class ImportTrail(NpgsqlConnection connection, Access access, AuditTrail audit)
{
    public async Task LeaveAsync(ImportAsk ask, ImportCounts counts, DateTimeOffset at, CancellationToken cancel)
    {
        await KeepAsync(ask, counts, at, cancel);
        await RememberAsync(ask, at, cancel);
        var entry = audit.Entry(
            access,
            "imported",
            "imports",
            ask.ImportId,
            newValue: JsonSerializer.Serialize(
                new
                {
                    ask.File.Name,
                    Sha256 = Convert.ToHexStringLower(ask.File.Sha256),
                    ask.File.Size,
                    ask.KeepDuplicates,
                    ask.SkipBad,
                    counts,
                    map = JsonDocument.Parse(ask.Map.ToJson()).RootElement,
                },
                AuditTrail.Json
            )
        );
        await using var command = AuditTrail.Command(entry, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task KeepAsync(ImportAsk ask, ImportCounts c, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Keep, connection)
        {
            Parameters =
            {
                new() { Value = ask.ImportId },
                new() { Value = access.OrganizationId!.Value },
                new() { Value = ask.File.Name },
                new() { Value = ask.File.Sha256 },
                new() { Value = ask.File.Size },
                new() { Value = (short)SheetImportState.Done },
                new() { Value = at },
                new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)access.AccountId ?? DBNull.Value },
                new() { Value = access.Actor },
                new() { Value = ask.Map.ToJson() },
                new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)ask.YesWords ?? DBNull.Value },
                new() { Value = ask.YesLanguage },
                new() { Value = ask.KeepDuplicates },
                new() { Value = ask.SkipBad },
                new() { Value = c.SheetRows },
                new() { Value = c.Good },
                new() { Value = c.Bad },
                new() { Value = c.Duplicates },
                new() { Value = c.AlreadyThere },
                new() { Value = c.Skipped },
                new() { Value = c.Contacts },
                new() { Value = c.People },
                new() { Value = c.Minutes },
                new() { Value = c.Coded },
                new() { Value = c.NewPeople },
                new() { Value = c.NewSupporters },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private const string Keep = """
        insert into imports (id, organization_id, file_name, sha256, size, state, started_at, started_by, actor, map, yes_words,
          yes_language, keep_duplicates, skip_bad, sheet_rows, good_rows, bad_rows, duplicates, already_there, skipped_rows, contacts,
          people_counted, minutes, coded_contacts, new_people, new_supporters, committed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
          $26, $7)
        on conflict (id) do update set state = excluded.state, map = excluded.map, yes_words = excluded.yes_words,
          yes_language = excluded.yes_language, keep_duplicates = excluded.keep_duplicates, skip_bad = excluded.skip_bad,
          sheet_rows = excluded.sheet_rows, good_rows = excluded.good_rows, bad_rows = excluded.bad_rows,
          duplicates = excluded.duplicates, already_there = excluded.already_there, skipped_rows = excluded.skipped_rows,
          contacts = excluded.contacts, people_counted = excluded.people_counted, minutes = excluded.minutes,
          coded_contacts = excluded.coded_contacts, new_people = excluded.new_people, new_supporters = excluded.new_supporters,
          said = null, committed_at = excluded.committed_at, version = imports.version + 1
        """;

    private async Task RememberAsync(ImportAsk ask, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into import_maps (id, organization_id, header_signature, signature_hash, name, map, used_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (organization_id, signature_hash) do update set name = excluded.name, map = excluded.map,
              used_at = excluded.used_at, version = import_maps.version + 1
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = Foundation.Ids.New(at) },
                new() { Value = access.OrganizationId!.Value },
                new() { Value = SheetText.Clean(ask.Map.HeaderSignature, int.MaxValue) },
                new() { Value = RememberedMap.HashOf(ask.Map.HeaderSignature) },
                new() { Value = ask.File.Name },
                new() { Value = ask.Map.ToJson() },
                new() { Value = at },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
