using Hearth.X12.Reading;

namespace Hearth.X12.Eligibilities;

/// <summary>Walks the levels of a 270 or 271, and stops where all is known about one person.</summary>
internal sealed class EligibilityWalk : IWalk
{
    private const int MostRejections = 100;
    private readonly Leftovers leftovers = new();
    private readonly List<EligibilityRejection> rejections = [];
    private Fields? header;
    private PartyReading? source;
    private PartyReading? receiver;
    private Fields? receiverRole;
    private PersonDraft? subscriber;
    private PersonDraft? dependent;
    private string level = "";
    private bool isPending; // something was read that no result has brought yet

    public Origin Origin { get; private set; } = null!;

    public string? Reference => header?.Maybe(3);

    public DateTime? Created => header?.Moment(4, 5);

    public string? Purpose => header?.Maybe(2);

    public bool IsSpendDown => header?.Text(6) == "RT";

    public Party? Source => source?.Build();

    public Party? Receiver => receiver?.Build();

    public ProviderRole? ReceiverRole => receiverRole?.Role();

    public EligibilityPerson? Subscriber => subscriber?.Person;

    public EligibilityPerson? Dependent => dependent?.Person;

    public IEnumerable<TraceNumber> Traces => Patient?.Traces.Select(t => t.Trace()) ?? [];

    public IEnumerable<ItemDraft> Items => Patient?.Items ?? [];

    public IEnumerable<EligibilityRejection> Rejections =>
        rejections.Concat(
            Patient?.Rejections.Select(r =>
                r.Rejection(dependent is null ? EligibilityLevel.Subscriber : EligibilityLevel.Dependent)
            )
                ?? []
        );

    private PersonDraft? Patient => dependent ?? subscriber;

    public void Begin(Origin at)
    {
        (Origin, header, level, isPending) = (at, null, "", true);
        OpenSource();
    }

    public bool IsWholeBefore(Segment segment) =>
        isPending
        && segment.Code == Tags.Hl
        && segment.Text(3) switch
        {
            Levels.Dependent => dependent is not null || subscriber is { IsAskedAbout: true },
            Levels.Subscriber => subscriber is not null,
            Levels.Receiver => subscriber is not null || receiver is not null,
            Levels.Source => source is not null,
            _ => false,
        };

    public bool IsWholeAtEnd => isPending;

    /// <summary>What is left over, once all members were asked for.</summary>
    public IReadOnlyList<NotCarried> Finish()
    {
        isPending = false;
        dependent = null;
        return leftovers.Drain();
    }

    public void Take(Segment segment)
    {
        var fields = leftovers.Take(segment);
        isPending = true;
        if (segment.Code == Tags.Hl)
        {
            TakeLevel(fields);
            return;
        }
        switch (level)
        {
            case "" when fields.Tag == "BHT" && header is null:
                header = fields;
                fields.Pass(1, 2);
                break;
            case Levels.Source:
                TakeOuter(fields, ref source, EligibilityLevel.Source);
                break;
            case Levels.Receiver when fields.Tag == "PRV" && receiverRole is null:
                receiverRole = fields;
                break;
            case Levels.Receiver:
                TakeOuter(fields, ref receiver, EligibilityLevel.Receiver);
                break;
            case Levels.Subscriber or Levels.Dependent:
                Patient!.Take(fields);
                break;
        }
    }

    private void TakeLevel(Fields hl)
    {
        level = hl.Look(3);
        switch (level)
        {
            case Levels.Source:
                OpenSource();
                break;
            case Levels.Receiver:
                OpenReceiver();
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

    private void OpenSource()
    {
        source = null;
        rejections.Clear();
        OpenReceiver();
    }

    private void OpenReceiver()
    {
        rejections.RemoveAll(r => r.Level == EligibilityLevel.Receiver);
        (receiver, receiverRole, subscriber, dependent) = (null, null, null, null);
    }

    private void TakeOuter(Fields fields, ref PartyReading? party, EligibilityLevel of)
    {
        // They come with each person below, so that there must be an end to them; the guide allows nine.
        if (fields.Tag == "AAA" && rejections.Count < MostRejections)
        {
            rejections.Add(fields.Rejection(of));
        }
        else if (fields.Tag == "NM1" && party is null)
        {
            party = new(fields);
        }
        else
        {
            party?.Take(fields);
        }
    }
}
