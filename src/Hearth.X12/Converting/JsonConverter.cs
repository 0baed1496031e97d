using System.Text.Encodings.Web;
using System.Text.Json;
using Hearth.X12.Reading;

namespace Hearth.X12.Converting;

/// <summary>A file as one JSON object, written as it is read.</summary>
internal sealed class JsonConverter : ITransactions, IDisposable
{
    private const int FlushAt = 64 * 1024;
    private readonly RemittanceReader reader;
    private readonly Utf8JsonWriter json;
    private readonly ClaimRows claims;
    private readonly JsonSegments segments;
    private ITransactions open;
    private Payment? payment; // whose claims are being written
    private int ended; // payments
    private long count;

    public JsonConverter(SegmentReader from, Stream to, IProgress<long>? progress)
    {
        json = new(to, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        claims = new(new JsonRows(json));
        segments = new(json);
        open = segments;
        reader = new(from, this, progress);
    }

    public Converted Convert()
    {
        json.WriteStartObject();
        json.WriteStartArray("transactions");
        foreach (var claim in reader)
        {
            EndPayments(claim.Payment);
            Begin(claim.Payment);
            JsonSerializer.Serialize(json, claim, JsonTypes.Default.ClaimPayment);
            FlushSometimes();
        }
        EndPayments(null);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return new(count, reader.Findings, reader.MoreFindings);
    }

    public void Begin(in Segment st, Origin origin)
    {
        EndPayments(null);
        var kind = st.Text(1);
        Begin(origin, kind);
        open = kind == "837" ? claims : segments;
        if (kind == "837")
        {
            json.WriteStartArray("lines");
        }
        open.Begin(st, origin);
    }

    public void Take(in Segment segment)
    {
        open.Take(segment);
        FlushSometimes();
    }

    public void End()
    {
        open.End();
        if (ReferenceEquals(open, claims))
        {
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    public void Dispose() => json.Dispose();

    private void Begin(Origin origin, string kind)
    {
        count++;
        json.WriteStartObject();
        json.WriteNumber("transaction", origin.Transaction);
        json.WriteString("kind", kind);
        json.WriteString("guide", origin.Guide);
        json.WriteString("controlNumber", origin.ControlNumber);
        json.WriteString("groupControlNumber", origin.Envelope.GroupControlNumber);
        json.WriteString("interchangeControlNumber", origin.Envelope.ControlNumber);
        json.WriteString("sender", origin.Envelope.Sender.Id);
        json.WriteString("receiver", origin.Envelope.Receiver.Id);
        json.WriteBoolean("isTest", origin.Envelope.IsTest);
    }

    private void Begin(Payment next)
    {
        if (ReferenceEquals(payment, next))
        {
            return;
        }
        payment = next;
        Begin(next.Origin, "835");
        json.WritePropertyName("payment");
        JsonSerializer.Serialize(json, next, JsonTypes.Default.Payment);
        json.WriteStartArray("claims");
    }

    private void EndPayments(Payment? unless)
    {
        for (; ended < reader.Payments.Count && !ReferenceEquals(reader.Payments[ended].Payment, unless); ended++)
        {
            var totals = reader.Payments[ended];
            Begin(totals.Payment);
            json.WriteEndArray();
            json.WritePropertyName("providerAdjustments");
            JsonSerializer.Serialize(
                json,
                totals.ProviderAdjustments,
                JsonTypes.Default.IReadOnlyListProviderAdjustment
            );
            WriteTotals(totals);
            json.WritePropertyName("notCarried");
            JsonSerializer.Serialize(json, totals.NotCarried, JsonTypes.Default.IReadOnlyListNotCarried);
            json.WriteEndObject();
        }
    }

    private void WriteTotals(PaymentTotals totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("claims", totals.Claims);
        json.WriteNumber("chargeCents", totals.ChargeCents);
        json.WriteNumber("paidCents", totals.PaidCents);
        json.WriteNumber("patientResponsibilityCents", totals.PatientResponsibilityCents);
        json.WriteNumber("providerAdjustmentCents", totals.ProviderAdjustmentCents);
        json.WriteNumber("expectedCents", totals.ExpectedCents);
        json.WriteBoolean("addsUp", totals.AddsUp);
        json.WriteEndObject();
    }

    private void FlushSometimes()
    {
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }
}
