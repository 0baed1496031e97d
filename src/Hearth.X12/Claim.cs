using Hearth.X12.Claims;

namespace Hearth.X12;

/// <summary>
/// A professional claim of the 005010X222A1 guide with everybody it is about. Claims that follow each other and have equal
/// billing providers, subscribers, payers and patients share these in the file.
/// </summary>
public sealed record Claim
{
    /// <summary>Loops 2000A, 2010AA and 2010AB.</summary>
    public required BillingProvider BillingProvider { get; init; }

    /// <summary>Loops 2000B and 2010BA.</summary>
    public required Subscriber Subscriber { get; init; }

    /// <summary>Loop 2010BB: the payer that this file goes to.</summary>
    public required Payer Payer { get; init; }

    /// <summary>Loops 2000C and 2010CA; null where the subscriber is the patient.</summary>
    public Patient? Patient { get; init; }

    /// <summary>The provider's own number for the claim, at most 20 characters, which the remittance brings back (CLM01).</summary>
    public required string Id { get; init; }

    /// <summary>Whole cents, the sum of the lines (CLM02).</summary>
    public required long ChargeCents { get; init; }

    /// <summary>Where the service was given, two digits, such as 11 office, 12 home, 27 outreach (CLM05-1).</summary>
    public required string PlaceOfService { get; init; }

    /// <summary>1 original, 7 replacement, 8 void of a claim that was paid or denied before (CLM05-3).</summary>
    public string Frequency { get; init; } = "1";

    /// <summary>The provider's signature is on file (CLM06).</summary>
    public bool HasSignature { get; init; } = true;

    /// <summary>A the provider takes what the plan pays, B for laboratory services only, C does not (CLM07).</summary>
    public string Assignment { get; init; } = "A";

    /// <summary>Y payment goes to the provider, N it does not, W not applicable (CLM08).</summary>
    public string BenefitsAssigned { get; init; } = "Y";

    /// <summary>Y the patient signed a release, I informed consent under the law without one (CLM09).</summary>
    public string Release { get; init; } = "Y";

    /// <summary>The provider signed for the patient (CLM10 is P).</summary>
    public bool IsSignedForPatient { get; init; }

    /// <summary>Special program: 02, 03, 05 or 09 (CLM12).</summary>
    public string? SpecialProgram { get; init; }

    /// <summary>Why the claim comes late: 1 to 11 or 15 (CLM20).</summary>
    public string? DelayReason { get; init; }

    /// <summary>Dates of the claim as a whole, such as 435 admission or 096 discharge.</summary>
    public IReadOnlyList<ClaimDate> Dates { get; init; } = [];

    /// <summary>What the patient paid, in whole cents (AMT F5).</summary>
    public long? PatientPaidCents { get; init; }

    /// <summary>The referral's number, at most 50 characters (REF 9F).</summary>
    public string? Referral { get; init; }

    /// <summary>The prior authorization's number, at most 50 characters (REF G1).</summary>
    public string? PriorAuthorization { get; init; }

    /// <summary>The payer's number of the claim that this one replaces or voids, at most 50 characters (REF F8).</summary>
    public string? OriginalReference { get; init; }

    /// <summary>The clearinghouse's number, at most 50 characters (REF D9).</summary>
    public string? ClearinghouseTrace { get; init; }

    /// <summary>At most 50 characters (REF EA).</summary>
    public string? MedicalRecord { get; init; }

    /// <summary>A word to the payer.</summary>
    public Note? Note { get; init; }

    /// <summary>1 to 12, the principal one first (HI).</summary>
    public required IReadOnlyList<Diagnosis> Diagnoses { get; init; }

    /// <summary>Loop 2310A.</summary>
    public Provider? Referring { get; init; }

    /// <summary>Who gave the service, where it is not the billing provider: loop 2310B.</summary>
    public Provider? Rendering { get; init; }

    /// <summary>Loop 2310C.</summary>
    public ServiceFacility? ServiceFacility { get; init; }

    /// <summary>Loop 2310D.</summary>
    public Provider? Supervising { get; init; }

    /// <summary>Other plans of the patient, at most 10, with what they paid: loop 2320.</summary>
    public IReadOnlyList<OtherCoverage> OtherCoverage { get; init; } = [];

    /// <summary>1 to 50 (loop 2400).</summary>
    public required IReadOnlyList<ServiceLine> Lines { get; init; }

    /// <summary>
    /// When read: segments of the claim, or of the levels above it since the claim before, that hold something which these
    /// types do not carry. Writing leaves it out.
    /// </summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>
    /// Reads the professional claims of a stream one after the other, in memory that does not grow with their number.
    /// Each says what of it, and of the levels above it, is not carried; what follows the last claim only
    /// <see cref="ClaimFile.Read"/> tells. Transactions of other kinds are passed over. Nothing is checked here:
    /// <see cref="Validation"/> does that.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    public static IEnumerable<Claim> Read(Stream stream)
    {
        var reader = new ClaimReader(stream);
        while (reader.Read())
        {
            yield return reader.Current;
        }
    }
}

/// <summary>What the person is treated for.</summary>
/// <param name="Qualifier">ABK for the first, ABF for the others: ICD-10-CM. BK and BF: ICD-9-CM, before October 2015.</param>
/// <param name="Code">Without its point, such as F3289.</param>
public sealed record Diagnosis(string Qualifier, string Code)
{
    /// <summary>The first of a claim, in ICD-10-CM.</summary>
    public static Diagnosis Principal(string code) => new("ABK", code);

    /// <summary>Another one, in ICD-10-CM.</summary>
    public static Diagnosis Other(string code) => new("ABF", code);
}

/// <summary>A date of a claim: a DTP segment.</summary>
/// <param name="Qualifier">Which date, such as 435 admission, 096 discharge, 431 onset, 439 accident (DTP01).</param>
/// <param name="From">The day, or a stretch's first.</param>
/// <param name="Through">A stretch's last day; null for a single day. Only 314, disability, is a stretch.</param>
public sealed record ClaimDate(string Qualifier, DateOnly From, DateOnly? Through = null);

/// <summary>A word to the payer: an NTE segment.</summary>
/// <param name="Code">ADD additional information; on a claim also CER, DCP, DGN or TPO; on a line also DCP (NTE01).</param>
/// <param name="Text">At most 80 characters (NTE02).</param>
public sealed record Note(string Code, string Text);
