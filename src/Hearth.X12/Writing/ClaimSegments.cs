using Hearth.X12.Reading;

namespace Hearth.X12.Writing;

/// <summary>The claim itself: loops 2300 to 2330B.</summary>
internal static class ClaimSegments
{
    public static void Write(SegmentWriter to, Claim claim)
    {
        Head(to, claim);
        foreach (var date in claim.Dates.Items())
        {
            to.Dates(date);
        }
        to.Sum("F5"u8, claim.PatientPaidCents);
        to.Reference("9F"u8, claim.Referral);
        to.Reference("G1"u8, claim.PriorAuthorization);
        to.Reference("F8"u8, claim.OriginalReference);
        to.Reference("D9"u8, claim.ClearinghouseTrace);
        to.Reference("EA"u8, claim.MedicalRecord);
        to.Note(claim.Note);
        Diagnoses(to, claim.Diagnoses);
        Provider(to, "DN"u8, claim.Referring, hasSpecialty: false);
        Provider(to, "82"u8, claim.Rendering, hasSpecialty: true);
        if (claim.ServiceFacility is { } facility)
        {
            to.Name("77"u8, facility.Name, "XX"u8, facility.Npi);
            to.Address(facility.Address);
            to.Reference(facility.SecondaryId);
        }
        Provider(to, "DQ"u8, claim.Supervising, hasSpecialty: false);
        foreach (var other in claim.OtherCoverage.Items())
        {
            Other(to, other);
        }
    }

    public static void Provider(SegmentWriter to, ReadOnlySpan<byte> role, Provider? provider, bool hasSpecialty)
    {
        if (provider is not null)
        {
            to.Name(role, provider.Name, "XX"u8, provider.Npi);
            to.Specialty("PE"u8, hasSpecialty ? provider.Taxonomy : null);
            to.Reference(provider.SecondaryId);
        }
    }

    /// <summary>CAS: what follows each other and has the same group shares a segment, six at most.</summary>
    public static void Adjustments(SegmentWriter to, IReadOnlyList<Adjustment> list)
    {
        var adjustments = list.Items();
        var inSegment = 0;
        for (var i = 0; i < adjustments.Length; i++)
        {
            var adjustment = adjustments[i];
            if (StartsSegment(adjustments, i, ref inSegment))
            {
                if (i > 0)
                {
                    to.End();
                }
                to.Begin("CAS"u8);
                to.Text(adjustment.Group);
            }
            to.Text(adjustment.Reason);
            to.Amount(adjustment.Cents);
            if (adjustment.Quantity is { } quantity)
            {
                to.Quantity(quantity);
            }
            else
            {
                to.Skip();
            }
        }
        if (adjustments.Length > 0)
        {
            to.End();
        }
    }

    /// <summary>The adjustment at this place begins another CAS segment.</summary>
    public static bool StartsSegment(ReadOnlySpan<Adjustment> adjustments, int place, ref int inSegment)
    {
        const int most = 6;
        if (place == 0 || inSegment == most || adjustments[place].Group != adjustments[place - 1].Group)
        {
            inSegment = 1;
            return true;
        }
        inSegment++;
        return false;
    }

    private static void Head(SegmentWriter to, Claim claim)
    {
        to.Begin("CLM"u8);
        to.Text(claim.Id);
        to.Amount(claim.ChargeCents);
        to.Skip(2);
        to.BeginComposite();
        to.Text(claim.PlaceOfService);
        to.Known("B"u8);
        to.Text(claim.Frequency);
        to.EndComposite();
        to.Known(claim.HasSignature ? "Y"u8 : "N"u8);
        to.Text(claim.Assignment);
        to.Text(claim.BenefitsAssigned);
        to.Text(claim.Release);
        to.Yes(claim.IsSignedForPatient, "P"u8);
        to.Skip();
        to.Text(claim.SpecialProgram);
        to.Skip(7);
        to.Text(claim.DelayReason);
        to.End();
    }

    private static void Diagnoses(SegmentWriter to, IReadOnlyList<Diagnosis> diagnoses)
    {
        to.Begin("HI"u8);
        foreach (var diagnosis in diagnoses.Items())
        {
            to.BeginComposite();
            to.Text(diagnosis.Qualifier);
            to.Text(diagnosis.Code);
            to.EndComposite();
        }
        to.End();
    }

    private static void Other(SegmentWriter to, OtherCoverage other)
    {
        to.Begin("SBR"u8);
        to.Text(other.Responsibility);
        to.Text(other.Relationship);
        to.Text(other.GroupNumber);
        to.Text(other.GroupName);
        to.Text(other.InsuranceType);
        to.Skip(3);
        to.Text(other.FilingIndicator);
        to.End();
        Adjustments(to, other.Adjustments);
        to.Sum("D"u8, other.PaidCents);
        to.Sum("A8"u8, other.NonCoveredCents);
        to.Sum("EAF"u8, other.RemainingCents);
        to.Begin("OI"u8);
        to.Skip(2);
        to.Text(other.BenefitsAssigned);
        to.Yes(other.IsSignedForPatient, "P"u8);
        to.Skip();
        to.Text(other.Release);
        to.End();
        to.Name("IL"u8, other.Insured, "MI"u8, other.MemberId);
        to.Address(other.InsuredAddress);
        OtherPayer(to, other);
    }

    private static void OtherPayer(SegmentWriter to, OtherCoverage other)
    {
        to.Name("PR"u8, other.Payer.Name, other.Payer.IdIsNational ? "XV"u8 : "PI"u8, other.Payer.Id);
        to.Address(other.Payer.Address);
        if (other.PaidOn is { } day)
        {
            to.Dates("573"u8, day, null);
        }
        to.Reference(other.Payer.SecondaryId);
        to.Reference("G1"u8, other.PriorAuthorization);
        to.Reference("F8"u8, other.PayerClaimNumber);
    }
}
