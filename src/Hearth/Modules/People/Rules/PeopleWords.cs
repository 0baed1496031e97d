using System.Globalization;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People.Rules;

/// <summary>Why somebody opens a person's page: chosen, not written, so that no free text about them enters the audit.</summary>
internal sealed record WhatFor(string Id, string Words)
{
    public static IReadOnlyList<WhatFor> All { get; } =
    [
        new("reach", "to get back to them"),
        new("record", "to write down a moment with them"),
        new("asked", "because they asked"),
        new("correct", "to correct something"),
        new("ready", "to get ready to meet them"),
        new("tidy", "to keep the records right"),
    ];

    public static string? WordsOf(string? id) => All.FirstOrDefault(w => w.Id == id)?.Words;
}

/// <summary>The words of a person's page and of the copy they take.</summary>
internal static class PeopleWords
{
    public static string Of(RecordLevel level) =>
        level switch
        {
            RecordLevel.Counted => "counted",
            RecordLevel.Personal => "personal",
            RecordLevel.Billable => "billable",
        };

    public static string Move(LevelDecision decision) =>
        decision.ToLevel < decision.FromLevel ? $"Back from {Of(decision.FromLevel)} to {Of(decision.ToLevel)}"
        : decision.ToLevel == RecordLevel.Personal ? "A page of their own"
        : $"From {Of(decision.FromLevel)} to {Of(decision.ToLevel)}";

    public static string Answer(LevelDecision decision) =>
        decision.ToLevel < decision.FromLevel ? "asked for it"
        : decision.SaidYes ? "said yes"
        : "said no";

    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Stamp(OrganizationContext organization, DateTimeOffset at)
    {
        var local = organization.Local(at);
        return local.ToString("dddd, MMMM d, yyyy, ", CultureInfo.InvariantCulture)
            + local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();
    }

    /// <summary>For the datetime attribute.</summary>
    public static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Number(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>A number of North America as people write it, "(404) 555-0134"; any other as it was typed.</summary>
    public static string? Phone(string? typed)
    {
        if (typed is null || typed.Any(c => !char.IsAsciiDigit(c) && !" ()-.+".Contains(c, StringComparison.Ordinal)))
        {
            return typed;
        }
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var local =
            digits.Length == 11 && digits[0] == '1' ? digits[1..]
            : typed.Contains('+') ? ""
            : digits;
        return local.Length == 10 ? $"({local[..3]}) {local[3..6]}-{local[6..]}" : typed;
    }

    public const string Counted = "Not about you. Nobody can find you in it.";
    public const string Personal = "Yours. You can read, correct, take and delete it.";
    public const string Billable = "Asked for by a payer. The law sets how long it is kept; you can read it.";

    public const string WhyKept =
        "A billable record is what a payer may ask to see. Law and the payer's contract set how long it is kept, and a deletion does not end that sooner.";

    public const string PageWords =
        "May we keep a page for you, under a code or name you choose? You can read it, correct it, take a copy and delete it at any time. If you say no, nothing else changes.";

    public const string BillableWords =
        "May we keep what a payer asks for about our meetings: the dates, how long, and what kind of support? If you say no, nothing else changes, and you can stop it at any time.";

    public const string StopWords = "Stop billable records. Keep what is personal.";
}
