using Hearth.X12.Reading;

namespace Hearth.X12.Claims;

/// <summary>A service line as its segments come: loops 2400 to 2430.</summary>
internal sealed class LineBuilder
{
    private const int FirstModifier = 3;
    private const int MostModifiers = 4;
    private const int MostUsual = 4;
    private readonly PartyDraft rendering = new();
    private readonly PartyDraft supervising = new();
    private readonly List<LineAdjudication> adjudications = [];
    private readonly List<Adjustment> adjustments = [];
    private readonly UsualModifiers usual = new();

    // Most lines point at one diagnosis: these arrays are shared, as nobody can change them.
    private readonly int[][] single =
    [
        [1],
        [2],
        [3],
        [4],
    ];
    private PartyDraft? party;
    private bool isInParty; // a known one or not
    private ServiceLine line = null!;
    private LineAdjudication? adjudication;
    private bool hasDate;

    public bool IsOpen { get; private set; }

    public void Begin(ref Asked lx)
    {
        lx.Pass(1);
        IsOpen = true;
        (party, isInParty, hasDate, adjudication) = (null, false, false, null);
        rendering.Clear();
        supervising.Clear();
        adjudications.Clear();
        line = new()
        {
            Procedure = "",
            ChargeCents = 0,
            Quantity = 0,
            DiagnosisPointers = [],
            From = default,
        };
    }

    public ServiceLine Finish()
    {
        FinishAdjudication();
        IsOpen = false;
        return rendering.IsThere || supervising.IsThere || adjudications.Count > 0
            ? line with
            {
                Rendering = rendering.AsProvider(),
                Supervising = supervising.AsProvider(),
                Adjudications = ClaimBuilder.Listed(adjudications),
            }
            : line;
    }

    public void Take(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Sv1 when line.Procedure.Length == 0:
                TakeService(ref segment);
                break;
            case Tags.Svd:
                FinishAdjudication();
                Begin(ref segment, out adjudication);
                break;
            case Tags.Nm1:
                TakeParty(ref segment);
                break;
            default:
                if (adjudication is { } open)
                {
                    TakeAdjudication(ref segment, open);
                }
                else if (isInParty)
                {
                    TakeOfParty(ref segment);
                }
                else
                {
                    TakeOwn(ref segment);
                }
                break;
        }
    }

    private void TakeService(ref Asked sv1)
    {
        line = line with
        {
            CodeList = sv1.PartText(1, 1) ?? "",
            Procedure = sv1.PartText(1, 2) ?? "",
            Modifiers = Modifiers(sv1, 1),
            Description = sv1.PartText(1, 7),
            ChargeCents = sv1.Cents(2) ?? 0,
            Unit = sv1.Text(3) ?? "",
            Quantity = sv1.Number(4) ?? 0,
            PlaceOfService = sv1.Text(5),
            DiagnosisPointers = Pointers(ref sv1),
            IsEmergency = sv1.Is(9, "Y"u8),
            IsEpsdt = sv1.Is(11, "Y"u8),
            IsFamilyPlanning = sv1.Is(12, "Y"u8),
        };
        // A modifier after a gap is not carried.
        if (sv1.AreEmpty(1, FirstModifier + line.Modifiers.Count, FirstModifier + MostModifiers - 1))
        {
            sv1.PassParts(1, 7);
        }
    }

    private string[] Modifiers(Asked segment, int element)
    {
        var count = 0;
        while (count < MostModifiers && !segment.Part(element, FirstModifier + count).IsEmpty)
        {
            count++;
        }
        if (count == 0)
        {
            return [];
        }
        var modifiers = new string[count];
        for (var i = 0; i < count; i++)
        {
            modifiers[i] = segment.PartText(element, FirstModifier + i)!;
        }
        return usual.Of(modifiers);
    }

    private int[] Pointers(ref Asked sv1)
    {
        Span<int> pointers = stackalloc int[MostModifiers];
        var count = 0;
        while (count < pointers.Length && Numbers.TryParseWhole(sv1.Part(7, count + 1), out var pointer))
        {
            pointers[count++] = pointer;
        }
        sv1.PassParts(7, count);
        return count == 1 && pointers[0] is > 0 and <= MostUsual
            ? single[pointers[0] - 1]
            : pointers[..count].ToArray();
    }

    private void TakeOwn(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Dtp when !hasDate && segment.Is(1, "472"u8):
                if (segment.Days(2, 3) is { } days)
                {
                    hasDate = true;
                    line = line with { From = days.From, Through = days.Through };
                }
                break;
            case Tags.Ref when line.PriorAuthorization is null && segment.Is(1, "G1"u8):
                line = line with { PriorAuthorization = segment.Text(2) };
                break;
            case Tags.Ref when line.ControlNumber is null && segment.Is(1, "6R"u8):
                line = line with { ControlNumber = segment.Own(2) };
                break;
            case Tags.Ref when line.Referral is null && segment.Is(1, "9F"u8):
                line = line with { Referral = segment.Text(2) };
                break;
            case Tags.Nte when line.Note is null && !segment[1].SequenceEqual("TPO"u8):
                line = line with { Note = new(segment.Text(1) ?? "", segment.Text(2) ?? "") };
                break;
        }
    }

    private void TakeParty(ref Asked nm1)
    {
        FinishAdjudication();
        var role = nm1[1];
        party =
            role.SequenceEqual("82"u8) ? rendering
            : role.SequenceEqual("DQ"u8) ? supervising
            : null;
        party = party is { IsThere: false } ? party : null;
        isInParty = true;
        party?.TakeName(ref nm1, "XX"u8);
    }

    private void TakeOfParty(ref Asked segment)
    {
        if (segment.Code == Tags.Ref)
        {
            party?.TakeReference(ref segment);
        }
        else if (segment.Code == Tags.Prv && party == rendering && party.Taxonomy is null)
        {
            if (segment.Is(1, "PE"u8) && segment.Is(2, "PXC"u8))
            {
                party.Taxonomy = segment.Text(3);
            }
        }
    }

    private void Begin(ref Asked svd, out LineAdjudication? adjudication)
    {
        adjudication = new()
        {
            PayerId = svd.Text(1) ?? "",
            PaidCents = svd.Cents(2) ?? 0,
            CodeList = svd.PartText(3, 1) ?? "",
            Procedure = svd.PartText(3, 2) ?? "",
            Modifiers = Modifiers(svd, 3),
            Quantity = svd.Number(5) ?? 0,
            BundledLine = svd.Whole(6),
            On = default,
        };
        svd.PassParts(3, 2 + adjudication.Modifiers.Count);
    }

    private void TakeAdjudication(ref Asked segment, LineAdjudication open)
    {
        switch (segment.Code)
        {
            case Tags.Cas:
                CoverageBuilder.Adjustments(ref segment, adjustments);
                break;
            case Tags.Dtp when open.On == default && segment.Is(1, "573"u8):
                adjudication = open with { On = segment.Day(2, 3) ?? default };
                break;
            case Tags.Amt when open.RemainingCents is null && segment.Is(1, "EAF"u8):
                adjudication = open with { RemainingCents = segment.Cents(2) };
                break;
        }
    }

    private void FinishAdjudication()
    {
        if (adjudication is { } open)
        {
            adjudications.Add(open with { Adjustments = ClaimBuilder.Listed(adjustments) });
            adjustments.Clear();
            adjudication = null;
        }
    }
}
