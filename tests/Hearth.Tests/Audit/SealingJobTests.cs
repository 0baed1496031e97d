using Hearth.Foundation.Audit;
using Microsoft.Extensions.Logging;

namespace Hearth.Tests.Audit;

public sealed class SealingJobTests
{
    [Fact]
    public async Task A_stop_in_the_middle_of_sealing_is_quiet_and_all_is_sealed_afterwards()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        await house.WriteAsync(house.Juniper, 5);
        var log = new Heard();
        using var job = new SealingJob(house.Sealer, log);
        await using var other = await house.Database.Owner.OpenConnectionAsync();
        await using (var holding = await other.BeginTransactionAsync())
        {
            await using var hold = other.CreateCommand();
            hold.CommandText = "lock table audit_entries in access exclusive mode";
            await hold.ExecuteNonQueryAsync();
            await job.StartAsync(CancellationToken.None);
            hold.CommandText =
                "select exists (select from pg_locks where relation = 'audit_entries'::regclass and not granted)";
            while (await hold.ExecuteScalarAsync() is false)
            {
                await Task.Delay(5);
            }

            var stopping = job.StopAsync(CancellationToken.None);
            await holding.RollbackAsync();
            await stopping;
        }

        Assert.True(job.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(log.Lines);
        var report = await house.Verification.RunAsync();
        Assert.Equal((0, 21), (report.Waiting, report.Entries));
        Assert.Empty(report.Faults);
    }

    private sealed class Heard : ILogger<SealingJob>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add(formatter(state, exception));
    }
}
