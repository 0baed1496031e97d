using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Forms;

namespace Hearth.Modules.People.Pages;

/// <summary>A person's details as a form has them: text, whatever was typed.</summary>
public sealed record DetailInput
{
    public int Version { get; init; }
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Wishes { get; init; }
    public string? BirthYear { get; init; }
    public string? Gender { get; init; }
    public IReadOnlyList<string> RaceEthnicity { get; init; } = [];
    public string? Language { get; init; }
    public string? County { get; init; }

    public static DetailInput Read(IFormCollection form) =>
        new()
        {
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : 0,
            Code = form["code"],
            Name = form["name"],
            Phone = form["phone"],
            Email = form["email"],
            Wishes = form["wishes"],
            BirthYear = form["birthYear"],
            Gender = form["gender"],
            RaceEthnicity = [.. form["raceEthnicity"].OfType<string>()],
            Language = form["language"],
            County = form["county"],
        };

    public static DetailInput Of(PersonDetails details, int version) =>
        new()
        {
            Version = version,
            Code = details.Code,
            Name = details.Name,
            Phone = details.Reach.Phone,
            Email = details.Reach.Email,
            Wishes = details.Reach.Wishes,
            BirthYear = details.BirthYear?.ToString(CultureInfo.InvariantCulture),
            Gender = details.Gender,
            RaceEthnicity = details.RaceEthnicity,
            Language = details.Language,
            County = details.County,
        };

    public (PersonDetails Details, IReadOnlyList<Problem> Problems) ToDetails()
    {
        var year = TypedText.Clean(BirthYear);
        var isYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var born);
        var details = new PersonDetails
        {
            Code = Code,
            Name = Name,
            Reach = new(Phone, Email, Wishes),
            BirthYear = isYear ? born : null,
            Gender = Gender,
            RaceEthnicity = RaceEthnicity,
            Language = Language,
            County = County,
        };
        return (
            details.Clean(),
            year is null || isYear
                ? []
                : [new("birthYear", "Write the year of birth in four figures, or leave it empty.")]
        );
    }
}
