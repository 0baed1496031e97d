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
    private ClaimPayment? claim;
    private InpatientAdjudication? inpatient;
    private OutpatientAdjudication? outpatient;

    public bool IsOpen => claim is not null;

    public void Open(Segment clp, Payment payment, ProviderSummary? summary)
    {
        values.Claim = clp.Text(1);
        claim = new()
        {
            Payment = payment,
            Summary = summary,
            Place = clp.Place,
            ClaimId = values.Claim,
            Status = values.Code(clp, 2),
            ChargeCents = Values.Cents(clp, 3),
            PaidCents = Values.Cents(clp, 4),
            PatientResponsibilityCents = values.Amount(clp, 5) ?? 0,
            FilingIndicator = values.Code(clp, 6),
            PayerControlNumber = clp.Text(7),
            FacilityType = values.MaybeCode(clp, 8),
            Frequency = values.MaybeCode(clp, 9),
            PatientStatus = values.MaybeCode(clp, 10),
            Drg = values.MaybeCode(clp, 11),
            DrgWeight = values.Quantity(clp, 12),
            DischargeFraction = values.Quantity(clp, 13),
        };
        rest.After(13, clp);
    }

    public void Take(Segment segment)
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
        var built = claim! with
        {
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
        (claim, inpatient, outpatient) = (null, null, null);
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
    private bool TakeOwn(Segment segment)
    {
        switch (segment.Code)
        {
            case Ids.Nm1:
                return parties.Take(segment, rest);
            case Ids.Mia when inpatient is null:
                inpatient = values.Inpatient(segment);
                rest.After(24, segment);
                return true;
            case Ids.Moa when outpatient is null:
                outpatient = values.Outpatient(segment);
                rest.After(9, segment);
                return true;
            case Ids.Per:
                contacts.Add(values.Contact(segment));
                rest.After(8, segment);
                return true;
            default:
                return false;
        }
    }
}
