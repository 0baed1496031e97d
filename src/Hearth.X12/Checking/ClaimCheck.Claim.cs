using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

internal sealed partial class ClaimCheck
{
    private const int MostDiagnoses = 12;
    private const int MostCoverages = 10;
    private const long MostCents = 9_999_999_999_99;

    private const string Responsibilities = "P, S, T, A to H, or U";
    private const string InsuranceTypes = "12, 13, 14, 15, 16, 41, 42, 43 or 47, or none";
    private const string Filings = "11 to 17, AM, BL, CH, CI, DS, FI, HM, LM, MA, MB, MC, OF, TV, VA, WC or ZZ";

    public void Check(Claim it)
    {
        claim = it.Id;
        Billing(it.BillingProvider);
        Insured(it);
        Head(it);
        Diagnoses(it.Diagnoses);
        Person(it.Referring, "the referring provider", mayBeOrganization: false, mayHaveLocation: false);
        Person(it.Rendering, "the rendering provider", mayBeOrganization: true);
        Person(it.Supervising, "the supervising provider", mayBeOrganization: false);
        if (it.ServiceFacility is { } facility)
        {
            Facility(facility);
        }
        Lines(it);
        Coverages(it);
    }

    private void Head(Claim it)
    {
        who = "the claim";
        Text(it.Id, 1, 20, "CLM", 1, "number", isRequired: true);
        Amount(it.ChargeCents, "CLM", 2, "charge");
        Digits(it.PlaceOfService, 2, "CLM", 5, "place of service", isRequired: true);
        Code(it.Frequency is "1" or "7" or "8", it.Frequency, "CLM", 5, "frequency", "1, 7 or 8");
        Code(it.Assignment is "A" or "B" or "C", it.Assignment, "CLM", 7, "assignment", "A, B or C");
        Code(
            it.BenefitsAssigned is "Y" or "N" or "W",
            it.BenefitsAssigned,
            "CLM",
            8,
            "assignment of benefits",
            "Y, N or W"
        );
        Code(it.Release is "Y" or "I", it.Release, "CLM", 9, "release of information", "Y or I");
        Code(
            it.SpecialProgram is null or "02" or "03" or "05" or "09",
            it.SpecialProgram,
            "CLM",
            12,
            "special program",
            "02, 03, 05 or 09"
        );
        Code(IsDelayReason(it.DelayReason), it.DelayReason, "CLM", 20, "reason for delay", "1 to 11 or 15");
        Amount(it.PatientPaidCents ?? 0, "AMT", 2, "amount that the patient paid");
        Text(it.Referral, 1, 50, "REF", 2, "referral number");
        Text(it.PriorAuthorization, 1, 50, "REF", 2, "prior authorization number");
        Text(it.OriginalReference, 1, 50, "REF", 2, "original reference");
        Text(it.ClearinghouseTrace, 1, 50, "REF", 2, "clearinghouse's number");
        Text(it.MedicalRecord, 1, 50, "REF", 2, "medical record number");
        if (it.Frequency is "7" or "8" && string.IsNullOrEmpty(it.OriginalReference))
        {
            Add(
                "REF",
                2,
                "The claim replaces or voids another and does not say which.",
                "Add the number that the payer gave the claim before; the remittance has it in CLP07."
            );
        }
        if (it.Note is { } note)
        {
            Code(
                note.Code is "ADD" or "CER" or "DCP" or "DGN" or "TPO",
                note.Code,
                "NTE",
                1,
                "kind of note",
                "ADD, CER, DCP, DGN or TPO"
            );
            Text(note.Text, 1, 80, "NTE", 2, "note", isRequired: true);
        }
        Dates(it);
    }

