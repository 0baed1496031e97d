using System.Diagnostics;

namespace Hearth.Bench;

/// <summary>What a number of clients, each doing one thing after another, got done.</summary>
internal sealed record LoadResult(long Count, double Seconds, double[] Milliseconds)
{
    public double PerSecond => Count / Seconds;

    /// <param name="share">0.5 for the median, 0.99 for the slowest hundredth.</param>
    public double Quantile(double share) =>
        Milliseconds.Length == 0
            ? 0
            : Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(share * Milliseconds.Length))];
}

internal static class Load
{
    public static async Task<LoadResult> RunAsync(
        int clients,
        TimeSpan time,
        Func<int, (Func<Task> Once, IDisposable Held)> client
    )
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var (once, held) = client(i);
                        using var end = held;
                        var taken = new List<double>(1 << 14);
                        while (watch.Elapsed < time)
                        {
                            var start = Stopwatch.GetTimestamp();
                            await once();
                            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        }
                        return taken;
                    })
                )
        );
        var seconds = watch.Elapsed.TotalSeconds;
        var sorted = all.SelectMany(t => t).ToArray();
        Array.Sort(sorted);
        return new(sorted.Length, seconds, sorted);
    }
}
