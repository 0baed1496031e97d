using System.Buffers;
using System.Globalization;
using System.Text;
using Hearth.X12.Reading;

namespace Hearth.X12.Converting;

/// <summary>Rows as RFC 4180 has them. The first row's names are the first line.</summary>
internal sealed class CsvRows(Stream to) : IRows, IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly StreamWriter writer = new(to, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
    private readonly StringBuilder row = new();
    private readonly StringBuilder names = new();
    private bool isWithin; // a row, though its first values may be empty

    /// <summary>Rows written.</summary>
    public long Count { get; private set; }

    public void Text(string name, string? value)
    {
        Begin(name);
        if (!string.IsNullOrEmpty(value))
        {
            Append(value);
        }
    }

    public void Money(string name, long? cents)
    {
        Begin(name);
        if (cents is { } there)
        {
            row.Append(Cents.Show(there));
        }
    }

    public void Number(string name, decimal? value)
    {
        Begin(name);
        if (value is { } there)
        {
            row.Append(CultureInfo.InvariantCulture, $"{there}");
        }
    }

    public void Day(string name, DateOnly? day)
    {
        Begin(name);
        if (day is { } there)
        {
            row.Append(CultureInfo.InvariantCulture, $"{there:yyyy-MM-dd}");
        }
    }

    public void Flag(string name, bool value)
    {
        Begin(name);
        row.Append(value ? "yes" : "");
    }

    public void End()
    {
        if (Count == 0)
        {
            Write(names);
        }
        Write(row);
        Count++;
    }

    public void Dispose() => writer.Dispose();

    private void Begin(string name)
    {
        row.Append(isWithin ? "," : "");
        if (Count == 0)
        {
            names.Append(names.Length == 0 ? "" : ",").Append(name);
        }
        isWithin = true;
    }

    private void Append(string value)
    {
        var isRisky = IsFormula(value) && !IsPlainNumber(value);
        if (!value.AsSpan().ContainsAny(Quoted) && value[0] != ' ' && value[^1] != ' ')
        {
            row.Append(isRisky ? "'" : "").Append(value);
            return;
        }
        row.Append('"')
            .Append(isRisky ? "'" : "")
            .Append(value.Replace("\"", "\"\"", StringComparison.Ordinal))
            .Append('"');
    }

    // Spreadsheets pass over blanks before it, and some take letters of full width for the same.
    private static bool IsFormula(ReadOnlySpan<char> value) =>
        value is ['\t' or '\r' or '\n', ..]
        || value.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..];

    private static bool IsPlainNumber(string value) =>
        value[0] == '-' && Numbers.TryParse(Encoding.UTF8.GetBytes(value), out _);

    private void Write(StringBuilder line)
    {
        writer.Write(line.Append("\r\n"));
        line.Clear();
        isWithin = false;
    }
}
