using Hearth.X12.Eligibilities;

namespace Hearth.X12;

/// <summary>
/// Whether a person is covered, and for what, as the payer says: one person's part of a response (271, 005010X279A1), or
/// its refusal to answer.
/// </summary>
public sealed record Eligibility
{
    /// <summary>Where it was read.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The asker's number for the transaction (BHT03).</summary>
    public string? Reference { get; init; }

    /// <summary>When it was made (BHT04 and 05).</summary>
    public DateTime? Created { get; init; }

    /// <summary>Who answers, with whom to ask (loop 2100A).</summary>
    public Party? Source { get; init; }

    /// <summary>Who asked (loop 2100B).</summary>
    public Party? Receiver { get; init; }

    /// <summary>What the asker does (PRV of loop 2100B).</summary>
    public ProviderRole? ReceiverRole { get; init; }

    /// <summary>The insured; null where nothing is said of any person (loop 2100C).</summary>
    public EligibilityPerson? Subscriber { get; init; }

    /// <summary>The person in question, where that is not the insured (loop 2100D).</summary>
    public EligibilityPerson? Dependent { get; init; }

    /// <summary>The numbers of the question (TRN).</summary>
    public IReadOnlyList<TraceNumber> Traces { get; init; } = [];

    /// <summary>Why there is no answer, or not a whole one; those about source and receiver among them (AAA).</summary>
    public IReadOnlyList<EligibilityRejection> Rejections { get; init; } = [];

    /// <summary>In the order of the file (loop 2110).</summary>
    public IReadOnlyList<Benefit> Benefits { get; init; } = [];

    /// <summary>What no member carries.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>The person in question.</summary>
    public EligibilityPerson? Patient => Dependent ?? Subscriber;

    /// <summary>
    /// True where a benefit says active coverage, false where benefits say inactive and none says active, null where
    /// neither is said. Look at the benefits' service types and dates before relying on it.
    /// </summary>
    public bool? IsActive =>
        Benefits.Any(b => b.IsActive == true) ? true
        : Benefits.Any(b => b.IsActive == false) ? false
        : null;

    /// <summary>
    /// Reads the answers of a stream one after the other, one for each person. Other transactions are passed over; nothing
    /// in the stream makes it throw.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<Eligibility> Read(Stream stream) =>
        EligibilityReader.ReadAnswers(new SegmentReader(stream));
}

/// <summary>Why there is no answer, or not a whole one (AAA).</summary>
/// <param name="Level">What it is about.</param>
/// <param name="IsValid">The question was well put, and the reason lies elsewhere (AAA01 is Y).</param>
/// <param name="Reason">Such as 72 for a member's id that is not known, 75 for a person not found (AAA03).</param>
/// <param name="FollowUp">Such as C for correct and ask again, N for do not ask again, R for ask later (AAA04).</param>
public sealed record EligibilityRejection(EligibilityLevel Level, bool IsValid, string Reason, string FollowUp);

/// <summary>What a rejection is about.</summary>
public enum EligibilityLevel
{
    /// <summary>Who is asked (loops 2000A and 2100A).</summary>
    Source,

    /// <summary>Who asks (loop 2100B).</summary>
    Receiver,

    /// <summary>The insured (loop 2100C).</summary>
    Subscriber,

    /// <summary>The dependent (loop 2100D).</summary>
    Dependent,

    /// <summary>A benefit, and so one of the questions (loops 2110C and 2110D).</summary>
    Benefit,
}
