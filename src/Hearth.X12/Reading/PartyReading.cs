namespace Hearth.X12.Reading;

/// <summary>A party while its segments come: NM1, then N3, N4, REF and PER.</summary>
internal sealed class PartyReading(Fields nm1)
{
    private readonly List<SecondaryId> ids = [];
    private readonly List<PayerContact> contacts = [];
    private Fields? street;
    private Fields? city;

    /// <summary>Takes the next segment.</summary>
    /// <returns>False where it is none of a party's segments, or stands there twice.</returns>
    public bool Take(Fields fields)
    {
        switch (fields.Tag)
        {
            case "N3" when street is null:
                street = fields;
                return true;
            case "N4" when city is null:
                city = fields;
                return true;
            case "REF":
                ids.Add(new(fields.Text(1), fields.Text(2)));
                return true;
            case "PER":
                contacts.Add(fields.Contact());
                return true;
            default:
                return false;
        }
    }

    public Party Build() =>
        new()
        {
            Role = nm1.Text(1),
            IsPerson = nm1.Text(2) == "1",
            Name = nm1.Text(3),
            FirstName = nm1.Maybe(4),
            MiddleName = nm1.Maybe(5),
            Prefix = nm1.Maybe(6),
            Suffix = nm1.Maybe(7),
            IdQualifier = nm1.Maybe(8),
            Id = nm1.Maybe(9),
            Address = Address(street, city),
            SecondaryIds = ids,
            Contacts = contacts,
        };

    public static Address? Address(Fields? n3, Fields? n4) =>
        n3 is null && n4 is null
            ? null
            : new()
            {
                Line1 = n3?.Text(1) ?? "",
                Line2 = n3?.Maybe(2),
                City = n4?.Text(1) ?? "",
                State = n4?.Maybe(2),
                Zip = n4?.Maybe(3),
                Country = n4?.Maybe(4),
                Subdivision = n4?.Maybe(7),
            };
}
