using System.Text.Json.Serialization;
using Hearth.X12.Reading;

namespace Hearth.X12;

/// <summary>
/// One payment of a payer to a provider: what an 835 transaction says before its first claim. Null where something is
/// not said.
/// </summary>
public sealed record Payment
{
    /// <summary>Says nothing.</summary>
    internal static Payment None { get; } = new();

    /// <summary>The interchange, group and transaction it stands in.</summary>
    [JsonIgnore]
    public Origin Origin { get; init; } = Surroundings.Nowhere;

    /// <summary>Where its ST segment stands.</summary>
    public Place Place { get; init; }

    /// <summary>I money comes with it, H notice only, D and U other transfers and so on (BPR01).</summary>
    public string HandlingCode { get; init; } = "";

    /// <summary>What is paid (BPR02), in whole cents.</summary>
    public long AmountCents { get; init; }

    /// <summary>C credit to the provider, D debit (BPR03).</summary>
    public string CreditOrDebit { get; init; } = "";

    /// <summary>ACH, CHK check, FWT wire, BOP provider's bank's choice, NON no money (BPR04).</summary>
    public string Method { get; init; } = "";

    /// <summary>CCP or CTX for an ACH transfer (BPR05).</summary>
    public string? Format { get; init; }

    /// <summary>Whose account pays (BPR06 to 09); null where no element says.</summary>
    public BankAccount? From { get; init; }

    /// <summary>Whose account is paid (BPR12 to 15); null where no element says.</summary>
    public BankAccount? To { get; init; }

    /// <summary>The payer's number as the bank has it (BPR10).</summary>
    public string? OriginatorId { get; init; }

    /// <summary>BPR11.</summary>
    public string? OriginatorSupplement { get; init; }

    /// <summary>The day of the check or of the transfer (BPR16).</summary>
    public DateOnly? PaymentDate { get; init; }

    /// <summary>The number of the check or transfer, by which the deposit is found (TRN02).</summary>
    public string TraceNumber { get; init; } = "";

    /// <summary>TRN03: 1 and the payer's tax number.</summary>
    public string PayerId { get; init; } = "";

    /// <summary>TRN04.</summary>
    public string? PayerSupplement { get; init; }

    /// <summary>Where it is not dollars (CUR02).</summary>
    public string? Currency { get; init; }

    /// <summary>Who gets the file, where that is not the payee (REF*EV).</summary>
    public string? ReceiverId { get; init; }

    /// <summary>Of the payer's program (REF*F2).</summary>
    public string? Version { get; init; }

    /// <summary>The day the payer's run ended (DTM*405).</summary>
    public DateOnly? ProductionDate { get; init; }

    /// <summary>Null where no N1*PR says.</summary>
    public Party? Payer { get; init; }

    /// <summary>Null where no N1*PE says.</summary>
    public Party? Payee { get; init; }

    /// <summary>How the payee wants the remittance (RDM); null where that is not said.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Other numbers of the payment (REF before the payer).</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>What no member above carries.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];
}

/// <summary>An account (BPR06 to 09, 12 to 15). Empty text where something is not said.</summary>
/// <param name="BankQualifier">01 an ABA routing number, 04 a Canadian one.</param>
/// <param name="Bank">The bank's number.</param>
/// <param name="AccountQualifier">DA demand deposit, SG savings.</param>
/// <param name="Account">The account's number.</param>
public sealed record BankAccount(string BankQualifier, string Bank, string AccountQualifier, string Account);

/// <summary>How a remittance is delivered (RDM).</summary>
/// <param name="Method">BM by mail, EM e-mail, FT file transfer, OL on line (RDM01).</param>
/// <param name="Name">RDM02.</param>
/// <param name="Number">RDM03.</param>
public sealed record Delivery(string Method, string? Name, string? Number);
