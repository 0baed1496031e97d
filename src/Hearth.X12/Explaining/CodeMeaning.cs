using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>What codes mean.</summary>
internal static class CodeMeaning
{
    /// <summary>Empty where nobody wrote it down.</summary>
    public static string Of(in ElementRule rule, string code) =>
        rule.Type is ElementType.Date or ElementType.Time or ElementType.Decimal
            ? ""
            : rule.List?.Find(code)?.Meaning
                ?? Labels.All.List(rule.Element.Number)?.Find(code)?.Meaning
                ?? Dictionary.Meaning(rule.Element.Number, code)
                ?? "";

    /// <summary>The element names a guide by its version (480 in groups, 1705 in transactions).</summary>
    public static bool NamesGuide(in ElementRule rule) => rule.Element.Number is "480" or "1705";

    /// <summary>The guide of a version; empty where there is none here.</summary>
    /// <param name="version">Such as 005010X279A1, which more than one guide may share.</param>
    /// <param name="kind">The kind of group or of transaction, such as HS or 270.</param>
    public static string GuideName(string version, string kind) =>
        Guide
            .All.FirstOrDefault(g =>
                (g.Transaction == kind || g.Group == kind) && (g.Version == version || g.Also.Contains(version))
            )
            ?.Name
        ?? "";
}
