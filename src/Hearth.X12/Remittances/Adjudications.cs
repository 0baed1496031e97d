namespace Hearth.X12.Remittances;

/// <summary>MIA, MOA, TS3 and TS2: segments of many figures.</summary>
internal static class Adjudications
{
    extension(Values values)
    {
        public InpatientAdjudication Inpatient(in Segment mia) =>
            new()
            {
                CoveredDays = values.Quantity(mia, 1),
                OperatingOutlierCents = values.Amount(mia, 2),
                LifetimePsychiatricDays = values.Quantity(mia, 3),
                DrgCents = values.Amount(mia, 4),
                RemarkCodes = values.Codes(mia, [5, 20, 21, 22, 23]),
                DisproportionateShareCents = values.Amount(mia, 6),
                MspPassThroughCents = values.Amount(mia, 7),
                CapitalCents = values.Amount(mia, 8),
                CapitalFederalDrgCents = values.Amount(mia, 9),
                CapitalHospitalDrgCents = values.Amount(mia, 10),
                CapitalDisproportionateShareCents = values.Amount(mia, 11),
                OldCapitalCents = values.Amount(mia, 12),
                CapitalEducationCents = values.Amount(mia, 13),
                OperatingHospitalDrgCents = values.Amount(mia, 14),
                CostReportDays = values.Quantity(mia, 15),
                OperatingFederalDrgCents = values.Amount(mia, 16),
                CapitalOutlierCents = values.Amount(mia, 17),
                IndirectTeachingCents = values.Amount(mia, 18),
                NonpayableProfessionalCents = values.Amount(mia, 19),
                CapitalExceptionCents = values.Amount(mia, 24),
            };

        public OutpatientAdjudication Outpatient(in Segment moa) =>
            new()
            {
                ReimbursementRate = values.Quantity(moa, 1),
                HcpcsPayableCents = values.Amount(moa, 2),
                RemarkCodes = values.Codes(moa, [3, 4, 5, 6, 7]),
                EsrdCents = values.Amount(moa, 8),
                NonpayableProfessionalCents = values.Amount(moa, 9),
            };

        public ProviderSummary Summed(ProviderSummary? under, in Segment ts3) =>
            (under ?? new()) with
            {
                ProviderId = Values.MaybeText(ts3[1]),
                FacilityType = values.MaybeCode(ts3, 2),
                FiscalPeriodEnd = values.Date(ts3, 3),
                Claims = values.Quantity(ts3, 4),
                ChargeCents = values.Amount(ts3, 5),
                Figures = values.Figures(ts3, 6, 24),
            };

        public ProviderSummary Supplemented(ProviderSummary? under, in Segment ts2) =>
            (under ?? new()) with
            {
                Figures = [.. under?.Figures ?? [], .. values.Figures(ts2, 1, 19)],
            };

        private List<Figure> Figures(in Segment segment, int from, int to)
        {
            var figures = new List<Figure>();
            for (var element = from; element <= to; element++)
            {
                if (values.Quantity(segment, element) is { } value)
                {
                    figures.Add(new($"{values.Code(segment, 0)}{element:00}", value));
                }
            }
            return figures;
        }

        private IReadOnlyList<string> Codes(in Segment segment, ReadOnlySpan<int> elements)
        {
            List<string>? codes = null;
            foreach (var element in elements)
            {
                if (!segment[element].IsEmpty)
                {
                    (codes ??= []).Add(values.Code(segment, element));
                }
            }
            return codes ?? (IReadOnlyList<string>)[];
        }
    }
}
