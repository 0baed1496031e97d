namespace Hearth.X12.Reading;

/// <summary>Records of single segments.</summary>
internal static class FieldParts
{
    private const int FirstModifier = 3;
    private const int LastModifier = 6;
    private static readonly int[] Names = [3, 4, 5, 7];
    private static readonly int[] Composites = [1, 10, 11];

    extension(Fields fields)
    {
        /// <summary>REF.</summary>
        public Reference Reference() => new(fields.Text(1), fields.Text(2), fields.Maybe(3));

        /// <summary>NM102 to NM107; null where there is no name.</summary>
        public PartyName? PersonName()
        {
            if (Names.All(element => fields.Look(element).Length == 0))
            {
                fields.Pass(2);
                return null;
            }
            return new()
            {
                IsOrganization = fields.Text(2) == "2",
                Last = fields.Text(3),
                First = fields.Maybe(4),
                Middle = fields.Maybe(5),
                Suffix = fields.Maybe(7),
            };
        }

        /// <summary>DMG02.</summary>
        public DateOnly? Born() => fields.Days(1, 2)?.From;

        /// <summary>DTP; null where its days cannot be read.</summary>
        public QualifiedPeriod? Period()
        {
            var qualifier = fields.Look(1);
            if (fields.Days(2, 3) is not { } days)
            {
                return null;
            }
            fields.Pass(1);
            return new(qualifier, days.From, days.To);
        }

        /// <summary>PER.</summary>
        public PayerContact Contact()
        {
            var channels = new List<Channel>();
            for (var element = 3; element <= 7; element += 2)
            {
                if (fields.Look(element).Length > 0 || fields.Look(element + 1).Length > 0)
                {
                    channels.Add(new(fields.Text(element), fields.Text(element + 1)));
                }
            }
            return new(fields.Text(1), fields.Maybe(2), channels);
        }

        /// <summary>A procedure's composite.</summary>
        public Procedure Procedure(int element)
        {
            var modifiers = new List<string>();
            for (var part = FirstModifier; part <= LastModifier; part++)
            {
                if (fields.Part(element, part) is { Length: > 0 } modifier)
                {
                    modifiers.Add(modifier);
                }
            }
            return new()
            {
                Qualifier = fields.Part(element, 1),
                Code = fields.Part(element, 2),
                Modifiers = modifiers,
                Description = fields.Part(element, 7) is { Length: > 0 } words ? words : null,
            };
        }

        /// <summary>STC.</summary>
        public StatusInformation Status() =>
            new()
            {
                Codes = [.. Composites.Where(c => fields.Look(c).Length > 0).Select(c => StatusCode(fields, c))],
                EffectiveOn = fields.Day(2),
                Action = fields.Maybe(3),
                ChargeCents = fields.Cents(4),
                PaidCents = fields.Cents(5),
                DecidedOn = fields.Day(6),
                PaymentMethod = fields.Maybe(7),
                PaidOn = fields.Day(8),
                PaymentNumber = fields.Maybe(9),
                Message = fields.Maybe(12),
            };
    }

    private static StatusCode StatusCode(Fields fields, int element) =>
        new(
            fields.Part(element, 1),
            fields.Part(element, 2),
            fields.Part(element, 3) is { Length: > 0 } entity ? entity : null,
            fields.Part(element, 4) is { Length: > 0 } list ? list : null
        );
}
