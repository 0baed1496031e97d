using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports.Runs;

/// <summary>One pass over a sheet: good rows to the staging, bad ones to the problem file, all of them counted.</summary>
internal sealed class SheetReading(
    SheetSource source,
    ImportAsk ask,
    ImportContext context,
    Staging staging,
    ProblemFile? problemFile,
    IProgress<ImportProgress>? progress
)
{
    private const int BetweenReports = 8192;

    public RowTally Tally { get; } = new();

    public void Read(CancellationToken cancel)
    {
        var mended = ask.Mended.Select(m => (m.Number, m.Ordinal)).ToHashSet();
        var outcomes = 0;
        foreach (var row in ContactRows.Read(source, ask.Map, context))
        {
            if (++outcomes % BetweenReports == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(
                    new(false, row.Number, source.Length == 0 ? 1 : (double)source.BytesRead / source.Length)
                );
            }
            if (row.Contact is not null)
            {
                Good(row.Number, row.Contact);
            }
            else if (row.Problems.Count == 0)
            {
                Tally.CountSkipped(row.Number);
            }
            else if (Tally.OrdinalOf(row.Number) is var ordinal && !mended.Contains((row.Number, ordinal)))
            {
                Bad(row.Number, ordinal, row);
            }
            if (staging.Refusal is not null)
            {
                return;
            }
        }
        if (source.Refusal is null)
        {
            ReadMended();
        }
    }

    private void ReadMended()
    {
        foreach (var (mended, row) in MendedRows.Read(ask.Mended, source, ask.Map, context))
        {
            if (row.Contact is not null)
            {
                Good(mended.Number, row.Contact);
            }
            else if (row.Problems.Count > 0)
            {
                Bad(mended.Number, mended.Ordinal, row with { Cells = mended.Cells });
            }
            else
            {
                Tally.CountSkipped(mended.Number);
            }
        }
    }

    private void Good(int sheetRow, ImportedContact contact)
    {
        staging.Add(sheetRow, contact);
        Tally.CountGood(sheetRow);
    }

    private void Bad(int sheetRow, int ordinal, ImportRow row)
    {
        Tally.CountBad(sheetRow, ordinal, row);
        problemFile?.Add(row with { Number = sheetRow });
    }
}
