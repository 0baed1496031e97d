using System.Globalization;

namespace Hearth.Bench;

/// <summary>How large a run is to be; the defaults are what the targets are set for.</summary>
public sealed record BenchOptions(int? Contacts, int Seconds, int? Minutes, int Seed)
{
    public static BenchOptions Read(string[] args) =>
        new(
            Number(args, "--contacts"),
            Number(args, "--seconds") ?? 10,
            Number(args, "--minutes"),
            Number(args, "--seed") ?? 1
        );

    private static int? Number(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length
            ? int.Parse(args[at + 1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : null;
    }
}

/// <summary>The benchmarks by name. Each warms up before it measures.</summary>
public static class Benchmarks
{
    public static IReadOnlyDictionary<string, Func<BenchOptions, IAsyncEnumerable<Figure>>> All { get; } =
        new Dictionary<string, Func<BenchOptions, IAsyncEnumerable<Figure>>>
        {
            ["record"] = RecordBench.RunAsync,
            ["pages"] = PagesBench.RunAsync,
            ["import"] = ImportBench.RunAsync,
            ["report"] = ReportBench.RunAsync,
            ["start"] = StartBench.RunAsync,
            ["x12"] = X12Bench.RunAsync,
            ["fuzz-x12"] = X12FuzzBench.RunAsync,
        };
}
