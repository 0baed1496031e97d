using System.Runtime.InteropServices;

namespace Hearth.X12.Claims;

/// <summary>A claim as its segments come: loops 2300 to 2330B. Its lines are read by <see cref="LineBuilder"/>.</summary>
internal sealed class ClaimBuilder
{
    private readonly PartyDraft referring = new();
    private readonly PartyDraft rendering = new();
    private readonly PartyDraft facility = new();
    private readonly PartyDraft supervising = new();
    private readonly CoverageBuilder coverage = new();
    private readonly Shared<Provider> providers = new();
    private readonly LineBuilder line;
    private readonly List<ClaimDate> dates = [];
    private readonly List<Diagnosis> diagnoses = [];
    private readonly List<OtherCoverage> coverages = [];
    private readonly List<ServiceLine> lines = [];
    private readonly SharedList<Diagnosis> usual = new();
    private PartyDraft? party;
    private bool isInUnknownParty;
    private Draft claim;

    // The claim's own segments. The claim itself is made once, when all of them are there.
    private struct Draft
    {
        public BillingProvider BillingProvider;
        public Subscriber Subscriber;
        public Payer Payer;
        public Patient? Patient;
        public string Id;
        public long ChargeCents;
        public string PlaceOfService;
        public string Frequency;
        public bool HasSignature;
        public string Assignment;
        public string BenefitsAssigned;
        public string Release;
        public bool IsSignedForPatient;
        public string? SpecialProgram;
        public string? DelayReason;
        public long? PatientPaidCents;
        public string? Referral;
        public string? PriorAuthorization;
        public string? OriginalReference;
        public string? ClearinghouseTrace;
        public string? MedicalRecord;
        public Note? Note;
    }

    public ClaimBuilder() => line = new(providers);

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
        return new()
        {
            BillingProvider = claim.BillingProvider,
            Subscriber = claim.Subscriber,
            Payer = claim.Payer,
            Patient = claim.Patient,
            Id = claim.Id,
            ChargeCents = claim.ChargeCents,
            PlaceOfService = claim.PlaceOfService,
            Frequency = claim.Frequency,
            HasSignature = claim.HasSignature,
            Assignment = claim.Assignment,
            BenefitsAssigned = claim.BenefitsAssigned,
            Release = claim.Release,
            IsSignedForPatient = claim.IsSignedForPatient,
            SpecialProgram = claim.SpecialProgram,
            DelayReason = claim.DelayReason,
            Dates = Listed(dates),
            PatientPaidCents = claim.PatientPaidCents,
            Referral = claim.Referral,
            PriorAuthorization = claim.PriorAuthorization,
            OriginalReference = claim.OriginalReference,
            ClearinghouseTrace = claim.ClearinghouseTrace,
            MedicalRecord = claim.MedicalRecord,
            Note = claim.Note,
            Diagnoses = usual.Of(CollectionsMarshal.AsSpan(diagnoses)),
            Referring = referring.AsProvider(providers),
            Rendering = rendering.AsProvider(providers),
            ServiceFacility = Facility(),
            Supervising = supervising.AsProvider(providers),
            OtherCoverage = Listed(coverages),
            Lines = Listed(lines),
            NotCarried = left.Count == 0 ? [] : left,
        };
    }

    /// <summary>A list of its own; the one empty list where there is nothing.</summary>
    public static IReadOnlyList<T> Listed<T>(List<T> list) => list.Count == 0 ? [] : list.ToArray();

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
                claim.PatientPaidCents = segment.Cents(2);
                break;
            case Tags.Nte when claim.Note is null:
                claim.Note = new(segment.Text(1) ?? "", segment.Text(2) ?? "");
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
        switch (reference[1])
        {
            case [(byte)'9', (byte)'F'] when claim.Referral is null:
                claim.Referral = reference.Text(2);
                break;
            case [(byte)'G', (byte)'1'] when claim.PriorAuthorization is null:
                claim.PriorAuthorization = reference.Text(2);
                break;
            case [(byte)'F', (byte)'8'] when claim.OriginalReference is null:
                claim.OriginalReference = reference.Own(2);
                break;
            case [(byte)'D', (byte)'9'] when claim.ClearinghouseTrace is null:
                claim.ClearinghouseTrace = reference.Own(2);
                break;
            case [(byte)'E', (byte)'A'] when claim.MedicalRecord is null:
                claim.MedicalRecord = reference.Own(2);
                break;
        }
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
