using System.Globalization;

namespace Hearth.X12.Writing;

/// <summary>
/// Writes elements and finds what cannot be written, so that one description of a segment serves the check and the file.
/// What is found wrong is left empty; its caller sees that such a file reaches nobody.
/// </summary>
internal sealed class CheckedWriter(SegmentWriter writer)
{
    private readonly List<Finding> findings = [];
    private string tag = "";
    private int element;
    private int component; // 0 outside of a composite
    private int transactions;

    /// <summary>Writes nowhere, to find what cannot be written.</summary>
    public static CheckedWriter Dry(Delimiters? delimiters = null)
    {
        var own = delimiters is { } given && CanDelimit(given) ? given : SegmentWriter.Usual;
        return new(new(Stream.Null, own));
    }

    public IReadOnlyList<Finding> Findings => findings;

    public Delimiters Delimiters => writer.Delimiters;

    /// <summary>Segments from ST to the one that is written, both counted.</summary>
    public int Segments => writer.Segments + 1;

    /// <summary>The claim, patient or group that findings are about.</summary>
    public string About { get; set; } = "";

    public void BeginTransaction()
    {
        transactions++;
        writer.Segments = 0;
    }

    public void Begin(string segment)
    {
        Span<byte> bytes = stackalloc byte[3];
        writer.Begin(bytes[..System.Text.Encoding.ASCII.GetBytes(segment, bytes)]);
        (tag, element, component) = (segment, 1, 0);
    }

    public void End() => writer.End();

    /// <summary>A whole segment of codes that the writer chooses itself.</summary>
    public void Codes(string segment, params ReadOnlySpan<string> codes)
    {
        Begin(segment);
        foreach (var code in codes)
        {
            Code(code);
        }
        End();
    }

    public void BeginComposite()
    {
        writer.BeginComposite();
        component = 1;
    }

    public void EndComposite()
    {
        writer.EndComposite();
        (element, component) = (element + 1, 0);
    }

    public void Skip(int count = 1)
    {
        writer.Skip(count);
        Next(count);
    }

    /// <summary>A code that the writer chooses itself.</summary>
    public void Code(string code)
    {
        writer.Element(code);
        Next();
    }

