using System.Globalization;

namespace Hearth.Bench;

/// <summary>One measured figure, beside the limit it is held against and the target it should reach.</summary>
/// <param name="Limit">The physical limit or the rival measured in the same run; null where there is none.</param>
/// <param name="Ratio">Value to limit, the way round that makes 1 the best there can be; null without a limit.</param>
/// <param name="Target">The target in words, as it is printed.</param>
public sealed record Figure(
    string Name,
    double Value,
    string Unit,
    double? Limit,
    double? Ratio,
    string Target,
    bool IsOk
)
{
    public static Figure AtLeastRatio(string name, double value, string unit, double limit, double ratio) =>
        new(name, value, unit, limit, value / limit, $">= {Number(ratio)} of limit", value / limit >= ratio);

    public static Figure AtLeast(string name, double value, string unit, double target, double? limit = null) =>
        new(name, value, unit, limit, value / limit, $">= {Number(target)} {unit}", value >= target);

    public static Figure AtMost(string name, double value, string unit, double target, double? limit = null) =>
        new(name, value, unit, limit, limit / value, $"<= {Number(target)} {unit}", value <= target);

    /// <summary>A figure that is told but held against nothing.</summary>
    public static Figure Told(string name, double value, string unit) =>
        new(name, value, unit, null, null, "none", true);

    public override string ToString() =>
        $"{Name} {Number(Value)} {Unit} | limit {(Limit is { } l ? Number(l) : "-")} | ratio {(Ratio is { } r ? Number(r) : "-")} | target {Target} | {(IsOk ? "ok" : "short")}";

    private static string Number(double value) =>
        value
            .ToString(
                Math.Abs(value) >= 1000 ? "N0"
                    : Math.Abs(value) >= 10 ? "0.0"
                    : "0.###",
                CultureInfo.InvariantCulture
            )
            .Replace(",", "", StringComparison.Ordinal);
}
