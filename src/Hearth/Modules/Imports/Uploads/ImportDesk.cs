using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Imports.Runs;
using Hearth.Modules.Support;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Imports.Uploads;

/// <summary>A sheet's way in by page: kept, mapped, checked, mended, imported, undone.</summary>
internal sealed class ImportDesk(
    Db db,
    HearthDatabase database,
    Access access,
    AuditTrail audit,
    ContactImport import,
    UploadFolder uploads,
    ImportRuns runs,
    TimeProvider clock
)
{
    public Task<SheetImport?> FindAsync(Guid id) =>
        db.Set<SheetImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id);

    /// <summary>Begins with a sheet just kept. A sheet that cannot be read is let go again, with the reason.</summary>
    public async Task<(SheetImport? Import, string? Refusal)> BeginAsync(string fileName, StoredSheet stored)
    {
        using var source = uploads.Open(stored.StoredAs)!;
        var guess = await import.GuessAsync(source);
        if (source.Refusal is not null)
        {
            uploads.Delete(stored.StoredAs);
            return (null, source.Refusal);
        }
        var name = Path.GetFileName(fileName) is { Length: > 0 } given ? given : "sheet";
        var begun = new SheetImport
        {
            Id = Ids.New(clock),
            OrganizationId = access.RequireOrganization().Id,
            FileName = SheetText.Clean(source.NameOf(name), SheetImport.MostFileName),
            Sha256 = stored.Sha256,
            Size = stored.Size,
            State = SheetImportState.Uploaded,
            StartedAt = clock.GetUtcNow(),
            StartedBy = access.AccountId,
            Actor = access.Actor,
            StoredAs = stored.StoredAs,
            Map = guess.Map.ToJson(),
            YesLanguage = "en",
        };
        uploads.WriteBeside(stored.StoredAs, Beside.Guess, KeptGuess.Of(guess));
        if (source.Sheets.Count > 1)
        {
            uploads.WriteBeside(stored.StoredAs, Beside.Book, new KeptBook(name, source.Sheets, source.Sheet!));
        }
        db.Add(begun);
        await db.SaveChangesAsync();
        return (begun, null);
    }

    /// <summary>The sheets of a workbook; null where there is nothing to choose.</summary>
    public KeptBook? BookOf(SheetImport sheet) => uploads.ReadBeside<KeptBook>(sheet.StoredAs, Beside.Book);

    /// <summary>Reads another sheet of the workbook, which is then mapped from the start.</summary>
    public async Task ChooseAsync(Guid id, string name)
    {
        var kept = await db.Set<SheetImport>().SingleAsync(i => i.Id == id);
        if (kept.StoredAs is not { } stored || BookOf(kept) is not { } book || !book.Sheets.Contains(name))
        {
            return;
        }
        uploads.WriteBeside(stored, Beside.Book, book with { Sheet = name });
        // What was mended and found are rows of the other sheet.
        uploads.DeleteBeside(stored, Beside.Mended);
        uploads.DeleteBeside(stored, Beside.Check);
        using var source = uploads.Open(stored)!;
        var guess = await import.GuessAsync(source);
        uploads.WriteBeside(stored, Beside.Guess, KeptGuess.Of(guess));
        kept.FileName = SheetText.Clean(source.NameOf(book.FileName), SheetImport.MostFileName);
        kept.Map = guess.Map.ToJson();
        kept.State = SheetImportState.Uploaded;
        kept.Said = source.Refusal;
        await db.SaveChangesAsync();
    }

    /// <summary>Keeps the map; where its columns changed, the sheet is asked anew what it leaves open.</summary>
    public async Task SaveMapAsync(Guid id, ContactMap map, string? yesWords, string? yesLanguage)
    {
        var kept = await db.Set<SheetImport>().SingleAsync(i => i.Id == id);
        var before = ContactMap.FromJson(kept.Map).Map;
        if (kept.StoredAs is { } stored && (before is null || !before.Columns.SequenceEqual(map.Columns)))
        {
            using var source = uploads.Open(stored);
            if (source is not null && uploads.ReadBeside<KeptGuess>(stored, Beside.Guess) is { } guess)
            {
                var again = MapGuess.From(source, await import.ContextAsync(), map);
                uploads.WriteBeside(stored, Beside.Guess, guess.Then(again));
                // New words for kinds are settled by the second look; the person's own answers stay.
                map = map with
                {
                    KindWords = again.Map.KindWords,
                };
            }
        }
        kept.Map = map.ToJson();
        kept.YesWords = yesWords;
        kept.YesLanguage = yesLanguage;
        kept.State = SheetImportState.Uploaded;
        await db.SaveChangesAsync();
    }

    /// <summary>Checks the whole sheet; a long one goes on while the page waits.</summary>
    public async Task CheckAsync(Guid id)
    {
        await SetAsync(id, SheetImportState.Checking, null);
        await runs.StartAsync(
            id,
            access,
            (services, progress, cancel) =>
                services.GetRequiredService<ImportDesk>().RunAsync(id, true, progress, cancel)
        );
    }

    /// <summary>Imports a sheet that has been checked. Nothing happens when somebody else has begun to.</summary>
    public async Task ImportAsync(Guid id, bool skipBad, bool keepDuplicates)
    {
        var mine = await db.Set<SheetImport>()
            .Where(i => i.Id == id && i.State == SheetImportState.Checked)
            .ExecuteUpdateAsync(s =>
                s.SetProperty(i => i.State, SheetImportState.Importing)
                    .SetProperty(i => i.SkipBad, skipBad)
                    .SetProperty(i => i.KeepDuplicates, keepDuplicates)
            );
        if (mine == 1)
        {
            await runs.StartAsync(
                id,
                access,
                (services, progress, cancel) =>
                    services.GetRequiredService<ImportDesk>().RunAsync(id, false, progress, cancel)
            );
        }
    }

    private async Task RunAsync(Guid id, bool dryRun, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        try
        {
            var said = await RunOnceAsync(id, dryRun, progress, cancel);
            if (said is not null)
            {
                await SetAsync(id, SheetImportState.Uploaded, said);
            }
        }
        catch (Exception)
        {
            await SetAsync(
                id,
                SheetImportState.Uploaded,
                "The work broke off on our side. Nothing was imported. Check the sheet again."
            );
            throw;
        }
    }

    private async Task<string?> RunOnceAsync(
        Guid id,
        bool dryRun,
        IProgress<ImportProgress> progress,
        CancellationToken cancel
    )
    {
        var sheet = await FindAsync(id);
        using var source = uploads.Open(sheet?.StoredAs);
        if (sheet?.StoredAs is not { } stored || source is null || ContactMap.FromJson(sheet.Map).Map is not { } map)
        {
            return "The sheet is not here any more; sheets are kept for two days. Nothing was imported. Bring it in again.";
        }
        var ask = new ImportAsk(id, map, new SheetFile(sheet.FileName, sheet.Sha256, sheet.Size))
        {
            DryRun = dryRun,
            SkipBad = sheet.SkipBad,
            KeepDuplicates = sheet.KeepDuplicates,
            YesWords = sheet.YesWords,
            YesLanguage = sheet.YesLanguage ?? "en",
            Mended = Mended(sheet),
        };
        ImportReport report;
        await using (
            var problems = new StreamWriter(uploads.CreateBeside(stored, Beside.Problems), new UTF8Encoding(true))
        )
        {
            report = await import.RunAsync(source, ask, problems, progress, cancel);
        }
        if (report.Refusal is not null)
        {
            return report.Refusal;
        }
        if (report.Landed)
        {
            uploads.Delete(stored, keepProblems: report.Counts.Bad > 0);
            return null;
        }
        uploads.WriteBeside(stored, Beside.Check, report);
        await SetAsync(id, SheetImportState.Checked, null);
        return null;
    }

    /// <summary>What the last check found; null before one.</summary>
    public ImportReport? CheckOf(SheetImport sheet) => uploads.ReadBeside<ImportReport>(sheet.StoredAs, Beside.Check);

    public IReadOnlyList<MendedRow> Mended(SheetImport sheet) =>
        uploads.ReadBeside<List<MendedRow>>(sheet.StoredAs, Beside.Mended) ?? [];

    /// <summary>Keeps rows as they were mended on the page, over what was mended before.</summary>
    public void Mend(SheetImport sheet, IReadOnlyList<MendedRow> rows)
    {
        var all = Mended(sheet).ToDictionary(m => (m.Number, m.Ordinal));
        foreach (var row in rows)
        {
            all[(row.Number, row.Ordinal)] = row;
        }
        uploads.WriteBeside(sheet.StoredAs!, Beside.Mended, all.Values.ToList());
    }

    /// <summary>Takes a finished import back, but for contacts that somebody changed since.</summary>
    public async Task UndoAsync(Guid id)
    {
        var organization = access.RequireOrganization().Id;
        var at = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(access);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var mark = new Npgsql.NpgsqlCommand(
            "update imports set state = 6, undone_at = $2, version = version + 1 where id = $1 and state = 5",
            connection
        )
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = at },
            },
        };
        if (await mark.ExecuteNonQueryAsync() == 0)
        {
            return;
        }
        var (undone, kept) = await ContactLanding.UndoAsync(connection, organization, id, at, default);
        await using var note = new Npgsql.NpgsqlCommand(
            "update imports set kept_corrected = $2 where id = $1",
            connection
        )
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = kept },
            },
        };
        await note.ExecuteNonQueryAsync();
        var entry = audit.Entry(
            access,
            "undone",
            "imports",
            id,
            newValue: $$"""{"undone":{{undone}},"kept":{{kept}}}"""
        );
        await using var trail = AuditTrail.Command(entry, connection);
        await trail.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Lets a sheet go that was not imported.</summary>
    public async Task DiscardAsync(SheetImport sheet)
    {
        await SetAsync(sheet.Id, SheetImportState.Discarded, null);
        if (sheet.StoredAs is { } stored)
        {
            uploads.Delete(stored);
        }
    }

    // A step of the way in is no record: it has no audit entry. Done and undone are never left for another.
    private Task SetAsync(Guid id, SheetImportState state, string? said) =>
        db.Set<SheetImport>()
            .Where(i => i.Id == id && i.State != SheetImportState.Done && i.State != SheetImportState.Undone)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, state).SetProperty(i => i.Said, said));
}
