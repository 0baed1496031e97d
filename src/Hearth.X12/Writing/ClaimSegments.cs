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
        var inSegment = 1;
        for (var i = 0; i < adjustments.Length; )
        {
            var pen = to.Start("CAS"u8);
            pen.Text(adjustments[i].Group);
            do
            {
                var adjustment = adjustments[i];
                pen.Text(adjustment.Reason);
                pen.Amount(adjustment.Cents);
                if (adjustment.Quantity is { } quantity)
                {
                    pen.Quantity(quantity);
                }
                else
                {
                    pen.Skip();
                }
            } while (++i < adjustments.Length && !StartsSegment(adjustments, i, ref inSegment));
            pen.End();
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
        var pen = to.Start("CLM"u8);
        pen.Text(claim.Id);
        pen.Amount(claim.ChargeCents);
        pen.Skip();
        pen.Skip();
        pen.Text(claim.PlaceOfService);
        pen.Part('B');
        pen.Part(claim.Frequency);
        pen.Known(claim.HasSignature ? 'Y' : 'N');
        pen.Text(claim.Assignment);
        pen.Text(claim.BenefitsAssigned);
        pen.Text(claim.Release);
        pen.Yes(claim.IsSignedForPatient, 'P');
        if (claim.SpecialProgram is not null || claim.DelayReason is not null)
        {
            pen.Skip();
            pen.Text(claim.SpecialProgram);
            pen.Skip(7);
            pen.Text(claim.DelayReason);
        }
        pen.End();
    }

    private static void Diagnoses(SegmentWriter to, IReadOnlyList<Diagnosis> diagnoses)
    {
        var pen = to.Start("HI"u8);
        foreach (var diagnosis in diagnoses.Items())
        {
            pen.Text(diagnosis.Qualifier);
            pen.Part(diagnosis.Code);
        }
        pen.End();
    }

    private static void Other(SegmentWriter to, OtherCoverage other)
    {
        var sbr = to.Start("SBR"u8);
        sbr.Text(other.Responsibility);
        sbr.Text(other.Relationship);
        sbr.Text(other.GroupNumber);
        sbr.Text(other.GroupName);
        sbr.Text(other.InsuranceType);
        sbr.Skip(3);
        sbr.Text(other.FilingIndicator);
        sbr.End();
        Adjustments(to, other.Adjustments);
        to.Sum("D"u8, other.PaidCents);
        to.Sum("A8"u8, other.NonCoveredCents);
        to.Sum("EAF"u8, other.RemainingCents);
        var oi = to.Start("OI"u8);
        oi.Skip(2);
        oi.Text(other.BenefitsAssigned);
        oi.Yes(other.IsSignedForPatient, 'P');
        oi.Skip();
        oi.Text(other.Release);
        oi.End();
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
