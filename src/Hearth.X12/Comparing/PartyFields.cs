namespace Hearth.X12.Comparing;

/// <summary>What is compared of a party.</summary>
internal static class PartyFields
{
    public static void Add(Item to, string role, Party? party)
    {
        if (party is null)
        {
            return;
        }
        to.Add(party.IsPerson ? $"{role}'s last name" : $"{role}'s name", party.Name);
        to.Add($"{role}'s first name", party.FirstName);
        to.Add($"{role}'s middle name", party.MiddleName);
        to.Add($"{role}'s prefix", party.Prefix);
        to.Add($"{role}'s suffix", party.Suffix);
        to.Add($"{role}'s id", party.Id is null ? null : $"{party.IdQualifier} {party.Id}");
        to.Add($"{role}'s address", Text(party.Address));
        foreach (var (qualifier, value) in party.SecondaryIds)
        {
            to.Add($"{role}'s number {qualifier}", value);
        }
        Add(to, $"{role}'s contact", party.Contacts);
    }

    public static void Add(Item to, string name, IReadOnlyList<PayerContact> contacts)
    {
        foreach (var (function, who, channels) in contacts)
        {
            to.Add(
                $"{name} {function}",
                string.Join(' ', [who, .. channels.Select(c => $"{c.Kind} {c.Number}")]).Trim()
            );
        }
    }

    private static string? Text(Address? address) =>
        address is null
            ? null
            : string.Join(
                ", ",
                new[]
                {
                    address.Line1,
                    address.Line2,
                    address.City,
                    address.State,
                    address.Zip,
                    address.Country,
                    address.Subdivision,
                }.Where(part => !string.IsNullOrEmpty(part))
            );
}
