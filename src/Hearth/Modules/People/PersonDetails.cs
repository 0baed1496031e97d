using Hearth.Foundation.Forms;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People;

/// <summary>What a person told about themselves, opened. Every part but one way to be called may stay unasked.</summary>
public sealed record PersonDetails
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public Reach Reach { get; init; } = new(null, null, null);
    public int? BirthYear { get; init; }
    public string? Gender { get; init; }
    public IReadOnlyList<string> RaceEthnicity { get; init; } = [];
    public string? Language { get; init; }
    public string? County { get; init; }

    /// <summary>The same, as it can be kept.</summary>
    public PersonDetails Clean() =>
        this with
        {
            Code = TypedText.Clean(Code),
            Name = TypedText.Clean(Name),
            Reach = new(TypedText.Clean(Reach.Phone), TypedText.Clean(Reach.Email), TypedText.Clean(Reach.Wishes)),
            Gender = TypedText.Clean(Gender),
            RaceEthnicity =
            [
                .. RaceEthnicity.Select(TypedText.Clean).OfType<string>().Distinct(StringComparer.Ordinal),
            ],
            Language = TypedText.Clean(Language),
            County = TypedText.Clean(County),
        };

    /// <summary>Opens a person. Whoever calls this has logged the read.</summary>
    internal static PersonDetails Of(Person person, PersonSeal seal) =>
        new()
        {
            Code = seal.Code(person),
            Name = seal.Name(person),
            Reach = seal.Reach(person) ?? new(null, null, null),
            BirthYear = person.BirthYear,
            Gender = person.Gender,
            RaceEthnicity = person.RaceEthnicity,
            Language = person.Language,
            County = person.County,
        };

    internal void Write(Person person, PersonSeal seal)
    {
        var before = Of(person, seal);
        // A value that did not change keeps its seal, so that the audit tells what changed and no more.
        if (before.Code != Code)
        {
            seal.SetCode(person, Code);
        }
        if (before.Name != Name)
        {
            seal.SetName(person, Name);
        }
        if (before.Reach != Reach)
        {
            seal.SetReach(person, Reach);
        }
        person.BirthYear = (short?)BirthYear;
        person.Gender = Gender;
        if (!person.RaceEthnicity.SequenceEqual(RaceEthnicity))
        {
            person.RaceEthnicity = [.. RaceEthnicity];
        }
        person.Language = Language;
        person.County = County;
    }

    public bool Says(PersonDetails other) =>
        this with { RaceEthnicity = [] } == other with { RaceEthnicity = [] }
        && RaceEthnicity.SequenceEqual(other.RaceEthnicity);
}