    /// <summary>Text that has to be there.</summary>
    public void Required(string? text, int most, string what, int least = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Missing(what);
            Skip();
        }
        else
        {
            Optional(text, most, what, least);
        }
    }

    /// <summary>Text that may be absent. Accents and the like are brought into X12's character set.</summary>
    public void Optional(string? text, int most, string what, int least = 1)
    {
        text = text is null ? null : PlainText.Fold(text);
        if (!string.IsNullOrEmpty(text) && !IsGood(text, least, most, what))
        {
            text = null;
        }
        writer.Element(text);
        Next();
    }

    /// <summary>A code that has to be there and to be one of those that the guide allows.</summary>
    public void RequiredOf(string? code, IReadOnlyCollection<string> codes, string what)
    {
        if (string.IsNullOrEmpty(code))
        {
            Missing(what);
        }
        OptionalOf(code, codes, what);
    }

    /// <summary>A code that may be absent.</summary>
    public void OptionalOf(string? code, IReadOnlyCollection<string> codes, string what)
    {
        if (!string.IsNullOrEmpty(code) && !codes.Contains(code))
        {
            Add($"\"{code}\" is no code for {what}.", $"Use one of {string.Join(", ", codes)}.", code);
            code = null;
        }
        writer.Element(code);
        Next();
    }

    public void Whole(long number, long least, long most, string what)
    {
        if (number < least || number > most)
        {
            Add($"{Capital(what)} is {number}.", $"It has to be from {least} to {most}.", Shown(number));
            writer.Skip();
        }
        else
        {
            writer.Element(number);
        }
        Next();
    }

    /// <summary>A number from 1 on that may be absent.</summary>
    public void Whole(long? number, long most, string what)
    {
        if (number is { } there)
        {
            Whole(there, 1, most, what);
        }
        else
        {
            Skip();
        }
    }

    /// <summary>A composite of up to four numbers that point at diagnoses.</summary>
    public void Pointers(IReadOnlyList<int> pointers)
    {
        const int most = 4;
        AtMost(pointers.Count, most, "diagnoses that one thing points at");
        BeginComposite();
        foreach (var pointer in pointers.Take(most))
        {
            Whole(pointer, 1, 12, "the number of a diagnosis");
        }
        EndComposite();
    }

    /// <summary>An element that repeats.</summary>
    public void Repeated(IReadOnlyList<string> texts, int most, int longest, string what)
    {
        AtMost(texts.Count, most, $"repetitions of {what}");
        if (texts.Any(t => !IsGood(t, 1, longest, what)))
        {
            texts = [];
        }
        if (texts.Count == 0)
        {
            Skip();
            return;
        }
        // What is joined was checked text by text; the signs between must stand there.
        writer.Known(System.Text.Encoding.Latin1.GetBytes(string.Join((char)Delimiters.Repetition, texts)));
        Next();
    }

    public void AtMost(int count, int most, string what)
    {
        if (count > most)
        {
            Add($"There are {count} {what}.", $"Give at most {most}.", null);
        }
    }

    /// <summary>A day as CCYYMMDD and a time as HHMM that have to be there, in two elements.</summary>
    public void Moment(DateTime? moment, string what)
    {
        if (moment is null)
        {
            Add($"There is no day and time at which {what} was made.", "Give them.", null);
        }
        Date(DateOnly.FromDateTime(moment ?? default));
        Time(TimeOnly.FromDateTime(moment ?? default));
    }

    /// <summary>A number without more digits than it needs.</summary>
    public void Number(decimal? number, string what)
    {
        const decimal most = 999_999_999_999_999m; // element 380 has 15 digits
        if (number is { } there && (Math.Abs(there) > most || decimal.Round(there, 4) != there))
        {
            Add(
                $"{Capital(what)} is {Shown(there)}.",
                "Give it with at most 15 digits and four decimals.",
                Shown(there)
            );
            number = null;
        }
        writer.Element(number?.ToString("0.####", CultureInfo.InvariantCulture));
        Next();
    }

    public void Amount(long? cents)
    {
        writer.Amount(cents);
        Next();
    }

    public void Date(DateOnly? date)
    {
        if (date is { } day)
        {
            writer.Date(day);
        }
        else
        {
            writer.Skip();
        }
        Next();
    }

    /// <summary>A control number of up to nine digits, with zeros before it up to a width.</summary>
    public void Digits(string number, int width, string what)
    {
        if (number.Length > 9 || number.Any(c => !char.IsAsciiDigit(c)))
        {
            Add($"\"{number}\" cannot be {what}.", "Use one to nine digits.", number);
            number = "0";
        }
        Required(number.Length == 0 ? "" : number.PadLeft(width, '0'), 9, what);
    }

    /// <summary>A day as YYMMDD that has to be there.</summary>
    public void RequiredShortDate(DateOnly? date, string what) =>
        Required(date?.ToString("yyMMdd", CultureInfo.InvariantCulture), 6, what);

    /// <summary>A time as HHMM that has to be there.</summary>
    public void RequiredTime(TimeOnly? time, string what) =>
        Required(time?.ToString("HHmm", CultureInfo.InvariantCulture), 4, what);

    /// <summary>Text without what this file cannot hold, and no longer than asked; null where nothing is left.</summary>
    public string? Clean(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }
        var kept = new System.Text.StringBuilder(Math.Min(text.Length, most));
        foreach (var c in text)
        {
            if (kept.Length < most && (c == ' ' || writer.CanWrite([c])))
            {
                kept.Append(c);
            }
        }
        var clean = kept.ToString().Trim();
        return clean.Length == 0 ? null : clean;
    }

    public void Time(TimeOnly time)
    {
        writer.Time(time);
        Next();
    }

    public void Missing(string what) =>
        Add($"{Capital(what)} is missing.", "Give it before the file is written.", null);

    // The segment is named where it is not the one that is being written.
    public void Add(string sentence, string next, string? found, string? segment = null) =>
        findings.Add(
            new(Severity.Error, sentence, next)
            {
                Transaction = transactions,
                Segment = segment ?? tag,
                Element = segment is null ? element : 0,
                Claim = About,
                Found = found,
            }
        );

    private bool IsGood(string text, int least, int most, string what)
    {
        if (text.Length < least || text.Length > most)
        {
            var length = least == most ? $"{most}" : $"{least} to {most}";
            Add($"{Capital(what)} has {text.Length} characters.", $"It has to have {length}.", text);
            return false;
        }
        if (!writer.CanWrite(text) || string.IsNullOrWhiteSpace(text))
        {
            Add(
                $"{Capital(what)} holds a character that cannot stand in this file.",
                $"Use plain letters, digits and signs, but none of {Forbidden()}.",
                text
            );
            return false;
        }
        return true;
    }

    private string Forbidden() =>
        string.Join(
            ' ',
            new[] { Delimiters.Element, Delimiters.Component, Delimiters.Repetition, Delimiters.Segment }
                .Where(b => b > ' ')
                .Select(b => (char)b)
        );

    private void Next(int count = 1)
    {
        if (component > 0)
        {
            component += count;
        }
        else
        {
            element += count;
        }
    }

    /// <summary>Four different signs that stand in no text.</summary>
    public static bool CanDelimit(Delimiters d)
    {
        ReadOnlySpan<byte> all = [d.Element, d.Component, d.Repetition, d.Segment];
        for (var i = 0; i < all.Length; i++)
        {
            var isText = char.IsAsciiLetterOrDigit((char)all[i]) || all[i] is (byte)' ' or (byte)'.' or (byte)'-' or 0;
            if (isText || all[i] > 0x7E || all[(i + 1)..].Contains(all[i]))
            {
                return false;
            }
        }
        return true;
    }

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];

    private static string Shown(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
