using System.Diagnostics;
using Hearth.X12;

namespace Hearth.Bench;

/// <summary>
/// Hands broken files to every reader for some minutes. A failure is written to the temporary folder, so that it can be
/// tried again; a case that takes ten seconds is a hang.
/// </summary>
internal static class X12FuzzBench
{
    private const double SlowestSeconds = 10;
    private const double MostGrowthMegabytes = 64;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await Task.Yield();
        var time = TimeSpan.FromMinutes(options.Minutes ?? 1);
        var files = Files();
        var mutations = new X12Mutations(files, options.Seed);
        for (var warm = 0; warm < 200; warm++)
        {
            Try(mutations.Next());
        }
        var before = Held();
        var (cases, failures, slowest) = (0L, 0, 0.0);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; cases++)
        {
            var bytes = mutations.Next();
            var start = Stopwatch.GetTimestamp();
            var failed = Try(bytes);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (failed is not null)
            {
                failures++;
                await KeepAsync(bytes, failed);
            }
        }
        yield return Figure.Told("fuzz-x12.files", files.Count, "files");
        yield return Figure.Told("fuzz-x12.cases", cases, "cases");
        yield return Figure.AtMost("fuzz-x12.failures", failures, "cases", 0);
        yield return Figure.AtMost("fuzz-x12.slowest", slowest, "s", SlowestSeconds);
        yield return Figure.AtMost(
            "fuzz-x12.memory-growth",
            Math.Max(0, Held() - before) / 1e6,
            "MB",
            MostGrowthMegabytes
        );
    }

    /// <returns>What failed and how; null where nothing did.</returns>
    private static string? Try(byte[] bytes)
    {
        foreach (var (name, read) in X12Readers.All)
        {
            try
            {
                read(bytes);
            }
            catch (Exception failure)
            {
                return $"{name}: {failure}";
            }
        }
        return null;
    }

    // Files of others where they are, and always some of our own.
    private static List<byte[]> Files()
    {
        var folder =
            Environment.GetEnvironmentVariable("HEARTH_FIXTURES")
            ?? Path.Combine(Environment.GetEnvironmentVariable("HEARTH_HOME") ?? ".", "..", "shared", "fixtures");
        var x12 = Path.Combine(folder, "x12");
        List<byte[]> files = Directory.Exists(x12)
            ? [.. Directory.EnumerateFiles(x12, "*", SearchOption.AllDirectories).Order().Select(File.ReadAllBytes)]
            : [];
        for (var seed = 1; seed <= 4; seed++)
        {
            files.Add(Written(stream => SampleFiles.WriteClaims(stream, 20, seed)));
            files.Add(Written(stream => SampleFiles.WriteRemittances(stream, 20, seed)));
        }
        return files;
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static async Task KeepAsync(byte[] bytes, string failed)
    {
        var file = Path.Combine(
            Path.GetTempPath(),
            $"hearth-fuzz-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..12]}.x12"
        );
        await File.WriteAllBytesAsync(file, bytes);
        await Console.Error.WriteLineAsync($"{file}: {failed}");
    }

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
