namespace Hearth.X12.Comparing;

/// <summary>What is compared of a claim's payment.</summary>
internal static class ClaimFields
{
    public static void Add(Item to, ClaimPayment claim)
    {
        to.Add("Claim", claim.ClaimId);
        to.Add("Status", claim.Status);
        to.Add("Charge", Cents.Show(claim.ChargeCents));
        to.Add("Paid", Cents.Show(claim.PaidCents));
        to.Add("Patient responsibility", Cents.Show(claim.PatientResponsibilityCents));
        to.Add("Filing indicator", claim.FilingIndicator);
        to.Add("Payer's claim number", claim.PayerControlNumber);
        to.Add("Facility type", claim.FacilityType);
        to.Add("Frequency", claim.Frequency);
        to.Add("Patient status", claim.PatientStatus);
        to.Add("DRG", claim.Drg);
        to.Add("DRG weight", Normal.Number(claim.DrgWeight));
        to.Add("Discharge fraction", Normal.Number(claim.DischargeFraction));
        to.Add("Group's provider", claim.Summary?.ProviderId);
        PartyFields.Add(to, "Patient", claim.Patient);
        PartyFields.Add(to, "Insured", claim.Insured);
        PartyFields.Add(to, "Corrected patient", claim.CorrectedPatient);
        PartyFields.Add(to, "Service provider", claim.ServiceProvider);
        PartyFields.Add(to, "Crossover carrier", claim.CrossoverCarrier);
        PartyFields.Add(to, "Corrected payer", claim.CorrectedPayer);
        PartyFields.Add(to, "Other subscriber", claim.OtherSubscriber);
        PartyFields.Add(to, "Contact", claim.Contacts);
        LineFields.Add(to, claim.Adjustments);
        LineFields.Add(to, claim.Dates);
        LineFields.Add(to, claim.References);
        LineFields.Add(to, claim.Amounts);
        LineFields.Add(to, claim.Quantities);
        foreach (var remark in claim.RemarkCodes)
        {
            to.Add("Remark", remark);
        }
        Add(to, claim.Inpatient);
        Add(to, claim.Outpatient);
    }

    private static void Add(Item to, InpatientAdjudication? mia)
    {
        to.Add("Covered days", Normal.Number(mia?.CoveredDays));
        to.Add("Operating outlier amount", Money(mia?.OperatingOutlierCents));
        to.Add("Lifetime psychiatric days", Normal.Number(mia?.LifetimePsychiatricDays));
        to.Add("DRG amount", Money(mia?.DrgCents));
        to.Add("Disproportionate share", Money(mia?.DisproportionateShareCents));
        to.Add("MSP pass-through", Money(mia?.MspPassThroughCents));
        to.Add("Capital amount", Money(mia?.CapitalCents));
        to.Add("Capital federal DRG amount", Money(mia?.CapitalFederalDrgCents));
        to.Add("Capital hospital DRG amount", Money(mia?.CapitalHospitalDrgCents));
        to.Add("Capital disproportionate share", Money(mia?.CapitalDisproportionateShareCents));
        to.Add("Old capital amount", Money(mia?.OldCapitalCents));
        to.Add("Capital education amount", Money(mia?.CapitalEducationCents));
        to.Add("Operating hospital DRG amount", Money(mia?.OperatingHospitalDrgCents));
        to.Add("Cost report days", Normal.Number(mia?.CostReportDays));
        to.Add("Operating federal DRG amount", Money(mia?.OperatingFederalDrgCents));
        to.Add("Capital outlier amount", Money(mia?.CapitalOutlierCents));
        to.Add("Indirect teaching amount", Money(mia?.IndirectTeachingCents));
        to.Add("Nonpayable professional amount", Money(mia?.NonpayableProfessionalCents));
        to.Add("Capital exception amount", Money(mia?.CapitalExceptionCents));
    }

    private static void Add(Item to, OutpatientAdjudication? moa)
    {
        to.Add("Reimbursement rate", Normal.Number(moa?.ReimbursementRate));
        to.Add("HCPCS payable amount", Money(moa?.HcpcsPayableCents));
        to.Add("ESRD amount", Money(moa?.EsrdCents));
        to.Add("Nonpayable professional amount", Money(moa?.NonpayableProfessionalCents));
    }

    private static string? Money(long? cents) => cents is { } there ? Cents.Show(there) : null;
}
