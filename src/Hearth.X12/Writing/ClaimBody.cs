using Hearth.X12.Reading;

namespace Hearth.X12.Writing;

/// <summary>
/// Writes transactions of claims that were checked before: the levels (HL) with their numbers, and the claims under them.
/// </summary>
internal sealed class ClaimBody(EnvelopeWriter envelope)
{
    public const string Guide = "005010X222A1";

    // 2300 may stand a hundred times under one level.
    private const int MostClaimsInLevel = 100;

    private readonly SegmentWriter to = envelope.Segments;
    private int levels;
    private int billingLevel;
    private int subscriberLevel;
    private int claimsInLevel;
    private BillingProvider? billing;
    private Subscriber? subscriber;
    private Payer? payer;
    private Patient? patient;

    public void Begin(ClaimBatch batch)
    {
        (levels, billing, subscriber, payer, patient) = (0, null, null, null, null);
        envelope.BeginTransaction("837", Guide, PlainText.Fold(batch.ControlNumber));
        to.Begin("BHT"u8);
        to.Known("0019"u8);
        to.Known(batch.IsReissue ? "18"u8 : "00"u8);
        to.Text(batch.Reference);
        to.Date(DateOnly.FromDateTime(batch.Created));
        to.Time(TimeOnly.FromDateTime(batch.Created));
        to.Text(batch.Purpose);
        to.End();
        to.Name("41"u8, batch.Submitter.Name, "46"u8, batch.Submitter.Id);
        to.Contact(batch.Submitter.Contact);
        to.Name("40"u8, batch.Receiver.Name, "46"u8, batch.Receiver.Id);
    }

    public void Write(Claim claim)
    {
        Levels(claim);
        ClaimSegments.Write(to, claim);
        var number = 0;
        foreach (var line in claim.Lines.Items())
        {
            LineSegments.Write(to, claim, line, ++number);
        }
    }

    private void Levels(Claim claim)
    {
        var isNew = !Same(billing, claim.BillingProvider);
        if (isNew)
        {
            Billing(claim.BillingProvider);
        }
        isNew |= !Same(subscriber, claim.Subscriber) || !Same(payer, claim.Payer);
        if (isNew || patient is null != claim.Patient is null || claimsInLevel == MostClaimsInLevel)
        {
            Subscriber(claim);
            isNew = true;
        }
        if (claim.Patient is { } dependent && (isNew || !Same(patient, dependent)))
        {
            Patient(dependent);
        }
        patient = claim.Patient;
        claimsInLevel++;
    }

    private void Billing(BillingProvider provider)
    {
        billing = provider;
        billingLevel = Level(0, "20"u8, hasChildren: true);
        to.Specialty("BI"u8, provider.Taxonomy);
        to.Name("85"u8, provider.Name, "XX"u8, provider.Npi);
        to.Address(provider.Address);
        to.Reference(provider.TaxIdIsSsn ? "SY"u8 : "EI"u8, provider.TaxId);
        to.Reference(provider.License);
        to.Contact(provider.Contact);
        if (provider.PayTo is { } payTo)
        {
            to.Begin("NM1"u8);
            to.Known("87"u8);
            to.Known(provider.Name.IsOrganization ? "2"u8 : "1"u8);
            to.End();
            to.Address(payTo);
        }
    }

    private void Subscriber(Claim claim)
    {
        (subscriber, payer) = (claim.Subscriber, claim.Payer);
        subscriberLevel = Level(billingLevel, "22"u8, hasChildren: claim.Patient is not null);
        to.Begin("SBR"u8);
        to.Text(subscriber.Responsibility);
        to.Yes(claim.Patient is null, "18"u8);
        to.Text(subscriber.GroupNumber);
        to.Text(subscriber.GroupName);
        to.Text(subscriber.InsuranceType);
        to.Skip(3);
        to.Text(subscriber.FilingIndicator);
        to.End();
        if (subscriber.Died is not null || subscriber.IsPregnant)
        {
            PatientFacts("", subscriber.Died, subscriber.IsPregnant);
        }
        to.Name("IL"u8, subscriber.Name, "MI"u8, subscriber.MemberId);
        to.Address(subscriber.Address);
        if (subscriber.Born is { } born)
        {
            Demographics(born, subscriber.Gender);
        }
        to.Reference("SY"u8, subscriber.Ssn);
        to.Name("PR"u8, payer.Name, payer.IdIsNational ? "XV"u8 : "PI"u8, payer.Id);
        to.Address(payer.Address);
        to.Reference(payer.SecondaryId);
        to.Reference(payer.BillingProviderId);
    }

    private void Patient(Patient dependent)
    {
        Level(subscriberLevel, "23"u8, hasChildren: false);
        PatientFacts(dependent.Relationship, dependent.Died, dependent.IsPregnant);
        to.Name("QC"u8, dependent.Name, default, null);
        to.Address(dependent.Address);
        Demographics(dependent.Born, dependent.Gender);
    }

    private int Level(int parent, ReadOnlySpan<byte> code, bool hasChildren)
    {
        claimsInLevel = 0;
        to.Begin("HL"u8);
        to.Element(++levels);
        if (parent == 0)
        {
            to.Skip();
        }
        else
        {
            to.Element(parent);
        }
        to.Known(code);
        to.Known(hasChildren ? "1"u8 : "0"u8);
        to.End();
        return levels;
    }

    private void PatientFacts(string relationship, DateOnly? died, bool isPregnant)
    {
        to.Begin("PAT"u8);
        to.Text(relationship);
        to.Skip(3);
        if (died is { } day)
        {
            to.Known("D8"u8);
            to.Date(day);
        }
        else
        {
            to.Skip(2);
        }
        to.Skip(2);
        to.Yes(isPregnant, "Y"u8);
        to.End();
    }

    private void Demographics(DateOnly born, string? gender)
    {
        to.Begin("DMG"u8);
        to.Known("D8"u8);
        to.Date(born);
        to.Text(gender);
        to.End();
    }

    private static bool Same<T>(T? one, T other)
        where T : class => ReferenceEquals(one, other) || other.Equals(one);
}
