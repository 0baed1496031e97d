namespace Hearth.X12.Checking;

/// <summary>Names, addresses, contacts and numbers of any party.</summary>
internal sealed partial class ClaimCheck
{
    private void Name(PartyName name, bool mayBeOrganization = true, bool hasSuffix = true)
    {
        Text(name.Last, 1, 60, "NM1", 3, name.IsOrganization ? "name" : "last name", isRequired: true);
        if (name.IsOrganization)
        {
            if (!mayBeOrganization)
            {
                Add("NM1", 2, $"An organization cannot be {who}.", "Name the person.", name.Last);
            }
            if (name.First is not null || name.Middle is not null || name.Suffix is not null)
            {
                Add(
                    "NM1",
                    4,
                    $"The name of {who} is an organization's and has parts of a person's.",
                    "Leave them out."
                );
            }
            return;
        }
        Text(name.First, 1, 35, "NM1", 4, "first name");
        Text(name.Middle, 1, 25, "NM1", 5, "middle name");
        Text(name.Suffix, 1, hasSuffix ? 10 : 0, "NM1", 7, "suffix");
    }

    private void Address(Address address, bool needsFullZip = false)
    {
        Text(address.Line1, 1, 55, "N3", 1, "street address", isRequired: true);
        Text(address.Line2, 1, 55, "N3", 2, "second line of the address");
        Text(address.City, 2, 30, "N4", 1, "city", isRequired: true);
        var isDomestic = address.Country is null or "" or "US";
        if (isDomestic || address.Country == "CA")
        {
            Code(
                IsTwoLetters(address.State),
                address.State,
                "N4",
                2,
                "state or province",
                "the two letters of the post office"
            );
            Code(
                address.Subdivision is null or "",
                address.Subdivision,
                "N4",
                7,
                "subdivision within the United States and Canada",
                "the state instead"
            );
        }
        else
        {
            Code(address.State is null or "", address.State, "N4", 2, "state", "the subdivision for other countries");
        }
        if (isDomestic && (address.Zip?.Length != 5 || needsFullZip))
        {
            Digits(
                address.Zip,
                9,
                "N4",
                3,
                needsFullZip ? "ZIP code, with its last four," : "ZIP code",
                isRequired: true
            );
        }
        else if (isDomestic)
        {
            Digits(address.Zip, 5, "N4", 3, "ZIP code");
        }
        else
        {
            Text(address.Zip, 3, 15, "N4", 3, "postal code");
        }
        Text(address.Country, 2, 3, "N4", 4, "country");
        Text(address.Subdivision, 1, 3, "N4", 7, "subdivision of the country");
    }

    private void Contact(Contact contact)
    {
        const int most = 3;
        Text(contact.Name, 1, 60, "PER", 2, "contact's name");
        Digits(contact.Phone, 10, "PER", 4, "contact's telephone number");
        Text(contact.Extension, 1, 256, "PER", 6, "contact's extension");
        Digits(contact.Fax, 10, "PER", 4, "contact's fax number");
        Text(contact.Email, 1, 256, "PER", 4, "contact's e-mail address");
        var numbers =
            (contact.Phone is null ? 0 : 1)
            + (contact.Extension is null ? 0 : 1)
            + (contact.Fax is null ? 0 : 1)
            + (contact.Email is null ? 0 : 1);
        if (numbers is 0 or > most || (contact.Extension is not null && contact.Phone is null))
        {
            Add(
                "PER",
                4,
                $"The contact of {who} has {numbers} numbers, or an extension without one.",
                "Give a telephone number, fax number or e-mail address: one to three in all."
            );
        }
    }

    private void Identifier(string? npi)
    {
        if (npi is not null && !Npi.IsValid(npi))
        {
            Add(
                "NM1",
                9,
                $"\"{npi}\" is no NPI; it was given for {who}.",
                "Compare it with the NPI registry: ten digits, the last of which checks the others.",
                npi
            );
        }
    }

    private void Taxonomy(string? taxonomy)
    {
        Text(taxonomy, 10, 10, "PRV", 3, "taxonomy code");
    }

    private void Secondary(SecondaryId? id, bool isRight, string allowed, string? whose = null)
    {
        if (id is null)
        {
            return;
        }
        who = whose ?? who;
        Code(isRight, id.Qualifier, "REF", 1, "kind of secondary number", allowed);
        Text(id.Value, 1, 50, "REF", 2, "secondary number", isRequired: true);
    }

    private static bool IsTwoLetters(string? text) =>
        text is { Length: 2 } && !text.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    private static bool IsPostOfficeBox(string? line)
    {
        if (line is null)
        {
            return false;
        }
        Span<char> letters = stackalloc char[Math.Min(line.Length, 60)];
        var count = 0;
        foreach (var c in line.AsSpan(0, letters.Length))
        {
            if (char.IsAsciiLetter(c))
            {
                letters[count++] = char.ToUpperInvariant(c);
            }
        }
        ReadOnlySpan<char> all = letters[..count];
        return all.StartsWith("POBOX")
            || all.Contains("POSTOFFICEBOX", StringComparison.Ordinal)
            || all.SequenceEqual("POB");
    }
}
