using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Takes an N1 and the N3, N4, REF and PER that follow it.</summary>
internal sealed class PartyBuilder(Values values)
{
    private readonly List<SecondaryId> ids = [];
    private readonly List<PayerContact> contacts = [];
    private Party? party;
    private Address? address;
    private bool hasStreet;
    private bool hasCity;

    /// <summary>Takes an N1.</summary>
    /// <returns>False where there is one already.</returns>
    public bool Begin(in Segment n1, Rest rest)
    {
        if (party is not null)
        {
            return false;
        }
        party = values.Named(n1);
        rest.After(4, n1);
        return true;
    }

    /// <summary>Takes what follows an N1.</summary>
    /// <returns>False for a segment that no member carries.</returns>
    public bool Take(in Segment segment, Rest rest)
    {
        switch (segment.Code)
        {
            case Tags.N3 when !hasStreet:
                hasStreet = true;
                address = Parts.Lined(address, segment);
                rest.After(2, segment);
                return true;
            case Tags.N4 when !hasCity:
                hasCity = true;
                address = values.Placed(address, segment);
                rest.Unless(segment[5].IsEmpty, segment, 5);
                rest.Unless(segment[6].IsEmpty, segment, 6);
                rest.After(7, segment);
                return true;
            case Tags.Ref:
                ids.Add(new(values.Code(segment, 1), segment.Text(2)));
                rest.After(2, segment);
                return true;
            case Tags.Per:
                contacts.Add(values.Contact(segment));
                rest.After(8, segment);
                return true;
            default:
                return false;
        }
    }

    public Party? Build()
    {
        var built = party is null
            ? null
            : party with
            {
                Address = address,
                SecondaryIds = ids.Taken(),
                Contacts = contacts.Taken(),
            };
        (party, address, hasStreet, hasCity) = (null, null, false, false);
        return built;
    }
}
