namespace Hearth.X12.Claims;

/// <summary>What stands above claims: the transaction's head, and the levels of billing provider, subscriber and patient.</summary>
internal sealed partial class LevelReader(Action<NotCarried> leave)
{
    private enum Level
    {
        Head,
        Billing,
        Subscriber,
        Patient,
        Unknown,
    }

    private readonly PartyDraft submitter = new();
    private readonly PartyDraft receiver = new();
    private readonly PartyDraft billing = new();
    private readonly PartyDraft payTo = new();
    private readonly PartyDraft insured = new();
    private readonly PartyDraft plan = new();
    private readonly PartyDraft dependent = new();
    private readonly Shared<Payer> payers = new();
    private readonly NotCarried?[] withoutClaims = new NotCarried?[(int)Level.Unknown];
    private Level level;
    private PartyDraft? party; // whose N3, REF and so on come now
    private ClaimBatch batch = null!;
    private BillingProvider? provider;
    private Subscriber? subscriber;
    private Payer? payer;
    private Patient? patient;
    private string? taxId;
    private bool taxIdIsSsn;
    private SecondaryId? billingProviderId;
    private Subscriber facts = new() { Name = new() { Last = "" } };
    private Patient dependentFacts = NoPatient();

    public void Begin(string controlNumber)
    {
        level = Level.Head;
        submitter.Clear();
        receiver.Clear();
        ClearBilling();
        batch = new()
        {
            ControlNumber = controlNumber,
            Reference = "",
            Created = default,
            Submitter = new()
            {
                Name = submitter.Name,
                Id = "",
                Contact = new(),
            },
            Receiver = new("", ""),
        };
    }

    public ClaimBatch Batch() =>
        batch with
        {
            Submitter = new()
            {
                Name = submitter.Name,
                Id = submitter.Id ?? "",
                Contact = submitter.Contact ?? new(),
            },
            Receiver = new(receiver.Name.Last, receiver.Id ?? ""),
        };

    /// <summary>A claim stands here.</summary>
    public void Use() => Array.Clear(withoutClaims);

    /// <summary>The transaction is at its end.</summary>
    public void End() => LeaveFrom(Level.Billing);

    /// <summary>Loops 2000A, 2010AA and 2010AB as one; the same object for claims that share it.</summary>
    public BillingProvider Provider =>
        provider ??= new()
        {
            Name = billing.Name,
            Npi = billing.Id,
            Taxonomy = billing.Taxonomy,
            TaxId = taxId ?? "",
            TaxIdIsSsn = taxIdIsSsn,
            Address = billing.Place,
            License = billing.SecondaryId,
            Contact = billing.Contact,
            PayTo = payTo.Address,
        };

    public Subscriber Subscriber =>
        subscriber ??= facts with { Name = insured.Name, MemberId = insured.Id, Address = insured.Address };

    public Payer Payer =>
        payer ??= payers.Of(
            new()
            {
                Name = plan.Name.Last,
                Id = plan.Id ?? "",
                IdIsNational = plan.IdIsNational,
                Address = plan.Address,
                SecondaryId = plan.SecondaryId,
                BillingProviderId = billingProviderId,
            },
            plan.Id ?? ""
        );

    public Patient? Patient =>
        level == Level.Patient
            ? patient ??= dependentFacts with { Name = dependent.Name, Address = dependent.Place }
            : null;

    public void Take(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Bht:
                TakeBeginning(ref segment);
                break;
            case Tags.Hl:
                TakeLevel(ref segment);
                break;
            case Tags.Nm1:
                TakeParty(ref segment);
                break;
            case Tags.Prv when level == Level.Billing && billing.Taxonomy is null && segment.Is(1, "BI"u8):
                if (segment.Is(2, "PXC"u8))
                {
                    billing.Taxonomy = segment.Text(3);
                }
                break;
            case Tags.Sbr when level == Level.Subscriber:
                TakeCoverage(ref segment);
                break;
            case Tags.Pat:
                TakePatientFacts(ref segment);
                break;
            case Tags.Dmg:
                TakeDemographics(ref segment);
                break;
            case Tags.Ref:
                TakeReference(ref segment);
                break;
            default:
                party?.Take(ref segment, hasContact: party == submitter || party == billing);
                break;
        }
    }

    private void ClearBilling()
    {
        party = null;
        provider = null;
        (taxId, taxIdIsSsn) = (null, false);
        billing.Clear();
        payTo.Clear();
        ClearSubscriber();
    }

    private void ClearSubscriber()
    {
        (subscriber, payer, billingProviderId) = (null, null, null);
        insured.Clear();
        plan.Clear();
        facts = new()
        {
            Name = insured.Name,
            Responsibility = "",
            FilingIndicator = "",
        };
        ClearPatient();
    }

    private void ClearPatient()
    {
        patient = null;
        dependent.Clear();
        dependentFacts = NoPatient();
    }

    private static Patient NoPatient() =>
        new()
        {
            Relationship = "",
            Name = new() { Last = "" },
            Address = new() { Line1 = "", City = "" },
            Born = default,
            Gender = "",
        };
}
