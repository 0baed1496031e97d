namespace Hearth.X12;

/// <summary>A day and what happens on it (DTM).</summary>
/// <param name="Qualifier">Such as 232 statement from, 233 statement to, 472 service (DTM01).</param>
/// <param name="Date">DTM02.</param>
public sealed record QualifiedDate(string Qualifier, DateOnly Date);

/// <summary>An amount beside the claim's or line's own ones (AMT).</summary>
/// <param name="Qualifier">Such as AU coverage, B6 allowed, I interest (AMT01).</param>
/// <param name="Cents">AMT02 in whole cents.</param>
public sealed record QualifiedAmount(string Qualifier, long Cents);

/// <summary>A count (QTY).</summary>
/// <param name="Qualifier">Such as CA covered days (QTY01).</param>
/// <param name="Quantity">QTY02.</param>
public sealed record QualifiedQuantity(string Qualifier, decimal Quantity);

/// <summary>A remark that explains an adjustment or asks for something (LQ).</summary>
/// <param name="List">HE for remittance advice remark codes, RX for the pharmacy's (LQ01).</param>
/// <param name="Code">Such as N14 (LQ02).</param>
public sealed record RemarkCode(string List, string Code);

/// <summary>Looks up what stands in a list under a qualifier.</summary>
internal static class Qualified
{
    extension(IReadOnlyList<QualifiedDate> dates)
    {
        public DateOnly? Of(string qualifier, string otherwise = "")
        {
            DateOnly? second = null;
            foreach (var date in dates)
            {
                if (date.Qualifier == qualifier)
                {
                    return date.Date;
                }
                second ??= date.Qualifier == otherwise ? date.Date : null;
            }
            return second;
        }
    }

    extension(IReadOnlyList<Reference> references)
    {
        public string? Of(string qualifier)
        {
            foreach (var reference in references)
            {
                if (reference.Qualifier == qualifier)
                {
                    return reference.Value;
                }
            }
            return null;
        }
    }
}
