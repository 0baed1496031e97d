using Hearth.X12.Statuses;

namespace Hearth.X12;

/// <summary>What a payer or clearinghouse says about a claim, a line, a provider or a whole file (STC).</summary>
public sealed record StatusInformation
{
    /// <summary>One to three codes, the first the foremost (STC01, STC10, STC11).</summary>
    public required IReadOnlyList<StatusCode> Codes { get; init; }

    /// <summary>The day from which it holds (STC02).</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>What an acknowledgement does: WQ accepts, U rejects (STC03).</summary>
    public string? Action { get; init; }

    /// <summary>What was charged, in whole cents (STC04).</summary>
    public long? ChargeCents { get; init; }

    /// <summary>What was paid, in whole cents (STC05).</summary>
    public long? PaidCents { get; init; }

    /// <summary>The day of the decision (STC06).</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>How it is paid: ACH, CHK, NON and so on (STC07).</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>The day of the check or transfer (STC08).</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The number of the check or transfer (STC09).</summary>
    public string? PaymentNumber { get; init; }

    /// <summary>In the payer's words (STC12).</summary>
    public string? Message { get; init; }

    /// <summary>What it comes to: the weightiest of its codes, or what <see cref="Action"/> says where they tell nothing.</summary>
    public StatusVerdict Verdict =>
        StatusVerdicts.Weightiest(Codes.Select(c => c.Verdict)) is not StatusVerdict.Unknown and var verdict ? verdict
        : Action == "WQ" ? StatusVerdict.Accepted
        : Action == "U" ? StatusVerdict.Rejected
        : StatusVerdict.Unknown;
}

/// <summary>A status: what became of something, and why.</summary>
/// <param name="Category">What became of it, such as A2 or F1 (code source 507).</param>
/// <param name="Code">Why, such as 20 or 21 (code source 508).</param>
/// <param name="Entity">Whom or what the reason is about, such as 85 for the billing provider; null where it is about none.</param>
/// <param name="CodeList">RX where <paramref name="Code"/> is one of the pharmacies' reject codes.</param>
public sealed record StatusCode(string Category, string Code, string? Entity = null, string? CodeList = null)
{
    /// <summary>What its category comes to.</summary>
    public StatusVerdict Verdict => StatusVerdicts.Of(Category);

    /// <summary>As the file has it, such as A7:562:85.</summary>
    public override string ToString() =>
        string.Join(':', new[] { Category, Code, Entity, CodeList }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>What status categories come to, from the lightest to the weightiest.</summary>
public enum StatusVerdict
{
    /// <summary>The category is not one that is known.</summary>
    Unknown,

    /// <summary>It came or went on; nobody has said yet whether it is accepted (A0, A1).</summary>
    Received,

    /// <summary>The payer works on it (A2, A5).</summary>
    Accepted,

    /// <summary>The payer has not decided (P0 to P5).</summary>
    Pending,

    /// <summary>The payer waits for an answer (R0 to R17, RQ).</summary>
    InformationRequested,

    /// <summary>Decided; the code tells how (F0, F3 to F5).</summary>
    Finalized,

    /// <summary>Decided and paid (F1).</summary>
    Paid,

    /// <summary>Decided and denied (F2).</summary>
    Denied,

    /// <summary>The payer has no such claim (A4, D0).</summary>
    NotFound,

    /// <summary>The question could not be answered, now or as it was put (E0 to E4).</summary>
    NotAnswered,

    /// <summary>Not taken in: it has to be corrected and sent again (A3, A6, A7, A8).</summary>
    Rejected,
}
