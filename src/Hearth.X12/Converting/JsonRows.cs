using System.Text.Json;

namespace Hearth.X12.Converting;

/// <summary>Rows as objects: keys as JSON has them, amounts in whole cents, no key for what is not said.</summary>
internal sealed class JsonRows(Utf8JsonWriter json) : IRows
{
    private readonly Dictionary<string, JsonEncodedText> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonEncodedText> moneyKeys = new(StringComparer.Ordinal);
    private bool isWithin;

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Begin();
            json.WriteString(Key(keys, name, ""), value);
        }
    }

    public void Money(string name, long? cents)
    {
        if (cents is { } there)
        {
            Begin();
            json.WriteNumber(Key(moneyKeys, name, "Cents"), there);
        }
    }

    public void Number(string name, decimal? value)
    {
        if (value is { } there)
        {
            Begin();
            json.WriteNumber(Key(keys, name, ""), there);
        }
    }

    public void Day(string name, DateOnly? day) =>
        Text(name, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public void Flag(string name, bool value)
    {
        Begin();
        json.WriteBoolean(Key(keys, name, ""), value);
    }

    public void End()
    {
        Begin();
        json.WriteEndObject();
        isWithin = false;
    }

    private void Begin()
    {
        if (!isWithin)
        {
            json.WriteStartObject();
        }
        isWithin = true;
    }

    // claim_charge is claimCharge, and claimChargeCents where it is money.
    private static JsonEncodedText Key(Dictionary<string, JsonEncodedText> known, string name, string ending)
    {
        if (!known.TryGetValue(name, out var key))
        {
            var words = name.Split('_').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]);
            known[name] = key = JsonEncodedText.Encode(string.Concat(words) + ending);
        }
        return key;
    }
}
