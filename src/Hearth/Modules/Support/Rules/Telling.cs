using System.Globalization;
using System.Text.Json;
using Hearth.Foundation.Access;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Support.Rules;

/// <summary>Says a contact in a sentence.</summary>
internal static class Telling
{
    public static string Day(DateOnly day, DateOnly today) =>
        day == today ? "today"
        : day == today.AddDays(-1) ? "yesterday"
        : day.ToString(day.Year == today.Year ? "dddd, MMMM d" : "MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Time(DateTime local) =>
        local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>"Counted: one visit, 9:12 am." or "Counted: a visit of 12 people, 9:12 am."</summary>
    public static string Recorded(SupportContact contact, QuickButton? button, DateTime local)
    {
        var one = button?.One ?? Name(contact);
        var what =
            contact.Headcount == 1
                ? $"one {one}"
                : $"{contact.Headcount.ToString("N0", CultureInfo.InvariantCulture)} people, {one}";
        var when = contact.TimeKnown ? Time(local) : local.ToString("MMMM d", CultureInfo.InvariantCulture);
        return $"{Capital(SupportWords.Of(contact.Level))}: {what}, {when}.";
    }

    public static string Name(SupportContact contact) => Name(contact.How, contact.Kinds);

    public static string Name(ContactHow how, SupportKinds kinds) =>
        how switch
        {
            ContactHow.Phone => "phone call",
            ContactHow.Video => "video call",
            ContactHow.Text => "text conversation",
            ContactHow.Chat => "chat",
            _ when kinds.HasFlag(SupportKinds.Group) => "group",
            _ when kinds == SupportKinds.APlaceToBe => "visit",
            _ => "moment of support",
        };

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>An earlier version in one sentence.</summary>
    public static string Before(
        SupportContactVersion version,
        OrganizationContext organization,
        IReadOnlyList<SupportProgram> programs
    )
    {
        var facts = JsonSerializer.Deserialize<ContactFacts>(version.Body)!;
        var local = organization.Local(facts.StartedAt);
        var parts = new[]
        {
            programs.FirstOrDefault(p => p.Id == facts.ProgramId)?.Name ?? "an earlier program",
            local.ToString("MMM d, yyyy", CultureInfo.InvariantCulture) + (facts.TimeKnown ? ", " + Time(local) : ""),
            facts.Minutes is { } minutes ? $"{minutes} minutes" : "minutes not recorded",
            SupportWords.Of(facts.How),
            SupportWords.Of(facts.Kinds),
            $"{facts.Headcount} {(facts.Headcount == 1 ? "person" : "people")}",
            SupportWords.Of(facts.Level) + (facts.UndoneAt is null ? "" : ", undone"),
        };
        return string.Join("; ", parts) + ".";
    }
}
