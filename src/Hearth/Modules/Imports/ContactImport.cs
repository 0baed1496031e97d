using System.Security.Cryptography;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Imports.Runs;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Modules.Imports;

/// <summary>
/// Brings a sheet's contacts in. Rows are read once and staged in the session's temporary tables, so that memory does not
/// grow with the file; what is new lands in one transaction together with the import's own record, or not at all.
/// </summary>
public sealed class ContactImport(
    HearthDatabase database,
    Db db,
    Access access,
    ProgramList programList,
    PersonSeal seal,
    Keyring keyring,
    AuditTrail audit,
    TimeProvider clock
)
{
    private const int MostRepeats = 200;

    private OrganizationContext Organization => access.RequireOrganization();

    /// <summary>What a reading needs to know of the organization.</summary>
    public async Task<ImportContext> ContextAsync(ContactMap? map = null)
    {
        var programs = await programList.AllAsync(access);
        var check = map is null ? null : new ContactCheck(map, BySlug(programs), Organization.Local(clock.GetUtcNow()));
        return new ImportContext(
            Organization.Today(clock),
            Organization.TimeZone,
            [.. programs.Select(p => new ImportProgram(p.Slug, p.Name))],
            HMACSHA256.HashData(keyring.IndexKey(Organization.Id), "import keys"u8)
        )
        {
            Check = check is null ? null : check.Of,
        };
    }

    /// <summary>A map for the sheet: the one used last for these headers, else a guess; with what is left to ask.</summary>
    public async Task<MapGuess> GuessAsync(SheetSource source)
    {
        var context = await ContextAsync();
        if (source.Refusal is not null)
        {
            return MapGuess.From(source, context);
        }
        var hash = RememberedMap.HashOf(MapGuess.Signature(SheetShape.Of(source)));
        var kept = await db.Set<RememberedMap>().AsNoTracking().SingleOrDefaultAsync(m => m.SignatureHash == hash);
        return MapGuess.From(source, context, kept is null ? null : ContactMap.FromJson(kept.Map).Map);
    }

    /// <summary>Checks the whole sheet and, unless it is a dry run, records what is new in it.</summary>
    /// <param name="problems">Where rows that have problems are written, mendable and ready to import again.</param>
    public async Task<ImportReport> RunAsync(
        SheetSource source,
        ImportAsk ask,
        TextWriter? problems = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        if ((source.Refusal ?? ask.Map.Missing().FirstOrDefault()) is { } refusal)
        {
            return new(Counts(new RowTally())) { Refusal = refusal };
        }
        var programs = BySlug(await programList.AllAsync(access));
        var context = await ContextAsync(ask.Map);
        await using var connection = await database.OpenAsync(access, cancel);
        await PrepareAsync(connection, cancel);
        var names = new StagedNames(seal, Organization.Id, clock, access.AccountId);
        var (tally, refused) = await Task.Run(() => Stage(), cancel);
        if (refused is not null)
        {
            return new(Counts(tally)) { Refusal = refused, Problems = tally.Problems };
        }
        progress?.Report(new(true, tally.SheetRows, 1));
        return await LandAsync(connection, ask, tally, cancel);

        (RowTally, string?) Stage()
        {
            using var staging = new Staging(connection, Organization, programs, names, clock);
            using var file = problems is null ? null : new ProblemFile(problems, source, ask.Map);
            var reading = new SheetReading(source, ask, context, staging, file, progress);
            reading.Read(cancel);
            staging.Complete();
            return (reading.Tally, source.Refusal ?? staging.Refusal);
        }
    }

    private async Task<ImportReport> LandAsync(
        NpgsqlConnection connection,
        ImportAsk ask,
        RowTally tally,
        CancellationToken cancel
    )
    {
        var at = clock.GetUtcNow();
        var repeats = new List<RepeatedRow>();
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await TakeTurnAsync(connection, cancel);
        var standing = await ContactLanding.SortOutAsync(connection, ask.KeepDuplicates, repeats, MostRepeats, cancel);
        var supporters = await SupporterLanding.LandAsync(connection, Organization.Id, cancel);
        var people = await PeopleLanding.LandAsync(connection, Organization.Id, Yes(ask), at, access.AccountId, cancel);
        var landed = await ContactLanding.LandAsync(
            connection,
            Organization.Id,
            ask.ImportId,
            at,
            access.AccountId,
            cancel
        );
        var counts = Counts(tally) with
        {
            Duplicates = standing.Duplicates,
            AlreadyThere = standing.AlreadyThere,
            Contacts = landed.Contacts,
            People = landed.People,
            Minutes = landed.Minutes,
            Coded = landed.Coded,
            NewPeople = people,
            NewSupporters = supporters,
        };
        var keep = !ask.DryRun && (tally.Bad == 0 || ask.SkipBad);
        if (keep)
        {
            await new ImportTrail(connection, access, audit).LeaveAsync(ask, counts, at, cancel);
            await transaction.CommitAsync(cancel);
        }
        else
        {
            await transaction.RollbackAsync(cancel);
        }
        return new(counts)
        {
            Landed = keep,
            Problems = tally.Problems,
            Repeats = repeats,
        };
    }

    private static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await ContactLanding.PrepareAsync(connection, cancel);
        await SupporterLanding.PrepareAsync(connection, cancel);
        await PeopleLanding.PrepareAsync(connection, cancel);
    }

    // Two imports of one organization at a time could each think a row new.
    private async Task TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = "import/" + Organization.Id } },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private LevelAnswer Yes(ImportAsk ask) =>
        new(
            true,
            ask.YesWords is { Length: > 0 } words ? words : UsualYes(ask.Map),
            ask.YesLanguage,
            Organization.Today(clock)
        );

    /// <summary>What a code on a sheet means when nobody says otherwise: the column's question, and that they answered it.</summary>
    public static string UsualYes(ContactMap map)
    {
        var asked = map.Columns.FirstOrDefault(c => c.Field == ContactField.Person)?.Header;
        return SheetText.Clean(
            string.IsNullOrWhiteSpace(asked)
                ? "They wrote it on the sheet themselves."
                : $"“{asked}” They wrote it on the sheet themselves.",
            1000
        );
    }

    private static ImportCounts Counts(RowTally tally) =>
        new(tally.SheetRows, tally.Good, tally.Bad, tally.Skipped, 0, 0, 0, 0, 0, 0, 0, 0);

    private static Dictionary<string, SupportProgram> BySlug(IReadOnlyList<SupportProgram> programs) =>
        programs.ToDictionary(p => p.Slug, StringComparer.Ordinal);
}
