using Hearth.X12.Reading;

namespace Hearth.X12.Claims;

/// <summary>A service line as its segments come: loops 2400 to 2430.</summary>
internal sealed class LineBuilder(Shared<Provider> providers)
{
    private const int FirstModifier = 3;
    private const int MostModifiers = 4;
    private const int MostPointers = 4;
    private readonly PartyDraft rendering = new();
    private readonly PartyDraft supervising = new();
    private readonly List<LineAdjudication> adjudications = [];
    private readonly List<Adjustment> adjustments = [];
    private readonly SharedList<string> modifiers = new();
    private readonly SharedList<int> pointers = new();
    private readonly string[] found = new string[MostModifiers];
    private PartyDraft? party;
    private bool isInParty; // a known one or not
    private Draft line;
    private LineAdjudication? adjudication;

    // The line's own segments. The line itself is made once, when all of them are there.
    private struct Draft
    {
        public string CodeList;
        public string Procedure;
        public string[] Modifiers;
        public string? Description;
        public long ChargeCents;
        public string Unit;
        public decimal Quantity;
        public string? PlaceOfService;
        public int[] Pointers;
        public bool IsEmergency;
        public bool IsEpsdt;
        public bool IsFamilyPlanning;
        public (DateOnly From, DateOnly? Through)? Days;
        public string? PriorAuthorization;
        public string? ControlNumber;
        public string? Referral;
        public Note? Note;
    }

    public bool IsOpen { get; private set; }

    public void Begin(ref Asked lx)
    {
        lx.Pass(1);
        IsOpen = true;
        (party, isInParty, adjudication) = (null, false, null);
        rendering.Clear();
        supervising.Clear();
        adjudications.Clear();
        line = new()
        {
            CodeList = "HC",
            Procedure = "",
            Modifiers = [],
            Unit = "UN",
            Pointers = [],
        };
    }

    public ServiceLine Finish()
    {
        FinishAdjudication();
        IsOpen = false;
        return new()
        {
            CodeList = line.CodeList,
            Procedure = line.Procedure,
            Modifiers = line.Modifiers,
            Description = line.Description,
            ChargeCents = line.ChargeCents,
            Unit = line.Unit,
            Quantity = line.Quantity,
            PlaceOfService = line.PlaceOfService,
            DiagnosisPointers = line.Pointers,
            IsEmergency = line.IsEmergency,
            IsEpsdt = line.IsEpsdt,
            IsFamilyPlanning = line.IsFamilyPlanning,
            From = line.Days?.From ?? default,
            Through = line.Days?.Through,
            PriorAuthorization = line.PriorAuthorization,
            ControlNumber = line.ControlNumber,
            Referral = line.Referral,
            Note = line.Note,
            Rendering = rendering.AsProvider(providers),
            Supervising = supervising.AsProvider(providers),
            Adjudications = ClaimBuilder.Listed(adjudications),
        };
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
        line.CodeList = sv1.PartText(1, 1) ?? "";
        line.Procedure = sv1.PartText(1, 2) ?? "";
        line.Modifiers = Modifiers(sv1, 1);
        line.Description = sv1.PartText(1, 7);
        line.ChargeCents = sv1.Cents(2) ?? 0;
        line.Unit = sv1.Text(3) ?? "";
        line.Quantity = sv1.Number(4) ?? 0;
        line.PlaceOfService = sv1.Text(5);
        line.Pointers = Pointers(ref sv1);
        line.IsEmergency = sv1.Is(9, "Y"u8);
        line.IsEpsdt = sv1.Is(11, "Y"u8);
        line.IsFamilyPlanning = sv1.Is(12, "Y"u8);
        // A modifier after a gap is not carried.
        if (sv1.AreEmpty(1, FirstModifier + line.Modifiers.Length, FirstModifier + MostModifiers - 1))
        {
            sv1.PassParts(1, 7);
        }
    }

    private string[] Modifiers(Asked segment, int element)
    {
        var count = 0;
        while (count < MostModifiers && segment.PartText(element, FirstModifier + count) is { } modifier)
        {
            found[count++] = modifier;
        }
        return modifiers.Of(found.AsSpan(0, count));
    }

    private int[] Pointers(ref Asked sv1)
    {
        Span<int> all = stackalloc int[MostPointers];
        var count = 0;
        while (count < all.Length && Numbers.TryParseWhole(sv1.Part(7, count + 1), out var pointer))
        {
            all[count++] = pointer;
        }
        sv1.PassParts(7, count);
        return pointers.Of(all[..count]);
    }

    private void TakeOwn(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Dtp when line.Days is null && segment.Is(1, "472"u8):
                line.Days = segment.Days(2, 3);
                break;
            case Tags.Ref when line.PriorAuthorization is null && segment.Is(1, "G1"u8):
                line.PriorAuthorization = segment.Text(2);
                break;
            case Tags.Ref when line.ControlNumber is null && segment.Is(1, "6R"u8):
                line.ControlNumber = segment.Own(2);
                break;
            case Tags.Ref when line.Referral is null && segment.Is(1, "9F"u8):
                line.Referral = segment.Text(2);
                break;
            case Tags.Nte when line.Note is null && !segment[1].SequenceEqual("TPO"u8):
                line.Note = new(segment.Text(1) ?? "", segment.Text(2) ?? "");
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
