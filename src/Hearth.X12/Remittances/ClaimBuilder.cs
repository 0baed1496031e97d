using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Takes a CLP and what follows it.</summary>
internal sealed class ClaimBuilder(Values values)
{
    private readonly Details details = new(values);
    private readonly List<PayerContact> contacts = [];
    private readonly List<ServicePayment> services = [];
    private readonly Parties parties = new(values);
    private readonly ServiceBuilder service = new(values);
    private readonly Rest rest = new();
    private ClaimHead head;
    private Payment payment = Payment.None;
    private ProviderSummary? summary;
    private InpatientAdjudication? inpatient;
    private OutpatientAdjudication? outpatient;

    public bool IsOpen { get; private set; }

    public void Open(in Segment clp, Payment under, ProviderSummary? group)
    {
        IsOpen = true;
        values.Claim = clp.Text(1);
        (head, payment, summary) = (new(values, clp), under, group);
        rest.After(13, clp);
    }

    public void Take(in Segment segment)
    {
        if (segment.Code == Tags.Svc)
        {
            EndLine();
            service.Open(segment, rest);
        }
        else if (!(service.IsOpen ? service.Take(segment, rest) : details.Take(segment, rest)) && !TakeOwn(segment))
        {
            rest.Add(segment);
        }
    }

    public ClaimPayment Build()
    {
        EndLine();
        var built = new ClaimPayment
        {
            Payment = payment,
            Summary = summary,
            Place = head.Place,
            ClaimId = head.ClaimId,
            Status = head.Status,
            ChargeCents = head.Charge,
            PaidCents = head.Paid,
            PatientResponsibilityCents = head.PatientResponsibility,
            FilingIndicator = head.FilingIndicator,
            PayerControlNumber = head.PayerControlNumber,
            FacilityType = head.FacilityType,
            Frequency = head.Frequency,
            PatientStatus = head.PatientStatus,
            Drg = head.Drg,
            DrgWeight = head.DrgWeight,
            DischargeFraction = head.DischargeFraction,
            Patient = parties.Of("QC"),
            Insured = parties.Of("IL"),
            CorrectedPatient = parties.Of("74"),
            ServiceProvider = parties.Of("82"),
            CrossoverCarrier = parties.Of("TT"),
            CorrectedPayer = parties.Of("PR"),
            OtherSubscriber = parties.Of("GB"),
            Adjustments = details.Adjustments.Taken(),
            Dates = details.Dates.Taken(),
            Contacts = contacts.Taken(),
            Amounts = details.Amounts.Taken(),
            Quantities = details.Quantities.Taken(),
            References = details.References.Taken(),
            Inpatient = inpatient,
            Outpatient = outpatient,
            Services = services.Taken(),
            NotCarried = rest.Take(),
        };
        (IsOpen, inpatient, outpatient) = (false, null, null);
        values.Claim = "";
        return built;
    }

    private void EndLine()
    {
        if (service.IsOpen)
        {
            services.Add(service.Build());
        }
    }

    // What only a claim has, even where it comes after a line.
    private bool TakeOwn(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Nm1:
                return parties.Take(segment, rest);
            case Tags.Mia when inpatient is null:
                inpatient = values.Inpatient(segment);
                rest.After(24, segment);
                return true;
            case Tags.Moa when outpatient is null:
                outpatient = values.Outpatient(segment);
                rest.After(9, segment);
                return true;
            case Tags.Per:
                contacts.Add(values.Contact(segment));
                rest.After(8, segment);
                return true;
            default:
                return false;
        }
    }
}
