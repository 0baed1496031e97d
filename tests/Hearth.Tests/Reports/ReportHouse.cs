using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Queries;
using Hearth.Modules.Reports.Rules;
using Hearth.Modules.Support;
using Npgsql;

namespace Hearth.Tests.Reports;

/// <summary>One organization in a real database, filled from the contact lists of worked examples.</summary>
internal sealed class ReportHouse(HearthDatabase database, string timeZone = "America/Chicago")
{
    private static readonly DateTimeOffset Recorded = new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly Guid id = Ids.New(Recorded);
    private readonly Dictionary<string, Guid> programs = [];
    private readonly Dictionary<string, Guid> people = [];

    public Access Access { get; } = new();

    public OrganizationContext Organization { get; private set; } = null!;

    public async Task<ReportHouse> OpenAsync()
    {
        var slug = "house-" + id.ToString("n");
        Organization = new OrganizationContext(
            id,
            slug,
            "Lantern Peer Alliance",
            TimeZoneInfo.FindSystemTimeZoneById(timeZone),
            "guest"
        );
        Access.EnterAsCommandLine(Organization);
        await RunAsync(
            "insert into organizations (id, slug, name, kind, time_zone, created_at) values ($1, $2, $3, 1, $4, $5)",
            id,
            slug,
            Organization.Name,
            timeZone,
            Recorded
        );
        return this;
    }

    public async Task<ReportHouse> FillAsync(WorkedExample example)
    {
        foreach (var program in example.Programs)
        {
            programs[program.Slug] = Ids.New(Recorded);
            await RunAsync(
                "insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level) values ($1, $2, $3, $3, $4, 1, 1)",
                programs[program.Slug],
                id,
                program.Slug,
                (short)program.Model
            );
        }
        foreach (var person in example.People)
        {
            await AddAsync(person);
        }
        foreach (var contact in example.Contacts.SelectMany(c => Enumerable.Repeat(c, c.Times)))
        {
            await AddAsync(contact);
        }
        return this;
    }

    private Task AddAsync(ExamplePerson person)
    {
        var key = people[person.Key] = Ids.New(Recorded);
        byte[]? code = person.HasCode ? key.ToByteArray() : null;
        byte[]? name = person.HasName ? key.ToByteArray() : null;
        return RunAsync(
            """
            insert into people (id, organization_id, level, own_key, code_sealed, code_index, name_sealed, name_index,
              birth_year, gender, race_ethnicity, language, county, created_at)
            values ($1, $2, 2, '\x00', $3, $3, $4, $4, $5, $6, $7, $8, $9, $10)
            """,
            key,
            id,
            code,
            name,
            (short?)person.BirthYear,
            person.Gender,
            person.RaceEthnicity.ToArray(),
            person.Language,
            person.County,
            Recorded
        );
    }

    private async Task AddAsync(ExampleContact contact)
    {
        var key = Ids.New(Recorded);
        var start = Organization.Instant(contact.Day.ToDateTime(contact.At ?? new TimeOnly(12, 0)));
        await RunAsync(
            """
            insert into support_contacts (organization_id, id, program_id, started_at, service_day, time_known, minutes, how, place,
              kinds, level, headcount, first_time, recorded_at, undone_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            id,
            key,
            programs[contact.Program],
            start,
            contact.Day,
            contact.At is not null,
            contact.Minutes,
            (short)contact.How,
            (short)contact.Place,
            (int)contact.Kinds,
            (short)contact.Level,
            contact.Headcount,
            contact.FirstTime,
            Recorded,
            contact.Undone ? Recorded : (DateTimeOffset?)null
        );
        foreach (var person in contact.People)
        {
            await RunAsync(
                "insert into contact_people (organization_id, contact_id, person_id, level) values ($1, $2, $3, $4)",
                id,
                key,
                people[person],
                (short)contact.Level
            );
        }
    }

    public async Task RunAsync(string sql, params object?[] values)
    {
        await using var command = database.Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The true numbers, from folded months where there are any, unless it is said to count the contacts.</summary>
    public async Task<(ReportSpace Space, Tally Tally)> CountAsync(
        ReportDefinition definition,
        ReportPeriod period,
        bool fromContacts = false
    )
    {
        await using var connection = await database.OpenAsync(Access);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        return await Reporting.CountAsync(connection, Organization, definition, period, default, fromContacts);
    }

    /// <returns>How many months were missing or stale.</returns>
    public Task<int> FoldAsync(ReportPeriod period)
    {
        var (first, before) = FoldedMonths.Whole(period);
        return new MonthFolding(database).FoldAsync(id, first, before, default);
    }

    public Task TidyAsync() => new MonthFolding(database).TidyAsync(id, default);

    /// <summary>One value, for this organization as $1.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<DateOnly>> FreshAsync(ReportPeriod period)
    {
        var (first, before) = FoldedMonths.Whole(period);
        await using var connection = await database.OpenAsync(Access);
        return await MonthFolding.FreshAsync(connection, id, first, before, default);
    }

    public Task<ReportResult> DrawAsync(ReportDefinition definition, ReportPeriod period) =>
        new Reporting(database, TimeProvider.System).DrawAsync(Access, definition, period);
}
