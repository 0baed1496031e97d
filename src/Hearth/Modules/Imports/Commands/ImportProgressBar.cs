using Spectre.Console;

namespace Hearth.Modules.Imports.Commands;

/// <summary>A bar on standard error while a sheet is read, where somebody is looking.</summary>
internal static class ImportProgressBar
{
    public static async Task<ImportReport> ShowAsync(Func<IProgress<ImportProgress>?, Task<ImportReport>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return await run(null);
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        ImportReport? report = null;
        await console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask("Reading the sheet");
                report = await run(new Bar(bar));
            });
        return report!;
    }

    // Progress<T> would hand reports to the thread pool, out of order.
    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress progress)
        {
            task.Value = progress.Fraction * task.MaxValue;
            task.Description = progress.IsRecording ? "Recording" : $"Reading row {progress.Rows:N0}";
            task.IsIndeterminate = progress.IsRecording;
        }
    }
}
