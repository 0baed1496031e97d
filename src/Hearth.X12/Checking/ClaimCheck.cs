using System.Runtime.CompilerServices;
using Hearth.X12.Writing;

namespace Hearth.X12.Checking;

/// <summary>
/// Whether claims can be written so that a receiver takes them: what the 005010X222A1 guide and its elements ask of the
/// values. Order, counts and numbers of levels are the writer's and need no check.
/// </summary>
internal sealed partial class ClaimCheck(Delimiters delimiters)
{
    public const int MostClaims = 5000;

    private readonly List<Finding> findings = [];
    private readonly HashSet<string> transactionNumbers = new(StringComparer.Ordinal);
    private readonly PlainSigns plain = new(delimiters);
    private int transaction;
    private string number = "";
    private bool isNumberNew;
    private DateOnly made;
    private string claim = "";
    private string who = "";

    // Parties that claims share are looked at once.
    private BillingProvider? billing;
    private Subscriber? subscriber;
    private Payer? payer;

    // Providers in whom nothing was found, each in the slots of the roles it was looked at for.
    private readonly Provider?[] sound = new Provider?[1024];

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Lets go of what was found, once somebody was told.</summary>
    public void Forget()
    {
        findings.Clear();
        (billing, subscriber, payer) = (null, null, null);
    }

    public void Begin(ClaimBatch batch)
    {
        (transaction, made, claim) = (transaction + 1, DateOnly.FromDateTime(batch.Created), "");
        (billing, subscriber, payer) = (null, null, null);
        who = "the transaction";
        Text(batch.ControlNumber, 4, 9, "ST", 2, "control number", isRequired: true);
        isNumberNew = transactionNumbers.Add(batch.ControlNumber);
        number = batch.ControlNumber;
        if (!isNumberNew)
        {
            Add(
                "ST",
                2,
                $"Two transactions have the control number {batch.ControlNumber}.",
                "Give each its own within the file."
            );
        }
        Text(batch.Reference, 1, 30, "BHT", 3, "reference", isRequired: true);
        Code(batch.Purpose is "CH" or "RP" or "31", batch.Purpose, "BHT", 6, "purpose", "CH, RP or 31");
        who = "the submitter";
        Name(batch.Submitter.Name, hasSuffix: false);
        Text(batch.Submitter.Id, 2, 80, "NM1", 9, "id", isRequired: true);
        Contact(batch.Submitter.Contact);
        who = "the receiver";
        Text(batch.Receiver.Name, 1, 60, "NM1", 3, "name", isRequired: true);
        Text(batch.Receiver.Id, 2, 80, "NM1", 9, "id", isRequired: true);
    }

    /// <summary>The transaction that was begun will not be written: its number is free again.</summary>
    public void Withdraw()
    {
        if (isNumberNew)
        {
            transactionNumbers.Remove(number);
        }
    }

    /// <summary>The file is at its end.</summary>
    public void EndFile(int transactions)
    {
        if (transactions == 0)
        {
            (transaction, claim) = (0, "");
            Add("ST", 0, "The file has no transactions.", "Add one with the claims it is for.");
        }
    }

    /// <summary>A transaction is at its end.</summary>
    public void End(int claims)
    {
        claim = "";
        if (claims == 0)
        {
            Add("CLM", 0, "The transaction has no claims.", "Leave it out, or add the claims it is for.");
        }
        else if (claims > MostClaims)
        {
            findings.Add(
                new(
                    Severity.Warning,
                    $"The transaction has {claims} claims, and the guide asks for {MostClaims} at most.",
                    "Divide it into several, unless the receiver has agreed to more."
                )
                {
                    Transaction = transaction,
                    Segment = "ST",
                }
            );
        }
    }

    private void Add(string segment, int element, string sentence, string next, string? found = null)
    {
        findings.Add(
            new(Severity.Error, sentence, next)
            {
                Transaction = transaction,
                Segment = segment,
                Element = element,
                Claim = claim,
                Found = found,
            }
        );
    }

    private void Missing(string segment, int element, string what) =>
        Add(segment, element, $"The {what} of {who} is missing.", "Add it before the file is written.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Text(
        string? text,
        int least,
        int most,
        string segment,
        int element,
        string what,
        bool isRequired = false
    )
    {
        if (string.IsNullOrEmpty(text))
        {
            if (isRequired)
            {
                Missing(segment, element, what);
            }
        }
        else if (text.Length < least || text.Length > most || text[^1] == ' ' || !plain.AreAllOf(text))
        {
            Folded(text, least, most, segment, element, what);
        }
    }

    private void Folded(string text, int least, int most, string segment, int element, string what)
    {
        var folded = PlainText.Fold(text);
        var bad = plain.FirstOther(folded);
        if (bad >= 0)
        {
            var isOtherScript = folded[bad] > '~';
            Add(
                segment,
                element,
                isOtherScript
                    ? $"The {what} of {who} is written in letters that X12 cannot carry: {text}."
                    : $"The {what} of {who} holds a sign that means something else in this file: {text}.",
                isOtherScript
                    ? "Write it in plain letters, as the payer has it on the person's card."
                    : $"Leave out \"{folded[bad]}\", or choose other delimiters for the file.",
                text
            );
        }
        else if (folded.Length < least || folded.Length > most)
        {
            var length = least == most ? $"{most}" : $"{least} to {most}";
            Add(
                segment,
                element,
                $"The {what} of {who} has {folded.Length} characters and may have {length}: {text}.",
                "Correct it, or shorten it as the payer does.",
                text
            );
        }
    }

    private void Code(bool isRight, string? code, string segment, int element, string what, string allowed)
    {
        if (!isRight)
        {
            Add(segment, element, $"\"{code}\" is no {what} of {who}.", $"Use {allowed}.", code);
        }
    }

    private void Digits(string? text, int count, string segment, int element, string what, bool isRequired = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            if (isRequired)
            {
                Missing(segment, element, what);
            }
        }
        else if (text.Length != count || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Add(
                segment,
                element,
                $"The {what} of {who} has to be {count} digits and is \"{text}\".",
                "Correct it, without blanks or dashes.",
                text
            );
        }
    }

    private void Days(DateOnly from, DateOnly through, string segment, string early, string late)
    {
        if (through < from)
        {
            Add(
                segment,
                3,
                $"{late} ({through:yyyy-MM-dd}) is before {early} ({from:yyyy-MM-dd}).",
                "Correct the dates."
            );
        }
    }
}
