namespace Hearth.X12.Remittances;

/// <summary>Records of single segments.</summary>
internal static class Parts
{
    private const int MostModifiers = 4;
    private static readonly Address Nowhere = new() { Line1 = "", City = "" };

    extension(Values values)
    {
        /// <summary>N1.</summary>
        public Party Named(in Segment n1) =>
            new()
            {
                Role = values.Code(n1, 1),
                Name = n1.Text(2),
                IdQualifier = values.MaybeCode(n1, 3),
                Id = Values.MaybeText(n1[4]),
            };

        /// <summary>NM1.</summary>
        public Party Individual(in Segment nm1) =>
            new()
            {
                Role = values.Code(nm1, 1),
                IsPerson = nm1[2].SequenceEqual("1"u8),
                Name = nm1.Text(3),
                FirstName = Values.MaybeText(nm1[4]),
                MiddleName = values.MaybeCode(nm1, 5),
                Prefix = values.MaybeCode(nm1, 6),
                Suffix = values.MaybeCode(nm1, 7),
                IdQualifier = values.MaybeCode(nm1, 8),
                Id = Values.MaybeText(nm1[9]),
            };

        /// <summary>N4, with the N3 before it.</summary>
        public Address Placed(Address? address, in Segment n4) =>
            (address ?? Nowhere) with
            {
                City = n4.Text(1),
                State = values.MaybeCode(n4, 2),
                Zip = Values.MaybeText(n4[3]),
                Country = values.MaybeCode(n4, 4),
                Subdivision = values.MaybeCode(n4, 7),
            };

        /// <summary>PER.</summary>
        public PayerContact Contact(in Segment per)
        {
            var channels = new List<Channel>(3);
            for (var element = 3; element <= 7; element += 2)
            {
                if (!per[element].IsEmpty || !per[element + 1].IsEmpty)
                {
                    channels.Add(new(values.Code(per, element), per.Text(element + 1)));
                }
            }
            return new(values.Code(per, 1), Values.MaybeText(per[2]), channels);
        }

        /// <summary>REF.</summary>
        public Reference Reference(in Segment segment) =>
            new(values.Code(segment, 1), segment.Text(2), Values.MaybeText(segment[3]));

        /// <summary>SVC01 and SVC06; null where it is empty.</summary>
        public Procedure? Procedure(in Segment svc, int element)
        {
            if (svc[element].IsEmpty)
            {
                return null;
            }
            var count = 0;
            for (var i = MostModifiers; i > 0 && count == 0; i--)
            {
                count = svc.Component(element, 2 + i).IsEmpty ? 0 : i;
            }
            var modifiers = count == 0 ? [] : new string[count];
            for (var i = 0; i < count; i++)
            {
                modifiers[i] = values.Code(svc.Component(element, 3 + i));
            }
            return new()
            {
                Qualifier = values.Code(svc.Component(element, 1)),
                Code = values.Code(svc.Component(element, 2)),
                Modifiers = modifiers,
                Description = Values.MaybeText(svc.Component(element, 7)),
            };
        }

        /// <summary>CAS: a group, then up to six times reason, amount, quantity.</summary>
        public void Adjustments(in Segment cas, List<Adjustment> to)
        {
            for (var element = 2; element <= cas.Count && element <= 17; element += 3)
            {
                if (!cas[element].IsEmpty || !cas[element + 1].IsEmpty)
                {
                    to.Add(
                        new(
                            values.Code(cas, 1),
                            values.Code(cas, element),
                            Values.Cents(cas, element + 1),
                            values.Quantity(cas, element + 2)
                        )
                    );
                }
            }
        }
    }

    /// <summary>N3.</summary>
    public static Address Lined(Address? address, in Segment n3) =>
        (address ?? Nowhere) with
        {
            Line1 = n3.Text(1),
            Line2 = Values.MaybeText(n3[2]),
        };
}
