using Hearth.X12.Reading;

namespace Hearth.X12.Eligibilities;

/// <summary>A subscriber or dependent of a 270 or 271 while its segments come.</summary>
internal sealed class PersonDraft
{
    private readonly List<Fields> references = [];
    private readonly List<Fields> dates = [];
    private Fields? name;
    private Fields? street;
    private Fields? city;
    private Fields? provider;
    private Fields? demographics;
    private Fields? insured;
    private Fields? diagnoses;
    private EligibilityPerson? built;

    public List<Fields> Traces { get; } = [];

    public List<Fields> Rejections { get; } = [];

    public List<ItemDraft> Items { get; } = [];

    /// <summary>Something is asked or said of this person, rather than of dependents alone.</summary>
    public bool IsAskedAbout => Traces.Count + Rejections.Count + Items.Count > 0;

    public EligibilityPerson Person => built ??= Build();

    public void Take(Fields fields)
    {
        if (fields.Tag is "EB" or "EQ")
        {
            Items.Add(new(fields));
        }
        else if (Items.Count > 0)
        {
            Items[^1].Take(fields);
        }
        else
        {
            TakeOwn(fields);
        }
    }

    private void TakeOwn(Fields fields)
    {
        switch (fields.Tag)
        {
            case "NM1":
                name ??= fields;
                break;
            case "TRN":
                Traces.Add(fields);
                break;
            case "REF":
                references.Add(fields);
                break;
            case "N3":
                street ??= fields;
                break;
            case "N4":
                city ??= fields;
                break;
            case "AAA":
                Rejections.Add(fields);
                break;
            case "PRV":
                provider ??= fields;
                break;
            case "DMG":
                demographics ??= fields;
                break;
            case "INS":
                insured ??= fields;
                break;
            case "HI":
                diagnoses ??= fields;
                break;
            case "DTP":
                dates.Add(fields);
                break;
        }
    }

    private EligibilityPerson Build()
    {
        name?.Pass(1);
        insured?.Pass(1);
        var person = new EligibilityPerson
        {
            Name = name?.PersonName(),
            References = [.. references.Select(r => r.Reference())],
            Address = PartyReading.Address(street, city),
            Provider = provider?.Role(),
            Born = demographics?.Born(),
            Gender = demographics?.Maybe(3),
            Relationship = insured?.Maybe(2),
            Change = insured?.Maybe(3),
            ChangeReason = insured?.Maybe(4),
            BirthOrder = insured?.Whole(17),
            Diagnoses = diagnoses is null ? [] : Diagnoses(diagnoses),
            Dates = [.. dates.Select(d => d.Period()).OfType<QualifiedPeriod>()],
            MemberId = name?.Maybe(9),
        };
        return name?.Maybe(8) is { } qualifier ? person with { MemberIdQualifier = qualifier } : person;
    }

    private static List<Diagnosis> Diagnoses(Fields hi)
    {
        var found = new List<Diagnosis>();
        for (var element = 1; hi.Look(element).Length > 0; element++)
        {
            found.Add(new(hi.Part(element, 1), hi.Part(element, 2)));
        }
        return found;
    }
}
