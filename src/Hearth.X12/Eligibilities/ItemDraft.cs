using Hearth.X12.Reading;

namespace Hearth.X12.Eligibilities;

/// <summary>A question (EQ) or a benefit (EB) while its segments come.</summary>
internal sealed class ItemDraft(Fields head)
{
    private readonly List<Fields> segments = [];
    private readonly List<EntityDraft> entities = [];

    public void Take(Fields fields)
    {
        if (fields.Tag is "LS" or "LE")
        {
            fields.Pass(1);
        }
        else if (fields.Tag == "NM1" && head.Tag == "EB")
        {
            entities.Add(new(fields));
        }
        else if (entities.Count > 0)
        {
            entities[^1].Take(fields);
        }
        else
        {
            segments.Add(fields);
        }
    }

    public EligibilityQuestion Question()
    {
        var place = Where("III").FirstOrDefault(s => s.Look(1) == "ZZ");
        place?.Pass(1);
        return new()
        {
            ServiceTypes = head.Repeats(1),
            Procedure = head.Look(2).Length == 0 ? null : head.Procedure(2),
            CoverageLevel = head.Maybe(3),
            DiagnosisPointers = Pointers(5),
            SpendDownCents = Amount("R"),
            SpendDownBilledCents = Amount("PB"),
            PlaceOfService = place?.Maybe(2),
            Authorization = Where("REF").FirstOrDefault()?.Reference(),
            Date = Where("DTP").FirstOrDefault()?.Period(),
        };
    }

    public Benefit Benefit() =>
        new()
        {
            Information = head.Text(1),
            CoverageLevel = head.Maybe(2),
            ServiceTypes = head.Repeats(3),
            InsuranceType = head.Maybe(4),
            Plan = head.Maybe(5),
            TimePeriod = head.Maybe(6),
            AmountCents = head.Cents(7),
            Percent = head.Number(8),
            QuantityQualifier = head.Maybe(9),
            Quantity = head.Number(10),
            AuthorizationNeeded = head.Maybe(11),
            InNetwork = head.Maybe(12),
            Procedure = head.Look(13).Length == 0 ? null : head.Procedure(13),
            LastProcedure = head.Part(13, 8) is { Length: > 0 } last ? last : null,
            DiagnosisPointers = Pointers(14),
            Deliveries = [.. Where("HSD").Select(Delivery)],
            References = [.. Where("REF").Select(r => r.Reference())],
            Dates = [.. Where("DTP").Select(d => d.Period()).OfType<QualifiedPeriod>()],
            Rejections = [.. Where("AAA").Select(a => a.Rejection(EligibilityLevel.Benefit))],
            Messages = [.. Where("MSG").Select(m => m.Text(1))],
            Conditions = [.. Where("III").Select(Condition)],
            Entities = [.. entities.Select(e => e.Build())],
        };

    private IEnumerable<Fields> Where(string tag) => segments.Where(s => s.Tag == tag);

    private long? Amount(string qualifier)
    {
        var amount = Where("AMT").FirstOrDefault(a => a.Look(1) == qualifier);
        amount?.Pass(1);
        return amount?.Cents(2);
    }

    private List<int> Pointers(int element)
    {
        const int most = 4;
        return [.. Enumerable.Range(1, most).Select(part => head.WholePart(element, part)).OfType<int>()];
    }

    private static ServiceDelivery Delivery(Fields hsd) =>
        new()
        {
            QuantityQualifier = hsd.Maybe(1),
            Quantity = hsd.Number(2),
            Unit = hsd.Maybe(3),
            UnitCount = hsd.Number(4),
            TimePeriod = hsd.Maybe(5),
            PeriodCount = hsd.Number(6),
            Pattern = hsd.Maybe(7),
            TimePattern = hsd.Maybe(8),
        };

    private static BenefitCondition Condition(Fields iii) =>
        new(iii.Maybe(1), iii.Maybe(2), iii.Maybe(3), iii.Maybe(4));

    private sealed class EntityDraft(Fields nm1)
    {
        private readonly PartyReading party = new(nm1);
        private Fields? role;

        public void Take(Fields fields)
        {
            if (fields.Tag == "PRV")
            {
                role ??= fields;
            }
            else
            {
                party.Take(fields);
            }
        }

        public BenefitEntity Build() => new(party.Build(), role?.Role(), nm1.Maybe(10));
    }
}
