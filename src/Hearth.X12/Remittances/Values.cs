using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Makes values of elements; what is none becomes a finding and counts as absent.</summary>
internal sealed class Values(Findings findings)
{
    private readonly CodeTexts codes = new();

    /// <summary>The transaction that findings are about.</summary>
    public int Transaction { get; set; }

    /// <summary>The claim that findings are about; empty outside of one.</summary>
    public string Claim { get; set; } = "";

    /// <summary>The text of a code, which comes again and again.</summary>
    public string Code(in Segment segment, int element) => codes.Of(segment[element]);

    /// <summary>A code that may be absent.</summary>
    public string? MaybeCode(in Segment segment, int element) =>
        segment[element].IsEmpty ? null : codes.Of(segment[element]);

    /// <summary>Text that may be absent.</summary>
    public static string? MaybeText(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? null : Segment.ToText(bytes);

    /// <inheritdoc cref="Code(in Segment, int)"/>
    public string Code(ReadOnlySpan<byte> bytes) => codes.Of(bytes);

    /// <summary>An amount that <see cref="Checking.Balances"/> has had its say on already.</summary>
    public static long Cents(in Segment segment, int element) => segment.TryCents(element, out var cents) ? cents : 0;

    public long? Amount(in Segment segment, int element)
    {
        if (segment[element].IsEmpty)
        {
            return null;
        }
        if (segment.TryCents(element, out var cents))
        {
            return cents;
        }
        NoValue(segment, element, "amount of money", "an amount such as 45.00");
        return null;
    }

    public decimal? Quantity(in Segment segment, int element)
    {
        var bytes = segment[element];
        if (bytes.IsEmpty)
        {
            return null;
        }
        if (Numbers.TryParse(bytes, out var quantity))
        {
            return quantity;
        }
        NoValue(segment, element, "number", "a number such as 4 or 1.5");
        return null;
    }

    public DateOnly? Date(in Segment segment, int element)
    {
        var bytes = segment[element];
        if (bytes.IsEmpty)
        {
            return null;
        }
        if (Numbers.TryParseDay(bytes, out var date))
        {
            return date;
        }
        NoValue(segment, element, "date", "a day as CCYYMMDD, such as 20261130");
        return null;
    }

    private void NoValue(in Segment segment, int element, string what, string expected) =>
        findings.Add(
            new(
                Severity.Error,
                $"{segment.Text(0)}{element:00} is no {what}: \"{segment.Text(element)}\".",
                $"Ask the sender what stands there. It was read as if it said nothing."
            )
            {
                Transaction = Transaction,
                Place = segment.Place,
                Segment = segment.Text(0),
                Element = element,
                Claim = Claim,
                Found = segment.Text(element),
                Expected = expected,
                Acknowledgement = what == "date" ? "IK403=8" : "IK403=6",
            }
        );
}
