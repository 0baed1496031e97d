namespace Hearth.X12.Claims;

/// <summary>What has been read of a party so far.</summary>
internal sealed class PartyDraft
{
    private static readonly PartyName Nobody = new() { Last = "" };
    private static readonly Address Nowhere = new() { Line1 = "", City = "" };

    public bool IsThere { get; private set; }
    public PartyName Name { get; private set; } = Nobody;
    public string? Id { get; private set; }
    public bool IdIsNational { get; private set; }
    public Address? Address { get; private set; }
    public Contact? Contact { get; private set; }
    public string? Taxonomy { get; set; }
    public SecondaryId? SecondaryId { get; set; }

    public Address Place => Address ?? Nowhere;

    public void Clear()
    {
        IsThere = IdIsNational = false;
        Name = Nobody;
        (Id, Address, Contact, Taxonomy, SecondaryId) = (null, null, null, null, null);
    }

    /// <summary>NM1 with an id of the qualifier that this party's have, or of a national one.</summary>
    public void TakeName(ref Asked nm1, ReadOnlySpan<byte> qualifier, bool mayBeNational = false)
    {
        IsThere = true;
        nm1.Pass(1);
        Name = new PartyName
        {
            IsOrganization = nm1.IsNot(2, "1"u8, "2"u8),
            Last = nm1.Text(3) ?? "",
            First = nm1.Text(4),
            Middle = nm1.Text(5),
            Suffix = nm1.Text(7),
        };
        IdIsNational = mayBeNational && nm1.Is(8, "XV"u8);
        if (IdIsNational || nm1.Is(8, qualifier))
        {
            Id = nm1.Text(9);
        }
    }

    /// <summary>N3, N4 and PER.</summary>
    public void Take(ref Asked segment, bool hasContact)
    {
        switch (segment.Code)
        {
            case Tags.N3 when Address is null:
                Address = Nowhere with { Line1 = segment.Own(1) ?? "", Line2 = segment.Text(2) };
                break;
            case Tags.N4 when Place.City.Length == 0:
                Address = Place with
                {
                    City = segment.Text(1) ?? "",
                    State = segment.Text(2),
                    Zip = segment.Text(3),
                    Country = segment.Text(4),
                    Subdivision = segment.Text(7),
                };
                break;
            case Tags.Per when hasContact && Contact is null:
                TakeContact(ref segment);
                break;
        }
    }

    /// <summary>REF of the party itself.</summary>
    public void TakeReference(ref Asked reference)
    {
        if (SecondaryId is null)
        {
            SecondaryId = new(reference.Text(1) ?? "", reference.Text(2) ?? "");
        }
    }

    public Provider? AsProvider(Shared<Provider> providers) =>
        IsThere
            ? providers.Of(
                new()
                {
                    Name = Name,
                    Npi = Id,
                    Taxonomy = Taxonomy,
                    SecondaryId = SecondaryId,
                },
                Id ?? Name.Last
            )
            : null;

    private void TakeContact(ref Asked per)
    {
        per.Is(1, "IC"u8);
        var contact = new Contact { Name = per.Text(2) };
        for (var element = 3; element <= 7; element += 2)
        {
            var before = contact;
            contact = per[element] switch
            {
                [(byte)'T', (byte)'E'] when contact.Phone is null => contact with { Phone = per.Text(element + 1) },
                [(byte)'E', (byte)'X'] when contact.Extension is null => contact with
                {
                    Extension = per.Text(element + 1),
                },
                [(byte)'F', (byte)'X'] when contact.Fax is null => contact with { Fax = per.Text(element + 1) },
                [(byte)'E', (byte)'M'] when contact.Email is null => contact with { Email = per.Text(element + 1) },
                _ => contact,
            };
            if (!ReferenceEquals(before, contact))
            {
                per.Pass(element);
            }
        }
        Contact = contact;
    }
}
