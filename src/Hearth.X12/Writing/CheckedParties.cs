namespace Hearth.X12.Writing;

/// <summary>Segments about parties, checked as they are written.</summary>
internal static class CheckedParties
{
    private const int LongestId = 80;
    private const int LongestReference = 50;
    private static readonly string[] Genders = ["F", "M", "U"];

    extension(CheckedWriter to)
    {
        /// <summary>NM1 of who is asked or who asks.</summary>
        public void Party(Party party, PartyRule rule, string what)
        {
            to.Begin("NM1");
            to.RequiredOf(party.Role, rule.Roles, $"the role of {what}");
            to.Code(party.IsPerson ? "1" : "2");
            to.Optional(party.Name, 60, $"the name of {what}");
            to.Optional(party.FirstName, 35, $"the first name of {what}");
            to.Optional(party.MiddleName, 25, $"the middle name of {what}");
            to.Skip();
            to.Optional(party.Suffix, 10, $"the suffix of {what}");
            to.RequiredOf(party.IdQualifier, rule.Ids, $"the kind of id of {what}");
            to.Required(party.Id, LongestId, $"the id of {what}", least: 2);
            Check(to, party, rule, what);
            to.End();
        }

        /// <summary>NM1 of a person, with or without a name and an id.</summary>
        public void Person(string role, PartyName? name, string? qualifier, string? id, string what)
        {
            to.Begin("NM1");
            to.Code(role);
            to.Code(name is { IsOrganization: true } ? "2" : "1");
            to.Optional(name?.Last, 60, $"the last name of {what}");
            to.Optional(name?.First, 35, $"the first name of {what}");
            to.Optional(name?.Middle, 25, $"the middle name of {what}");
            to.Skip();
            to.Optional(name?.Suffix, 10, $"the suffix of {what}");
            if (!string.IsNullOrEmpty(id))
            {
                to.Required(qualifier, 2, $"the kind of id of {what}");
                to.Required(id, LongestId, $"the id of {what}", least: 2);
            }
            to.End();
        }

        /// <summary>REF.</summary>
        public void Reference(string qualifier, string? value, string what, IReadOnlyCollection<string>? allowed = null)
        {
            to.Begin("REF");
            if (allowed is null)
            {
                to.Required(qualifier, 3, $"the kind of {what}", least: 2);
            }
            else
            {
                to.RequiredOf(qualifier, allowed, $"the kind of {what}");
            }
            to.Required(value, LongestReference, what);
            to.End();
        }

        /// <summary>N3 and N4.</summary>
        public void Address(Address? address, string what)
        {
            if (address is null)
            {
                return;
            }
            to.Begin("N3");
            to.Required(address.Line1, 55, $"the street of {what}");
            to.Optional(address.Line2, 55, $"the second line of the address of {what}");
            to.End();
            to.Begin("N4");
            to.Required(address.City, 30, $"the city of {what}", least: 2);
            to.Optional(address.State, 2, $"the state of {what}", least: 2);
            to.Optional(address.Zip, 15, $"the ZIP code of {what}", least: 3);
            to.Optional(address.Country, 3, $"the country of {what}", least: 2);
            to.Skip(2);
            to.Optional(address.Subdivision, 3, $"the part of the country of {what}");
            to.End();
        }

        /// <summary>DMG.</summary>
        public void Demographics(
            DateOnly? born,
            string? gender,
            string what,
            IReadOnlyCollection<string>? genders = null
        )
        {
            if (born is null && string.IsNullOrEmpty(gender))
            {
                return;
            }
            to.Begin("DMG");
            if (born is null)
            {
                to.Skip(2);
            }
            else
            {
                to.Code("D8");
                to.Date(born);
            }
            to.OptionalOf(gender, genders ?? Genders, $"the gender of {what}");
            to.End();
        }

        /// <summary>DTP.</summary>
        public void Period(string qualifier, DateOnly from, DateOnly through, string what)
        {
            to.Begin("DTP");
            to.Required(qualifier, 3, $"what the date of {what} is", least: 3);
            if (through < from)
            {
                to.Add($"The period of {what} ends before it begins.", "Give its first day first.", null);
            }
            if (from == through)
            {
                to.Code("D8");
                to.Date(from);
            }
            else
            {
                to.Code("RD8");
                to.Code($"{from:yyyyMMdd}-{through:yyyyMMdd}");
            }
            to.End();
        }

        /// <summary>A procedure's composite.</summary>
        public void Procedure(Procedure procedure, IReadOnlyCollection<string> qualifiers, bool withDescription = false)
        {
            to.BeginComposite();
            to.RequiredOf(procedure.Qualifier, qualifiers, "the list of the procedure's code");
            to.Required(procedure.Code, 48, "the procedure's code");
            if (procedure.Modifiers.Count > 4)
            {
                to.Add($"The procedure has {procedure.Modifiers.Count} modifiers.", "Give at most four.", null);
            }
            foreach (var modifier in procedure.Modifiers.Take(4))
            {
                to.Required(modifier, 2, "a modifier", least: 2);
            }
            if (withDescription)
            {
                to.Skip(4 - Math.Min(4, procedure.Modifiers.Count));
                to.Optional(procedure.Description, 80, "the procedure's description");
            }
            else
            {
                to.NoPlace(procedure.Description is not null, "the procedure's description");
            }
            to.EndComposite();
        }

        /// <summary>Refuses what this transaction has no place for, rather than leaving it out.</summary>
        public void NoPlace(bool isThere, string what)
        {
            if (isThere)
            {
                to.Add($"There is no place for {what}.", "Leave it out.", null);
            }
        }
    }

    private static void Check(CheckedWriter to, Party party, PartyRule rule, string what)
    {
        if (string.IsNullOrWhiteSpace(party.Name) && rule.IsNameRequired)
        {
            to.Missing($"the name of {what}", at: 3);
        }
        if (party.IdQualifier == "XX" && party.Id is { } npi && !Npi.IsValid(npi))
        {
            to.Add(
                $"\"{npi}\" is no National Provider Identifier.",
                "Give ten digits with the right check digit.",
                npi,
                at: 9
            );
        }
        to.NoPlace(party.IsPerson && rule.IsOrganization, $"a person as {what}");
        to.NoPlace(
            !party.IsPerson && (party.FirstName ?? party.MiddleName ?? party.Suffix) is not null,
            $"an organization's first name, middle name or suffix as {what}"
        );
        to.NoPlace(party.Prefix is not null, $"the prefix of {what}");
        to.NoPlace(party.Suffix is not null && !rule.HasSuffix, $"the suffix of {what}");
        to.NoPlace(party.Contacts.Count > 0, $"contacts of {what}");
        to.NoPlace(
            (party.Address is not null || party.SecondaryIds.Count > 0) && !rule.HasDetails,
            $"the address or other numbers of {what}"
        );
    }
}

/// <summary>What may be said of a party.</summary>
/// <param name="Roles">NM101.</param>
/// <param name="Ids">NM108.</param>
internal sealed record PartyRule(IReadOnlyCollection<string> Roles, IReadOnlyCollection<string> Ids)
{
    public bool IsOrganization { get; init; }
    public bool IsNameRequired { get; init; } = true;
    public bool HasSuffix { get; init; } = true;

    /// <summary>N3, N4 and REF may follow.</summary>
    public bool HasDetails { get; init; }
}
