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
        var bht = to.Start("BHT"u8);
        bht.Known("0019"u8);
        bht.Known(batch.IsReissue ? "18"u8 : "00"u8);
        bht.Text(batch.Reference);
        bht.Day(DateOnly.FromDateTime(batch.Created));
        bht.Time(TimeOnly.FromDateTime(batch.Created));
        bht.Text(batch.Purpose);
        bht.End();
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
            var nm1 = to.Start("NM1"u8);
            nm1.Known("87"u8);
            nm1.Known(provider.Name.IsOrganization ? '2' : '1');
            nm1.End();
            to.Address(payTo);
        }
    }

    private void Subscriber(Claim claim)
    {
        (subscriber, payer) = (claim.Subscriber, claim.Payer);
        subscriberLevel = Level(billingLevel, "22"u8, hasChildren: claim.Patient is not null);
        var sbr = to.Start("SBR"u8);
        sbr.Text(subscriber.Responsibility);
        sbr.Text(claim.Patient is null ? "18" : null);
        sbr.Text(subscriber.GroupNumber);
        sbr.Text(subscriber.GroupName);
        sbr.Text(subscriber.InsuranceType);
        sbr.Skip(3);
        sbr.Text(subscriber.FilingIndicator);
        sbr.End();
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
        var hl = to.Start("HL"u8);
        hl.Number(++levels);
        if (parent == 0)
        {
            hl.Skip();
        }
        else
        {
            hl.Number(parent);
        }
        hl.Known(code);
        hl.Known(hasChildren ? '1' : '0');
        hl.End();
        return levels;
    }

    private void PatientFacts(string relationship, DateOnly? died, bool isPregnant)
    {
        var pat = to.Start("PAT"u8);
        pat.Text(relationship);
        pat.Skip(3);
        if (died is { } day)
        {
            pat.Days(day, null);
        }
        else
        {
            pat.Skip(2);
        }
        pat.Skip(2);
        pat.Yes(isPregnant, 'Y');
        pat.End();
    }

    private void Demographics(DateOnly born, string? gender)
    {
        var dmg = to.Start("DMG"u8);
        dmg.Days(born, null);
        dmg.Text(gender);
        dmg.End();
    }

    private static bool Same<T>(T? one, T other)
        where T : class => ReferenceEquals(one, other) || other.Equals(one);
}
