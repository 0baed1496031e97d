using Hearth.X12.Eligibilities;
using Hearth.X12.Writing;

namespace Hearth.X12;

/// <summary>Whether a person is covered, and for what: an inquiry (270, 005010X279A1).</summary>
public sealed record EligibilityInquiry
{
    /// <summary>The asker's own number for the transaction, at most 50 characters (BHT03).</summary>
    public string? Reference { get; init; }

    /// <summary>When it was made, to the minute (BHT04 and 05). Needed for writing.</summary>
    public required DateTime? Created { get; init; }

    /// <summary>13 a question, 01 takes back a spend-down (BHT02).</summary>
    public string Purpose { get; init; } = "13";

    /// <summary>About Medicaid's spend-down (BHT06 is RT).</summary>
    public bool IsSpendDown { get; init; }

    /// <summary>Who is asked, mostly a payer: role PR and a PI number (loop 2100A).</summary>
    public required Party Source { get; init; }

    /// <summary>Who asks, mostly a provider: role 1P and an NPI marked XX (loop 2100B).</summary>
    public required Party Receiver { get; init; }

    /// <summary>What the asker does, with its taxonomy code (PRV of loop 2100B).</summary>
    public ProviderRole? ReceiverRole { get; init; }

    /// <summary>The insured (loop 2100C).</summary>
    public required EligibilityPerson Subscriber { get; init; }

    /// <summary>The person in question, where that is not the insured (loop 2100D).</summary>
    public EligibilityPerson? Dependent { get; init; }

    /// <summary>At most two numbers that the answer brings back (TRN).</summary>
    public IReadOnlyList<TraceNumber> Traces { get; init; } = [];

    /// <summary>What is asked, at most 99 questions (loop 2110). None asks only who the dependents are.</summary>
    public IReadOnlyList<EligibilityQuestion> Questions { get; init; } = [];

    /// <summary>Where it was read; null for one that was made.</summary>
    public Origin? Origin { get; init; }

    /// <summary>When read: what no member carries. Writing leaves it out.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>The person in question.</summary>
    public EligibilityPerson Patient => Dependent ?? Subscriber;

    /// <summary>
    /// Reads the inquiries of a stream one after the other, one for each person. Other transactions are passed over; nothing
    /// in the stream makes it throw.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<EligibilityInquiry> Read(Stream stream) =>
        EligibilityReader.ReadInquiries(new SegmentReader(stream));

    /// <summary>What would make a payer reject it; empty where it can be written.</summary>
    /// <param name="delimiters">Those of the file that it goes into; null for the usual ones.</param>
    public IReadOnlyList<Finding> Check(Delimiters? delimiters = null)
    {
        var writer = CheckedWriter.Dry(delimiters);
        writer.BeginTransaction();
        EligibilityWriter.Write(writer, this);
        return writer.Findings;
    }

    /// <summary>
    /// Writes one interchange with one group, and a transaction for each inquiry, which real-time exchanges ask for and
    /// batches allow.
    /// </summary>
    /// <param name="stream">The caller closes it.</param>
    /// <param name="envelope">Who sends it, to whom and when.</param>
    /// <param name="inquiries">At least one.</param>
    /// <param name="lineEnd">Written after each segment: nothing, or "\n" for people's eyes.</param>
    /// <exception cref="X12RefusedException">A receiver would reject it. Nothing was written.</exception>
    public static void Write(
        Stream stream,
        Envelope envelope,
        IReadOnlyList<EligibilityInquiry> inquiries,
        string lineEnd = ""
    ) => TransactionWriter.Write(stream, envelope, EligibilityWriter.Kind, inquiries, EligibilityWriter.Write, lineEnd);
}

/// <summary>One question of an inquiry (EQ and what follows it).</summary>
public sealed record EligibilityQuestion
{
    /// <summary>Such as 30 for the plan as a whole, MH mental health, 98 visits (EQ01). These or a procedure are needed.</summary>
    public IReadOnlyList<string> ServiceTypes { get; init; } = [];

    /// <summary>EQ02.</summary>
    public Procedure? Procedure { get; init; }

    /// <summary>FAM for the whole family's coverage; of the insured only (EQ03).</summary>
    public string? CoverageLevel { get; init; }

    /// <summary>The patient's diagnoses it is about, counted from 1, at most four (EQ05).</summary>
    public IReadOnlyList<int> DiagnosisPointers { get; init; } = [];

    /// <summary>What the patient spends down, in whole cents; of the insured only (AMT R).</summary>
    public long? SpendDownCents { get; init; }

    /// <summary>What was billed towards it, in whole cents; of the insured only (AMT PB).</summary>
    public long? SpendDownBilledCents { get; init; }

    /// <summary>Two digits (III02 after ZZ).</summary>
    public string? PlaceOfService { get; init; }

    /// <summary>A referral's (9F) or prior authorization's (G1) number (REF).</summary>
    public Reference? Authorization { get; init; }

    /// <summary>The day or period, where it is not the person's (DTP 291).</summary>
    public QualifiedPeriod? Date { get; init; }

    /// <summary>Asks about kinds of service.</summary>
    public static EligibilityQuestion About(params IReadOnlyList<string> serviceTypes) =>
        new() { ServiceTypes = serviceTypes };
}
