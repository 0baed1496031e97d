using Hearth.X12.Reading;

namespace Hearth.X12.Statuses;

/// <summary>A subscriber or dependent of a 276 or 277 while its segments come.</summary>
internal sealed class StatusPersonFields
{
    private Fields? name;
    private Fields? demographics;
    private StatusPerson? built;

    public StatusPerson Person => built ??= Build();

    public void Take(Fields fields)
    {
        if (fields.Tag == "NM1")
        {
            name ??= fields;
        }
        else if (fields.Tag == "DMG")
        {
            demographics ??= fields;
        }
    }

    private StatusPerson Build()
    {
        name?.Pass(1);
        var person = new StatusPerson
        {
            Name = name?.PersonName(),
            MemberId = name?.Maybe(9),
            Born = demographics?.Born(),
            Gender = demographics?.Maybe(3),
        };
        return name?.Maybe(8) is { } qualifier ? person with { MemberIdQualifier = qualifier } : person;
    }
}
