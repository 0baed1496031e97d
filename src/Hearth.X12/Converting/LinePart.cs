using Hearth.X12.Reading;
using Hearth.X12.Remittances;

namespace Hearth.X12.Converting;

/// <summary>What a line of a claim (837) says beside its parties.</summary>
internal sealed class LinePart
{
    private string? control;
    private string? qualifier;
    private string? procedure;
    private string? modifiers;
    private string? revenue;
    private string? unit;
    private decimal? units;
    private string? pointers;
    private long? charge;
    private DateOnly? from;
    private DateOnly? to;

    /// <summary>LX01; null before the first line.</summary>
    public string? Number { get; init; }
    public string? Place { get; private set; }
    public string? Authorization { get; private set; }

    public void Take(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Sv1:
                TakeService(segment, procedureAt: 1, chargeAt: 2, unitsAt: 4);
                (unit, Place) = (segment.Text(3), Maybe(segment[5]));
                pointers = Segment.ToText(segment[7]).Replace((char)segment.Delimiters.Component, ' ');
                break;
            case Tags.Sv2:
                TakeService(segment, procedureAt: 2, chargeAt: 3, unitsAt: 5);
                (unit, revenue) = (segment.Text(4), segment.Text(1));
                break;
            case Tags.Sv3:
                TakeService(segment, procedureAt: 1, chargeAt: 2, unitsAt: 6);
                Place = Maybe(segment[3]);
                break;
            case Tags.Dtp when segment[1].SequenceEqual("472"u8):
                TakeDays(segment);
                break;
            case Tags.Ref when segment[1].SequenceEqual("6R"u8):
                control = segment.Text(2);
                break;
            case Tags.Ref when segment[1].SequenceEqual("G1"u8):
                Authorization = segment.Text(2);
                break;
        }
    }

    /// <summary>Writes what is known of the line.</summary>
    /// <param name="rows">Takes the values.</param>
    /// <param name="claimCharge">Stands for the charge where the claim has no line.</param>
    public void Write(IRows rows, long? claimCharge)
    {
        rows.Text("line", Number);
        rows.Text("line_control_number", control);
        rows.Text("procedure_qualifier", qualifier);
        rows.Text("procedure", procedure);
        rows.Text("modifiers", modifiers);
        rows.Text("revenue_code", revenue);
        rows.Day("service_from", from);
        rows.Day("service_to", to);
        rows.Text("unit", unit);
        rows.Number("units", units);
        rows.Text("diagnosis_pointers", pointers);
        rows.Money("charge", Number is null ? claimCharge : charge);
    }

    private void TakeService(in Segment segment, int procedureAt, int chargeAt, int unitsAt)
    {
        qualifier = Segment.ToText(segment.Component(procedureAt, 1));
        procedure = Segment.ToText(segment.Component(procedureAt, 2));
        modifiers = "";
        for (var part = 3; part <= 6; part++)
        {
            var modifier = Segment.ToText(segment.Component(procedureAt, part));
            modifiers += modifiers.Length == 0 || modifier.Length == 0 ? modifier : " " + modifier;
        }
        charge = Cents.TryParse(segment[chargeAt], out var cents) ? cents : null;
        units = Numbers.TryParse(segment[unitsAt], out var number) ? number : null;
    }

    // D8 is a day, RD8 two with a dash between them.
    private void TakeDays(in Segment dtp)
    {
        var days = dtp[3];
        var dash = days.IndexOf((byte)'-');
        from = Day(dash < 0 ? days : days[..dash]);
        to = dash < 0 ? from : Day(days[(dash + 1)..]);
    }

    private static DateOnly? Day(ReadOnlySpan<byte> bytes) => Numbers.TryParseDay(bytes, out var day) ? day : null;

    private static string? Maybe(ReadOnlySpan<byte> bytes) => Values.MaybeText(bytes);
}
