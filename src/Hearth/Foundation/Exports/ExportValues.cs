using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Hearth.Foundation.Exports;

/// <summary>One value as a cell of CSV and as JSON.</summary>
internal static class ExportValues
{
    public static object? Cell(object? value) =>
        value switch
        {
            null or string or bool or DateOnly => value,
            byte[] bytes => Convert.ToBase64String(bytes),
            DateTimeOffset at => Instant(at),
            Guid id => id.ToString(),
            Enum flags when ExportWords.IsFlags(flags.GetType()) => string.Join("; ", ExportWords.Each(flags)),
            Enum one => ExportWords.OfOne(one),
            IEnumerable list => string.Join("; ", list.Cast<object>().Select(o => Cell(o)?.ToString())),
            _ => value,
        };

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case short or int or long or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal or double or float:
                json.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case Enum flags when ExportWords.IsFlags(flags.GetType()):
                WriteList(json, ExportWords.Each(flags));
                break;
            case string or byte[] or Enum:
                json.WriteStringValue(Cell(value)?.ToString());
                break;
            case IEnumerable list:
                WriteList(json, list);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(Cell(value), CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item);
        }
        json.WriteEndArray();
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
