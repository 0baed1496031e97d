using Hearth.X12.Reading;

namespace Hearth.X12.Eligibilities;

/// <summary>Records of single segments of 270 and 271.</summary>
internal static class EligibilityParts
{
    extension(Fields fields)
    {
        /// <summary>PRV.</summary>
        public ProviderRole Role() => new(fields.Text(1), fields.Maybe(2), fields.Maybe(3));

        /// <summary>AAA.</summary>
        public EligibilityRejection Rejection(EligibilityLevel level) =>
            new(level, fields.Text(1) == "Y", fields.Text(3), fields.Text(4));

        /// <summary>TRN.</summary>
        public TraceNumber Trace() =>
            new(fields.Text(2), fields.Text(3), fields.Maybe(4)) { IsAskers = fields.Text(1) == "2" };
    }
}
