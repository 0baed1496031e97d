using System.Collections.Frozen;

namespace Hearth.X12.Statuses;

/// <summary>What the status categories (code source 507) come to.</summary>
internal static class StatusVerdicts
{
    private static readonly (StatusVerdict Verdict, string Categories)[] Table =
    [
        (StatusVerdict.Received, "A0 A1 DR01"),
        (StatusVerdict.Accepted, "A2 A5 DR02"),
        (StatusVerdict.Pending, "P0 P1 P2 P3 P4 P5"),
        (StatusVerdict.InformationRequested, "R0 R1 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17 RQ"),
        (StatusVerdict.Finalized, "F0 F3 F3F F3N F4 F5"),
        (StatusVerdict.Paid, "F1"),
        (StatusVerdict.Denied, "F2"),
        (StatusVerdict.NotFound, "A4 D0 DR04"),
        (StatusVerdict.NotAnswered, "E0 E1 E2 E3 E4"),
        (StatusVerdict.Rejected, "A3 A6 A7 A8 DR03 DR05 DR06 DR07"),
    ];

    private static readonly FrozenDictionary<string, StatusVerdict> ByCategory = Table
        .SelectMany(row => row.Categories.Split(' ').Select(category => (category, row.Verdict)))
        .ToFrozenDictionary(pair => pair.category, pair => pair.Verdict, StringComparer.OrdinalIgnoreCase);

    public static StatusVerdict Of(string category) => ByCategory.GetValueOrDefault(category);

    /// <summary>The weightiest; unknown where there are none.</summary>
    public static StatusVerdict Weightiest(IEnumerable<StatusVerdict> verdicts) =>
        verdicts.DefaultIfEmpty(StatusVerdict.Unknown).Max();
}
