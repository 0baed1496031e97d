namespace Hearth.X12.Claims;

/// <summary>A claim as its segments come: loops 2300 to 2330B. Its lines are read by <see cref="LineBuilder"/>.</summary>
internal sealed class ClaimBuilder
{
    private readonly PartyDraft referring = new();
    private readonly PartyDraft rendering = new();
    private readonly PartyDraft facility = new();
    private readonly PartyDraft supervising = new();
    private readonly CoverageBuilder coverage = new();
    private readonly LineBuilder line = new();
    private readonly List<ClaimDate> dates = [];
    private readonly List<Diagnosis> diagnoses = [];
    private readonly List<OtherCoverage> coverages = [];
    private readonly List<ServiceLine> lines = [];
    private readonly Provider?[] before = new Provider?[3];
    private PartyDraft? party;
    private bool isInUnknownParty;
    private Claim claim = null!;

    public bool IsOpen { get; private set; }

    public void Begin(ref Asked clm, LevelReader levels)
    {
        Clear();
        IsOpen = true;
        clm.PassParts(5, 3);
        if (!clm.Part(5, 2).SequenceEqual("B"u8))
        {
            clm.Unpass(5);
        }
        claim = new()
        {
            BillingProvider = levels.Provider,
            Subscriber = levels.Subscriber,
            Payer = levels.Payer,
            Patient = levels.Patient,
            Id = clm.Own(1) ?? "",
            ChargeCents = clm.Cents(2) ?? 0,
            PlaceOfService = clm.PartText(5, 1) ?? "",
            Frequency = clm.PartText(5, 3) ?? "",
            HasSignature = !clm.IsNot(6, "Y"u8, "N"u8),
            Assignment = clm.Text(7) ?? "",
            BenefitsAssigned = clm.Text(8) ?? "",
            Release = clm.Text(9) ?? "",
            IsSignedForPatient = clm.Is(10, "P"u8),
            SpecialProgram = clm.Text(12),
            DelayReason = clm.Text(20),
            Diagnoses = [],
            Lines = [],
        };
    }

    public void Take(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Lx:
                FinishLine();
                FinishCoverage();
                line.Begin(ref segment);
                break;
            case Tags.Sbr when !line.IsOpen:
                FinishCoverage();
                coverage.Begin(ref segment);
                break;
            default:
                if (line.IsOpen)
                {
                    line.Take(ref segment);
                }
                else if (coverage.IsOpen)
                {
                    coverage.Take(ref segment);
                }
                else
                {
                    TakeOwn(ref segment);
                }
                break;
        }
    }

    public Claim Finish(IReadOnlyList<NotCarried> left)
    {
        FinishLine();
        FinishCoverage();
        IsOpen = false;
        return claim with
        {
            Dates = Listed(dates),
            Diagnoses = Listed(diagnoses),
            Referring = Shared(0, referring),
            Rendering = Shared(1, rendering),
            ServiceFacility = Facility(),
            Supervising = Shared(2, supervising),
            OtherCoverage = Listed(coverages),
            Lines = Listed(lines),
            NotCarried = left.Count == 0 ? [] : left,
        };
    }

    /// <summary>A list of its own; the one empty list where there is nothing.</summary>
    public static IReadOnlyList<T> Listed<T>(List<T> list) => list.Count == 0 ? [] : list.ToArray();

    // Claims that follow each other mostly have the same providers.
    private Provider? Shared(int role, PartyDraft draft)
    {
        if (draft.AsProvider() is not { } provider)
        {
            return null;
        }
        if (!provider.Equals(before[role]))
        {
            before[role] = provider;
        }
        return before[role];
    }

    private ServiceFacility? Facility() =>
        facility.IsThere
            ? new()
            {
                Name = facility.Name.Last,
                Npi = facility.Id,
                Address = facility.Place,
                SecondaryId = facility.SecondaryId,
            }
            : null;

    private void TakeOwn(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Nm1:
                TakeParty(ref segment);
                break;
            case Tags.Ref when party is null && !isInUnknownParty:
                TakeReference(ref segment);
                break;
            case Tags.Ref:
                party?.TakeReference(ref segment);
                break;
            case Tags.Prv when party == rendering && party is { Taxonomy: null } && segment.Is(1, "PE"u8):
                if (segment.Is(2, "PXC"u8))
                {
                    party.Taxonomy = segment.Text(3);
                }
                break;
            case Tags.Dtp when segment.Days(2, 3) is { } days:
                dates.Add(new(segment.Text(1) ?? "", days.From, days.Through));
                break;
            case Tags.Amt when claim.PatientPaidCents is null && segment.Is(1, "F5"u8):
                claim = claim with { PatientPaidCents = segment.Cents(2) };
                break;
            case Tags.Nte when claim.Note is null:
                claim = claim with { Note = new(segment.Text(1) ?? "", segment.Text(2) ?? "") };
                break;
            case Tags.Hi when diagnoses.Count == 0 && segment.Part(1, 1).EndsWith("BK"u8):
                TakeDiagnoses(ref segment);
                break;
            default:
                if (party == facility)
                {
                    facility.Take(ref segment, hasContact: false);
                }
                break;
        }
    }

    private void TakeParty(ref Asked nm1)
    {
        var role = nm1[1];
        party =
            role.SequenceEqual("DN"u8) ? referring
            : role.SequenceEqual("82"u8) ? rendering
            : role.SequenceEqual("77"u8) ? facility
            : role.SequenceEqual("DQ"u8) ? supervising
            : null;
        party = party is { IsThere: false } ? party : null;
        isInUnknownParty = party is null;
        party?.TakeName(ref nm1, "XX"u8);
    }

    private void TakeReference(ref Asked reference)
    {
        claim = reference[1] switch
        {
            [(byte)'9', (byte)'F'] when claim.Referral is null => claim with { Referral = reference.Text(2) },
            [(byte)'G', (byte)'1'] when claim.PriorAuthorization is null => claim with
            {
                PriorAuthorization = reference.Text(2),
            },
            [(byte)'F', (byte)'8'] when claim.OriginalReference is null => claim with
            {
                OriginalReference = reference.Own(2),
            },
            [(byte)'D', (byte)'9'] when claim.ClearinghouseTrace is null => claim with
            {
                ClearinghouseTrace = reference.Own(2),
            },
            [(byte)'E', (byte)'A'] when claim.MedicalRecord is null => claim with { MedicalRecord = reference.Own(2) },
            _ => claim,
        };
        if (reference.HasTaken)
        {
            reference.Pass(1);
        }
    }

    private void TakeDiagnoses(ref Asked hi)
    {
        for (var element = 1; element <= hi.Count; element++)
        {
            if (hi.PartText(element, 1) is { } qualifier && hi.PartText(element, 2) is { } code)
            {
                diagnoses.Add(new(qualifier, code));
                hi.PassParts(element, 2);
            }
        }
    }

    private void FinishLine()
    {
        if (line.IsOpen)
        {
            lines.Add(line.Finish());
        }
    }

    private void FinishCoverage()
    {
        if (coverage.IsOpen)
        {
            coverages.Add(coverage.Finish());
        }
    }

    private void Clear()
    {
        (party, isInUnknownParty) = (null, false);
        referring.Clear();
        rendering.Clear();
        facility.Clear();
        supervising.Clear();
        dates.Clear();
        diagnoses.Clear();
        coverages.Clear();
        lines.Clear();
    }
}
