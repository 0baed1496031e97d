using System.Collections.Concurrent;
using Hearth.Foundation.Access;

namespace Hearth.Modules.Imports.Uploads;

/// <summary>
/// Checks and imports that go on while their page waits. They live in this process alone: after a restart a sheet is
/// found where it was, with nothing of a broken-off run kept.
/// </summary>
internal sealed class ImportRuns(IServiceProvider services, ILogger<ImportRuns> log)
{
    private readonly ConcurrentDictionary<Guid, Run> running = new();

    /// <summary>How far the run of this import has come; null when none is under way.</summary>
    public ImportProgress? ProgressOf(Guid importId) => running.TryGetValue(importId, out var run) ? run.Latest : null;

    /// <summary>Starts a run in the name of who asks, and waits a moment: most sheets are done by then.</summary>
    public async Task StartAsync(
        Guid importId,
        Access who,
        Func<IServiceProvider, IProgress<ImportProgress>, CancellationToken, Task> body
    )
    {
        var run = new Run();
        if (!running.TryAdd(importId, run))
        {
            return;
        }
        var (account, actor, organization, roles) = (who.AccountId, who.Actor, who.RequireOrganization(), who.Roles);
        var work = Task.Run(async () =>
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                var access = scope.ServiceProvider.GetRequiredService<Access>();
                if (account is { } id)
                {
                    access.SignedIn(id, actor);
                }
                access.Enter(organization, roles);
                var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
                await body(scope.ServiceProvider, run, stopping);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A run of import {Import} broke off; nothing of it was kept.", importId);
            }
            finally
            {
                running.TryRemove(importId, out _);
            }
        });
        await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1.5)));
    }

    private sealed class Run : IProgress<ImportProgress>
    {
        private readonly Lock gate = new();
        private ImportProgress latest;

        public ImportProgress Latest
        {
            get
            {
                lock (gate)
                {
                    return latest;
                }
            }
        }

        public void Report(ImportProgress value)
        {
            lock (gate)
            {
                latest = value;
            }
        }
    }
}