    private void Dates(Claim it)
    {
        var dates = it.Dates.Items();
        DateOnly? admission = null;
        DateOnly? discharge = null;
        for (var i = 0; i < dates.Length; i++)
        {
            var date = dates[i];
            Code(
                IsClaimDate(date.Qualifier),
                date.Qualifier,
                "DTP",
                1,
                "kind of date",
                "one that the guide has for claims"
            );
            Days(date.From, date.Through ?? date.From, "DTP", "its beginning", "The end of a stretch of days");
            if (date.Through is not null && date.Qualifier != "314")
            {
                Add("DTP", 3, $"The date {date.Qualifier} of the claim is a stretch of days.", "Give a single day.");
            }
            (admission, discharge) = date.Qualifier switch
            {
                "435" => (date.From, discharge),
                "096" => (admission, date.From),
                _ => (admission, discharge),
            };
            for (var other = 0; other < i; other++)
            {
                if (dates[other].Qualifier == date.Qualifier)
                {
                    Add("DTP", 1, $"The date {date.Qualifier} of the claim is there twice.", "Give each kind once.");
                }
            }
        }
        Days(admission ?? DateOnly.MinValue, discharge ?? DateOnly.MaxValue, "DTP", "the admission", "The discharge");
    }

    private void Diagnoses(IReadOnlyList<Diagnosis> list)
    {
        var diagnoses = list.Items();
        who = "the claim";
        if (diagnoses.Length is 0 or > MostDiagnoses)
        {
            Add("HI", 0, $"The claim has {diagnoses.Length} diagnoses.", $"Give one to {MostDiagnoses}.");
        }
        for (var i = 0; i < diagnoses.Length; i++)
        {
            var (qualifier, code) = (diagnoses[i].Qualifier, diagnoses[i].Code);
            var isRight =
                i == 0 ? qualifier is "ABK" or "BK" : qualifier == (diagnoses[0].Qualifier == "BK" ? "BF" : "ABF");
            Code(
                isRight,
                qualifier,
                "HI",
                i + 1,
                "qualifier at this place among the diagnoses",
                "ABK for the first, ABF for the others"
            );
            if (!IsDiagnosis(code))
            {
                Add(
                    "HI",
                    i + 1,
                    $"\"{code}\" is no diagnosis code as X12 writes them.",
                    "Use three to seven capital letters and digits, without the point: F32.89 is F3289.",
                    code
                );
            }
        }
    }

    private void Amount(long cents, string segment, int element, string what)
    {
        if (cents is < 0 or > MostCents)
        {
            Add(
                segment,
                element,
                $"The {what} of {who} is {Cents.Show(cents)}.",
                "Give an amount that is not negative."
            );
        }
    }

    private static bool IsDelayReason(string? code) =>
        code is null or "1" or "2" or "3" or "4" or "5" or "6" or "7" or "8" or "9" or "10" or "11" or "15";

    private static bool IsClaimDate(string code) =>
        code
            is "431"
                or "454"
                or "304"
                or "453"
                or "439"
                or "484"
                or "455"
                or "471"
                or "314"
                or "360"
                or "361"
                or "297"
                or "296"
                or "435"
                or "096"
                or "090"
                or "091"
                or "444"
                or "050";

    private static bool IsDiagnosis(string code) =>
        code.Length is >= 3 and <= 7 && char.IsAsciiLetterOrDigit(code[0]) && IsCapital(code);

    private static bool IsCapital(string code)
    {
        foreach (var c in code)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsResponsibility(string code) => code is [(>= 'A' and <= 'H') or 'P' or 'S' or 'T' or 'U'];

    private static bool IsInsuranceType(string? code) =>
        code is null or "12" or "13" or "14" or "15" or "16" or "41" or "42" or "43" or "47";

    private static bool IsFiling(string code) =>
        code
            is "11"
                or "12"
                or "13"
                or "14"
                or "15"
                or "16"
                or "17"
                or "AM"
                or "BL"
                or "CH"
                or "CI"
                or "DS"
                or "FI"
                or "HM"
                or "LM"
                or "MA"
                or "MB"
                or "MC"
                or "OF"
                or "TV"
                or "VA"
                or "WC"
                or "ZZ";
}
