using Hearth.X12.Reading;

namespace Hearth.X12.Statuses;

/// <summary>Puts a 277CA together, level by level.</summary>
internal sealed class ClaimAcknowledgementBuilder : IWalk
{
    private readonly Leftovers leftovers = new();
    private readonly Leftovers inClaim = new();
    private readonly List<ProviderAcknowledgement> providers = [];
    private readonly List<AcknowledgedClaim> claims = [];
    private Origin? origin;
    private Fields? header;
    private string level = "";
    private PartyReading? source;
    private PartyReading? receiver;
    private PartyReading? provider;
    private PartyReading? patient;
    private Fields? receipt;
    private DateOnly? received;
    private DateOnly? processed;
    private StatusDraft toReceiver = new(null);
    private StatusDraft toProvider = new(null);
    private StatusDraft? claim;
    private StatusDraft? line;
    private bool hasProvider;

    public void Begin(Origin at) =>
        (origin, header, level, source, receipt, received, processed) = (at, null, "", null, null, null, null);

    /// <summary>The next source or receiver begins another acknowledgement.</summary>
    public bool IsWholeBefore(Segment segment) =>
        segment.Code == Tags.Hl
        && (
            segment.Text(3) == Levels.Source
                ? source is not null
                : segment.Text(3) == Levels.Receiver && receiver is not null
        );

    public bool IsWholeAtEnd => true;

    public void Take(Segment segment)
    {
        if (segment.Code == Tags.Hl)
        {
            TakeLevel(segment);
            return;
        }
        var fields = (level == Levels.Patient ? inClaim : leftovers).Take(segment);
        switch (level)
        {
            case "" when fields.Tag == "BHT":
                header = fields;
                fields.Pass(1, 2, 6);
                break;
            case Levels.Source:
                TakeSource(fields);
                break;
            case Levels.Receiver:
                TakeParty(fields, ref receiver, ref toReceiver);
                break;
            case Levels.Provider:
                TakeParty(fields, ref provider, ref toProvider);
                break;
            case Levels.Patient:
                TakePatient(fields);
                break;
        }
    }

    public ClaimAcknowledgement Build()
    {
        EndProvider();
        var built = new ClaimAcknowledgement
        {
            Origin = origin!,
            Reference = header?.Maybe(3),
            Created = header?.Moment(4, 5),
            Source = source?.Build(),
            ReceiptNumber = receipt?.Maybe(2),
            ReceivedOn = received,
            ProcessedOn = processed,
            Receiver = receiver?.Build(),
            BatchReference = toReceiver.Head?.Maybe(2),
            Statuses = toReceiver.ReadStatuses(),
            Totals = toReceiver.Totals(),
            Providers = [.. providers],
            NotCarried = leftovers.Drain(),
        };
        providers.Clear();
        (receiver, toReceiver) = (null, new(null));
        return built;
    }

    private void TakeLevel(Segment segment)
    {
        EndClaim();
        level = segment.Text(3);
        var hl = leftovers.Take(segment);
        if (Levels.All.Contains(level))
        {
            hl.Pass(1, 2, 3, 4);
        }
        if (level == Levels.Source)
        {
            (source, receipt, received, processed) = (null, null, null, null);
        }
        if (level != Levels.Patient)
        {
            EndProvider();
        }
        hasProvider |= level is Levels.Provider or Levels.Patient;
        patient = null;
    }

    private void TakeSource(Fields fields)
    {
        if (fields.Tag == "TRN" && receipt is null)
        {
            receipt = fields;
            fields.Pass(1);
        }
        else if (fields.Tag == "DTP" && fields.Look(1) is "050" or "009")
        {
            var day = fields.Days(2, 3)?.From;
            (received, processed) = fields.Text(1) == "050" ? (day, processed) : (received, day);
        }
        else if (fields.Tag == "NM1" && source is null)
        {
            source = new(fields);
        }
        else
        {
            source?.Take(fields);
        }
    }

    private static void TakeParty(Fields fields, ref PartyReading? party, ref StatusDraft draft)
    {
        if (fields.Tag == "TRN" && draft.Head is null)
        {
            fields.Pass(1);
            draft = new(fields);
        }
        else if (fields.Tag == "NM1" && party is null)
        {
            party = new(fields);
        }
        else if (fields.Tag == "REF")
        {
            party?.Take(fields);
        }
        else
        {
            draft.Take(fields);
        }
    }

    private void TakePatient(Fields fields)
    {
        if (fields.Tag == "NM1" && patient is null)
        {
            patient = new(fields);
        }
        else if (fields.Tag == "TRN")
        {
            EndClaim(besides: fields);
            fields.Pass(1);
            claim = new(fields);
        }
        else if (fields.Tag == "SVC" && claim is not null)
        {
            claim.Lines.Add(line = new(fields));
        }
        else
        {
            (line ?? claim)?.Take(fields);
        }
    }

    private void EndClaim(Fields? besides = null)
    {
        if (claim is not null)
        {
            claims.Add(
                new()
                {
                    ClaimId = claim.Head!.Text(2),
                    Patient = patient?.Build(),
                    Statuses = claim.ReadStatuses(),
                    References = claim.ReadReferences(),
                    From = claim.Days?.From,
                    Through = claim.Days?.To,
                    Lines = [.. claim.Lines.Select(l => l.Line())],
                    NotCarried = inClaim.Drain(besides),
                }
            );
        }
        else if (besides is null)
        {
            leftovers.Add(inClaim);
        }
        (claim, line) = (null, null);
    }

    private void EndProvider()
    {
        EndClaim();
        if (hasProvider)
        {
            providers.Add(
                new()
                {
                    Provider = provider?.Build(),
                    Trace = toProvider.Head?.Maybe(2),
                    Statuses = toProvider.ReadStatuses(),
                    Totals = toProvider.Totals(),
                    Claims = [.. claims],
                }
            );
        }
        claims.Clear();
        (provider, toProvider, hasProvider) = (null, new(null), false);
    }
}
