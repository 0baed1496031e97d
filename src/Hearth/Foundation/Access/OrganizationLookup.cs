using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Foundation.Access;

/// <summary>Finds organizations for the command line and jobs, which have no account of their own.</summary>
public static class OrganizationLookup
{
    public const string Columns = "o.id, o.slug, o.name, o.time_zone, o.person_word, o.is_synthetic";

    public static OrganizationContext Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            TimeZoneInfo.FindSystemTimeZoneById(row.GetString(3)),
            row.GetString(4)
        )
        {
            IsSynthetic = row.GetBoolean(5),
        };

    public static async Task<OrganizationContext?> FindAsync(HearthDatabase database, string slug)
    {
        await using var command = database.Owner.CreateCommand(
            $"select {Columns} from organizations o where slug = $1"
        );
        command.Parameters.Add(new() { Value = slug });
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? Read(row) : null;
    }

    public static async Task<string> KnownAsync(HearthDatabase database)
    {
        await using var command = database.Owner.CreateCommand(
            "select string_agg(slug, ', ' order by slug) from (select slug from organizations order by slug limit 20) o"
        );
        return await command.ExecuteScalarAsync() is string known
            ? $"Known here: {known}."
            : "There are none yet: start ./hearth serve or ./hearth demo first.";
    }
}
