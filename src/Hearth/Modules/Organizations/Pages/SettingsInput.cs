using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations.Rules;

namespace Hearth.Modules.Organizations.Pages;

/// <summary>The organization's own settings as they were typed.</summary>
public sealed record OrganizationInput(string? Name, string? PersonWord, string? State, string? TimeZone, int Version)
{
    public static OrganizationInput Of(Organization o) => new(o.Name, o.PersonWord, o.State, o.TimeZone, o.Version);

    public static OrganizationInput Read(IFormCollection form) =>
        new(form["name"], form["word"], form["state"], form["zone"], form.Version());

    public IReadOnlyList<Problem> ApplyTo(Organization organization)
    {
        var form = new FormText();
        var name = form.Required("name", Name, Organization.NameLength, "Give the organization's name.");
        var word = form.Required("word", PersonWord, 40, "Choose a word for a person, such as guest or member.");
        var state = form.State("state", State);
        var zone = form.TimeZone("zone", TimeZone);
        if (zone is null)
        {
            form.Say("zone", "Choose the time zone that your clocks show.");
        }
        if (form.Problems.Count == 0)
        {
            (organization.Name, organization.PersonWord, organization.State, organization.TimeZone) = (
                name,
                word,
                state,
                zone!
            );
        }
        return form.Problems;
    }
}

/// <summary>A program as it was typed.</summary>
public sealed record ProgramInput(
    string? Name,
    string? Model,
    string? Regime,
    string? Level,
    string? PersonWord,
    string? Site,
    string? StartedOn,
    string? EndedOn,
    int Version
)
{
    public static ProgramInput New { get; } =
        new(null, null, nameof(LegalRegime.InternalPromise), nameof(RecordLevel.Counted), null, null, null, null, 0);

    public static ProgramInput Of(SupportProgram p) =>
        new(
            p.Name,
            p.Model.ToString(),
            p.LegalRegime.ToString(),
            p.StartingLevel.ToString(),
            p.PersonWord,
            p.SiteId?.ToString(),
            p.StartedOn.Iso(),
            p.EndedOn.Iso(),
            p.Version
        );

    public static ProgramInput Read(IFormCollection form) =>
        new(
            form["name"],
            form["model"],
            form["regime"],
            form["level"],
            form["word"],
            form["site"],
            form["started"],
            form["ended"],
            form.Version()
        );

    public (ProgramFacts Facts, IReadOnlyList<Problem> Problems) ToFacts(IReadOnlyList<Site> sites)
    {
        var form = new FormText();
        var facts = new ProgramFacts(
            form.Required("name", Name, 200, "Give the program's name."),
            form.Choice<ProgramModel>("model", Model, "Choose what kind of program it is."),
            form.Choice<LegalRegime>("regime", Regime, "Choose what binds the program's records."),
            form.Choice<RecordLevel>("level", Level, "Choose the level that new records start at."),
            form.Optional("word", PersonWord, 40),
            sites.FirstOrDefault(s => s.Id.ToString() == Site)?.Id,
            form.Day("started", StartedOn),
            form.Day("ended", EndedOn)
        );
        if (facts.EndedOn < facts.StartedOn)
        {
            form.Say("ended", "The last day is before the first. Change one of them.");
        }
        return (facts, form.Problems);
    }
}

/// <summary>What of a program its page can change.</summary>
public sealed record ProgramFacts(
    string Name,
    ProgramModel Model,
    LegalRegime Regime,
    RecordLevel Level,
    string? PersonWord,
    Guid? SiteId,
    DateOnly? StartedOn,
    DateOnly? EndedOn
)
{
    public void ApplyTo(SupportProgram program)
    {
        (program.Name, program.Model, program.LegalRegime, program.StartingLevel) = (Name, Model, Regime, Level);
        (program.PersonWord, program.SiteId, program.StartedOn, program.EndedOn) = (
            PersonWord,
            SiteId,
            StartedOn,
            EndedOn
        );
    }
}

/// <summary>A site as it was typed.</summary>
public sealed record SiteInput(
    string? Name,
    string? State,
    string? County,
    string? TimeZone,
    string? Street,
    string? City,
    string? PostalCode,
    bool Confidential,
    string? ClosedOn,
    int Version
)
{
    public static SiteInput Of(Site s, SiteAddress? address) =>
        new(
            s.Name,
            s.State,
            s.County,
            s.TimeZone,
            address?.Street,
            address?.City,
            address?.PostalCode,
            s.AddressConfidential,
            s.ClosedOn.Iso(),
            s.Version
        );

    public static SiteInput Read(IFormCollection form) =>
        new(
            form["name"],
            form["state"],
            form["county"],
            form["zone"],
            form["street"],
            form["city"],
            form["postal"],
            form["confidential"] == "yes",
            form["closed"],
            form.Version()
        );

    public IReadOnlyList<Problem> ApplyTo(Site site, Keyring keyring)
    {
        var form = new FormText();
        var name = form.Required("name", Name, 200, "Give the place a name, such as the house or the street corner.");
        var (state, county, zone) = (
            form.State("state", State),
            form.Optional("county", County, 100),
            form.TimeZone("zone", TimeZone)
        );
        var address = new SiteAddress(
            form.Optional("street", Street, 200) ?? "",
            form.Optional("city", City, 100) ?? "",
            form.Optional("postal", PostalCode, 20) ?? ""
        );
        var closed = form.Day("closed", ClosedOn);
        if (form.Problems.Count > 0)
        {
            return form.Problems;
        }
        (site.Name, site.State, site.County, site.TimeZone) = (name, state, county, zone);
        (site.AddressConfidential, site.ClosedOn) = (Confidential, closed);
        if (site.OpenAddress(keyring) is var present && (present ?? new("", "", "")) != address)
        {
            site.SetAddress(address, keyring);
        }
        return [];
    }
}

/// <summary>A supporter as they were typed.</summary>
public sealed record SupporterInput(
    string? Name,
    string? Initials,
    bool Volunteer,
    string? StartedOn,
    string? EndedOn,
    int Version
)
{
    public static SupporterInput Of(Supporter s) =>
        new(s.Name, s.Initials, s.IsVolunteer, s.StartedOn.Iso(), s.EndedOn.Iso(), s.Version);

    public static SupporterInput Read(IFormCollection form) =>
        new(form["name"], form["initials"], form["volunteer"] == "yes", form["started"], form["ended"], form.Version());

    public IReadOnlyList<Problem> ApplyTo(Supporter supporter)
    {
        var form = new FormText();
        var name = form.Required("name", Name, 200, "Give their name.");
        var initials = form.Optional("initials", Initials, 10);
        var (started, ended) = (form.Day("started", StartedOn), form.Day("ended", EndedOn));
        if (ended < started)
        {
            form.Say("ended", "The last day is before the first. Change one of them.");
        }
        if (form.Problems.Count == 0)
        {
            (supporter.Name, supporter.Initials, supporter.IsVolunteer) = (name, initials, Volunteer);
            (supporter.StartedOn, supporter.EndedOn) = (started, ended);
        }
        return form.Problems;
    }
}

internal static class FormValues
{
    public static int Version(this IFormCollection form) =>
        int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>For people; <see cref="Iso"/> is for the field of a form.</summary>
    public static string? Words(this DateOnly? day) => day?.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string? Iso(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
