namespace Hearth.Modules.Imports.Uploads;

/// <summary>Takes away sheets that nobody finished with.</summary>
internal sealed class UploadSweep(UploadFolder uploads, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            do
            {
                Sweep();
            } while (await hour.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void Sweep()
    {
        try
        {
            uploads.Sweep();
        }
        catch (IOException)
        {
            // Somebody has a file open; the next hour takes it.
        }
    }
}
