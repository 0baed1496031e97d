namespace Hearth.X12.Checking;

internal sealed partial class ClaimCheck
{
    private void Billing(BillingProvider provider)
    {
        if (ReferenceEquals(provider, billing))
        {
            return;
        }
        billing = provider;
        who = "the billing provider";
        Name(provider.Name);
        Identifier(provider.Npi);
        Taxonomy(provider.Taxonomy);
        Digits(provider.TaxId, 9, "REF", 2, "tax id", isRequired: true);
        Address(provider.Address, needsFullZip: true);
        if (IsPostOfficeBox(provider.Address.Line1) || IsPostOfficeBox(provider.Address.Line2))
        {
            Add(
                "N3",
                1,
                "The billing provider's address is a post office box.",
                "Give the street address; the box can be the pay-to address.",
                provider.Address.Line1
            );
        }
        Secondary(provider.License, provider.License?.Qualifier is "0B" or "1G", "0B or 1G");
        if (provider.Contact is { } contact)
        {
            Contact(contact);
        }
        if (provider.PayTo is { } payTo)
        {
            who = "the pay-to address";
            Address(payTo);
        }
    }

    private void Insured(Claim checkedClaim)
    {
        if (!ReferenceEquals(checkedClaim.Subscriber, subscriber))
        {
            subscriber = checkedClaim.Subscriber;
            SubscriberItself(subscriber);
        }
        if (!ReferenceEquals(checkedClaim.Payer, payer))
        {
            payer = checkedClaim.Payer;
            who = "the payer";
            PayerItself(payer);
            Secondary(
                payer.BillingProviderId,
                payer.BillingProviderId?.Qualifier is "G2" or "LU",
                "G2 or LU",
                "the billing provider"
            );
        }
        if (checkedClaim.BillingProvider.Npi is null && payer.BillingProviderId is null)
        {
            Add(
                "NM1",
                9,
                "The billing provider has neither an NPI nor a number that the payer gave.",
                "Add the NPI; one who can have none needs the payer's own number."
            );
        }
        if (checkedClaim.Patient is { } patient)
        {
            Dependent(patient);
        }
        else
        {
            who = "the subscriber, who is the patient,";
            if (subscriber.Address is null)
            {
                Missing("N3", 1, "address");
            }
            if (subscriber.Born is null)
            {
                Missing("DMG", 2, "date of birth");
            }
        }
    }

    private void SubscriberItself(Subscriber person)
    {
        who = "the subscriber";
        Code(
            IsResponsibility(person.Responsibility),
            person.Responsibility,
            "SBR",
            1,
            "place in the order of payers",
            Responsibilities
        );
        Text(person.GroupNumber, 1, 50, "SBR", 3, "group number");
        Text(person.GroupName, 1, 60, "SBR", 4, "group name");
        Code(IsInsuranceType(person.InsuranceType), person.InsuranceType, "SBR", 5, "insurance type", InsuranceTypes);
        Code(IsFiling(person.FilingIndicator), person.FilingIndicator, "SBR", 9, "kind of plan", Filings);
        if (person is { FilingIndicator: "MA" or "MB", InsuranceType: null or "", Responsibility: not "P" })
        {
            Missing("SBR", 5, "reason why Medicare pays second, the insurance type,");
        }
        Name(person.Name);
        Text(person.MemberId, 2, 80, "NM1", 9, "member id", isRequired: true);
        if (person.Address is { } address)
        {
            Address(address);
        }
        if (person.Born is { } born)
        {
            Days(born, made, "DMG", "the subscriber's birth", "The day the file is made");
            Code(person.Gender is "F" or "M" or "U", person.Gender, "DMG", 3, "gender", "F, M or U");
        }
        Digits(person.Ssn, 9, "REF", 2, "social security number");
    }

    private void Dependent(Patient patient)
    {
        who = "the patient";
        Code(
            patient.Relationship is "01" or "19" or "20" or "21" or "39" or "40" or "53" or "G8",
            patient.Relationship,
            "PAT",
            1,
            "relationship to the subscriber",
            "01, 19, 20, 21, 39, 40, 53 or G8"
        );
        Name(patient.Name, mayBeOrganization: false);
        Address(patient.Address);
        Days(patient.Born, made, "DMG", "the patient's birth", "The day the file is made");
        Code(patient.Gender is "F" or "M" or "U", patient.Gender, "DMG", 3, "gender", "F, M or U");
    }

    private void PayerItself(Payer plan)
    {
        Text(plan.Name, 1, 60, "NM1", 3, "name", isRequired: true);
        Text(plan.Id, 2, 80, "NM1", 9, "id", isRequired: true);
        if (plan.Address is { } address)
        {
            Address(address);
        }
        Secondary(plan.SecondaryId, plan.SecondaryId?.Qualifier is "2U" or "EI" or "FY" or "NF", "2U, EI, FY or NF");
    }

    private void Person(Provider? provider, string role, bool mayBeOrganization, bool mayHaveLocation = true)
    {
        if (provider is null)
        {
            return;
        }
        who = role;
        Name(provider.Name, mayBeOrganization);
        Identifier(provider.Npi);
        Taxonomy(provider.Taxonomy);
        var isRight =
            provider.SecondaryId?.Qualifier is "0B" or "1G" or "G2"
            || (mayHaveLocation && provider.SecondaryId?.Qualifier == "LU");
        Secondary(provider.SecondaryId, isRight, mayHaveLocation ? "0B, 1G, G2 or LU" : "0B, 1G or G2");
    }

    private void Facility(ServiceFacility facility)
    {
        who = "the service facility";
        Text(facility.Name, 1, 60, "NM1", 3, "name", isRequired: true);
        Identifier(facility.Npi);
        Address(facility.Address, needsFullZip: true);
        Secondary(facility.SecondaryId, facility.SecondaryId?.Qualifier is "0B" or "G2" or "LU", "0B, G2 or LU");
    }

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
