using Hearth.X12.Reading;

namespace Hearth.X12.Statuses;

/// <summary>Walks the levels of a 276 or 277, and stops where all is known about one question or answer.</summary>
internal sealed class StatusWalk : IWalk
{
    private readonly Leftovers leftovers = new();
    private Fields? header;
    private PartyReading? payer;
    private PartyReading? receiver;
    private PartyReading? provider;
    private PartyReading? otherProvider;
    private StatusPersonFields? subscriber;
    private StatusPersonFields? dependent;
    private StatusDraft? line;
    private string level = "";
    private bool isPending; // something was read that no result has brought yet

    public Origin Origin { get; private set; } = null!;

    public string? Reference => header?.Maybe(3);

    public DateTime? Created => header?.Moment(4, 5);

    public ClaimStatusLevel Level =>
        level switch
        {
            Levels.Subscriber or Levels.Dependent => ClaimStatusLevel.Claim,
            Levels.Provider => ClaimStatusLevel.Provider,
            _ => ClaimStatusLevel.Receiver,
        };

    public Party? Payer => payer?.Build();

    public Party? Receiver => receiver?.Build();

    public Party? Provider => provider?.Build();

    public Party? OtherProvider => otherProvider?.Build();

    public StatusPerson? Subscriber => subscriber?.Person;

    public StatusPerson? Dependent => dependent?.Person;

    /// <summary>What follows the TRN; null where there was none.</summary>
    public StatusDraft? Claim { get; private set; }

    public bool IsWholeAtEnd => isPending;

    public void Begin(Origin at)
    {
        (Origin, header, level, payer, Claim, line, isPending) = (at, null, "", null, null, null, true);
        OpenReceiver();
    }

    public bool IsWholeBefore(Segment segment) =>
        segment.Code == Tags.Trn
            ? Claim is not null
            : segment.Code == Tags.Hl && (Claim is not null || IsPatientWithoutClaim(segment.Text(3)));

    /// <summary>What is left over, once all members were asked for.</summary>
    public IReadOnlyList<NotCarried> Finish()
    {
        (Claim, line, isPending) = (null, null, false);
        return leftovers.Drain();
    }

    public void Take(Segment segment)
    {
        var fields = leftovers.Take(segment);
        isPending = true;
        if (segment.Code == Tags.Hl)
        {
            TakeLevel(fields);
        }
        else if (level.Length == 0)
        {
            TakeHeader(fields);
        }
        else if (fields.Tag == "TRN" && level is not ("?" or Levels.Source))
        {
            fields.Pass(1);
            Claim = new(fields);
        }
        else if (Claim is not null)
        {
            TakeInClaim(fields, Claim);
        }
        else
        {
            TakeParty(fields);
        }
    }

    // A subscriber of whom nothing is asked may have dependents.
    private bool IsPatientWithoutClaim(string next) =>
        isPending && (level == Levels.Dependent || (level == Levels.Subscriber && next != Levels.Dependent));

    private void TakeHeader(Fields fields)
    {
        if (fields.Tag == "BHT" && header is null)
        {
            header = fields;
            fields.Pass(1, 2, 6);
        }
    }

    private void TakeLevel(Fields hl)
    {
        level = hl.Look(3);
        switch (level)
        {
            case Levels.Source:
                payer = null;
                OpenReceiver();
                break;
            case Levels.Receiver:
                OpenReceiver();
                break;
            case Levels.Provider:
                OpenProvider();
                break;
            case Levels.Subscriber:
                (subscriber, dependent) = (new(), null);
                break;
            case Levels.Dependent:
                (subscriber, dependent) = (subscriber ?? new(), new());
                break;
            default:
                level = "?";
                return;
        }
        hl.Pass(1, 2, 3, 4);
    }

    private void OpenReceiver()
    {
        receiver = null;
        OpenProvider();
    }

    private void OpenProvider() => (provider, otherProvider, subscriber, dependent) = (null, null, null, null);

    private void TakeParty(Fields fields)
    {
        switch (level)
        {
            case Levels.Source:
                TakeParty(fields, ref payer);
                break;
            case Levels.Receiver:
                TakeParty(fields, ref receiver);
                break;
            case Levels.Provider when provider is null:
                TakeParty(fields, ref provider);
                break;
            case Levels.Provider:
                TakeParty(fields, ref otherProvider);
                break;
            case Levels.Subscriber or Levels.Dependent:
                (dependent ?? subscriber)!.Take(fields);
                break;
        }
    }

    private static void TakeParty(Fields fields, ref PartyReading? party)
    {
        if (fields.Tag == "NM1" && party is null)
        {
            party = new(fields);
        }
        else
        {
            party?.Take(fields);
        }
    }

    private void TakeInClaim(Fields fields, StatusDraft claim)
    {
        if (fields.Tag == "SVC")
        {
            claim.Lines.Add(line = new(fields));
        }
        else
        {
            (line ?? claim).Take(fields);
        }
    }
}
