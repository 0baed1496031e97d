using System.Runtime.CompilerServices;

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
        var rules = (mayBeOrganization ? 2 : 0) + (mayHaveLocation ? 1 : 0);
        ref var known = ref sound[((RuntimeHelpers.GetHashCode(provider) << 2) + rules) & (sound.Length - 1)];
        if (ReferenceEquals(known, provider))
        {
            return;
        }
        var before = findings.Count;
        who = role;
        Name(provider.Name, mayBeOrganization);
        Identifier(provider.Npi);
        Taxonomy(provider.Taxonomy);
        var isRight =
            provider.SecondaryId?.Qualifier is "0B" or "1G" or "G2"
            || (mayHaveLocation && provider.SecondaryId?.Qualifier == "LU");
        Secondary(provider.SecondaryId, isRight, mayHaveLocation ? "0B, 1G, G2 or LU" : "0B, 1G or G2");
        if (findings.Count == before)
        {
            known = provider;
        }
    }

    private void Facility(ServiceFacility facility)
    {
        who = "the service facility";
        Text(facility.Name, 1, 60, "NM1", 3, "name", isRequired: true);
        Identifier(facility.Npi);
        Address(facility.Address, needsFullZip: true);
        Secondary(facility.SecondaryId, facility.SecondaryId?.Qualifier is "0B" or "G2" or "LU", "0B, G2 or LU");
    }
}
