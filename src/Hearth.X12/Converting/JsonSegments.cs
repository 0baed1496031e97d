using System.Text.Json;
using Hearth.X12.Reading;

namespace Hearth.X12.Converting;

/// <summary>The segments of a transaction as they stand.</summary>
internal sealed class JsonSegments(Utf8JsonWriter json) : ITransactions
{
    public void Begin(in Segment st, Origin origin)
    {
        json.WriteStartArray("segments");
    }

    public void Take(in Segment segment)
    {
        json.WriteStartObject();
        json.WriteString("id", segment.Text(0).TrimEnd(' '));
        json.WriteStartArray("elements");
        for (var element = 1; element <= segment.Count; element++)
        {
            Write(segment[element], segment.Delimiters);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void End() => json.WriteEndArray();

    private void Write(ReadOnlySpan<byte> element, Delimiters by)
    {
        if (by.Repetition == 0 || !element.Contains(by.Repetition))
        {
            WriteParts(element, by.Component);
            return;
        }
        json.WriteStartObject();
        json.WriteStartArray("repetitions");
        foreach (var repetition in element.Split(by.Repetition))
        {
            WriteParts(element[repetition], by.Component);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteParts(ReadOnlySpan<byte> value, byte component)
    {
        if (!value.Contains(component))
        {
            WriteText(value);
            return;
        }
        json.WriteStartArray();
        foreach (var part in value.Split(component))
        {
            WriteText(value[part]);
        }
        json.WriteEndArray();
    }

    private void WriteText(ReadOnlySpan<byte> value)
    {
        if (System.Text.Unicode.Utf8.IsValid(value))
        {
            json.WriteStringValue(value);
        }
        else
        {
            json.WriteStringValue(Segment.ToText(value));
        }
    }
}
