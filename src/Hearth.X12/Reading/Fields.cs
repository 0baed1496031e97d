using System.Globalization;

namespace Hearth.X12.Reading;

/// <summary>
/// A segment's text, which remembers what was asked for: what nobody asked for, or could not be read as what it should be,
/// is what no member carries.
/// </summary>
internal sealed class Fields
{
    private const ulong All = ulong.MaxValue;
    private readonly string[] elements;
    private readonly ulong[] taken; // a bit for each part of a composite, or all
    private readonly char component;
    private readonly char repetition;
    private readonly string text;

    public Fields(Segment segment)
    {
        (Code, Place, text) = (segment.Code, segment.Place, segment.ToString());
        component = (char)segment.Delimiters.Component;
        repetition = (char)segment.Delimiters.Repetition;
        elements = new string[segment.Count + 1];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = segment.Text(i);
        }
        taken = new ulong[elements.Length];
        Tag = elements[0].TrimEnd();
    }

    public uint Code { get; }

    /// <summary>The segment's id.</summary>
    public string Tag { get; }

    public Place Place { get; }

    /// <summary>What stands in an element, without marking it as taken.</summary>
    public string Look(int element) => element < elements.Length ? elements[element] : "";

    /// <summary>The element is known to say nothing beyond its place in the file.</summary>
    public void Pass(params ReadOnlySpan<int> passed)
    {
        foreach (var element in passed)
        {
            Mark(element, All);
        }
        Mark(0, All);
    }

    public string Text(int element)
    {
        Mark(element, All);
        return Look(element);
    }

    /// <summary>Null where it is empty.</summary>
    public string? Maybe(int element) => Text(element) is { Length: > 0 } there ? there : null;

    /// <summary>A part of a composite, counted from 1.</summary>
    public string Part(int element, int part)
    {
        Mark(element, 1UL << Math.Min(part, 63));
        return Parts(element) is { } parts && part <= parts.Length ? parts[part - 1] : "";
    }

    /// <summary>The parts of a composite, without marking any.</summary>
    public string[] Parts(int element) => Look(element).Split(component);

    /// <summary>The repetitions of an element; none where it is empty.</summary>
    public IReadOnlyList<string> Repeats(int element)
    {
        var there = Text(element);
        return there.Length == 0 ? []
            : repetition == '\0' ? [there]
            : there.Split(repetition);
    }

    /// <summary>Each repetition of a composite as its parts.</summary>
    public IEnumerable<string[]> RepeatedParts(int element) => Repeats(element).Select(r => r.Split(component));

    public long? Cents(int element) =>
        X12.Cents.TryParse(Bytes(element), out var cents) ? Taken(element, (long?)cents) : null;

    public int? Whole(int element) => Whole(Look(element)) is { } number ? Taken(element, (int?)number) : null;

    /// <summary>A part of a composite that is a whole number.</summary>
    public int? WholePart(int element, int part)
    {
        var parts = Parts(element);
        return part <= parts.Length && Whole(parts[part - 1]) is { } number && Part(element, part).Length > 0
            ? number
            : null;
    }

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public decimal? Number(int element) =>
        Numbers.TryParse(Bytes(element), out var number) ? Taken(element, (decimal?)number) : null;

    /// <summary>A day as CCYYMMDD.</summary>
    public DateOnly? Day(int element) => Day(Look(element)) is { } day ? Taken(element, (DateOnly?)day) : null;

    /// <summary>A day as YYMMDD, of this century.</summary>
    public DateOnly? ShortDay(int element) =>
        ShortDay(Look(element)) is { } day ? Taken(element, (DateOnly?)day) : null;

    public TimeOnly? Time(int element) => Time(Look(element)) is { } time ? Taken(element, (TimeOnly?)time) : null;

    /// <summary>A day or a period, as the format in the element before it says (D8, RD8).</summary>
    public (DateOnly From, DateOnly To)? Days(int format, int element)
    {
        (DateOnly, DateOnly)? days = (Look(format), Look(element).Split('-')) switch
        {
            ("D8", [var one]) when Day(one) is { } day => (day, day),
            ("RD8", [var from, var to]) when Day(from) is { } first && Day(to) is { } last => (first, last),
            _ => null,
        };
        return days is null ? null : Taken(format, Taken(element, days));
    }

    /// <summary>A day and a time as HHMM, with or without seconds.</summary>
    public DateTime? Moment(int day, int time)
    {
        if (Day(day) is not { } date)
        {
            return null;
        }
        return Time(Look(time)) is { } clock
            ? Taken(time, (DateTime?)date.ToDateTime(clock))
            : date.ToDateTime(default);
    }

    /// <summary>What was not asked for; null where all was.</summary>
    public NotCarried? Left()
    {
        if (taken.AsSpan().IndexOfAnyExcept(0UL) < 0)
        {
            return NotCarried.Whole(Place, text);
        }
        var left = Enumerable.Range(1, elements.Length - 1).Where(IsLeft).ToList();
        return left.Count == 0 ? null : NotCarried.Elements(Place, text, left);
    }

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A day as YYMMDD. This version of the standard is younger than 2000.</summary>
    public static DateOnly? ShortDay(string text) => text.Length == 6 ? Day("20" + text) : null;

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(
            text.Length > 4 ? text[..Math.Min(text.Length, 6)] : text,
            ["HHmm", "HHmmss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    private bool IsLeft(int element)
    {
        if (taken[element] == All || elements[element].Length == 0)
        {
            return false;
        }
        var parts = Parts(element);
        for (var part = 1; part <= parts.Length; part++)
        {
            if (parts[part - 1].Length > 0 && (taken[element] & (1UL << Math.Min(part, 63))) == 0)
            {
                return true;
            }
        }
        return false;
    }

    private byte[] Bytes(int element) => System.Text.Encoding.Latin1.GetBytes(Look(element));

    private T Taken<T>(int element, T value)
    {
        Mark(element, All);
        return value;
    }

    private void Mark(int element, ulong bits)
    {
        if (element < taken.Length)
        {
            taken[element] |= bits;
        }
    }
}

/// <summary>The segments of one thing that is being read, until what no member carries is known.</summary>
internal sealed class Leftovers
{
    private readonly List<Fields> segments = [];

    public Fields Take(Segment segment)
    {
        var fields = new Fields(segment);
        segments.Add(fields);
        return fields;
    }

    /// <summary>What is left of the segments so far, in the order of the file.</summary>
    /// <param name="besides">A segment that belongs to what comes next.</param>
    public IReadOnlyList<NotCarried> Drain(Fields? besides = null)
    {
        NotCarried[] left = [.. segments.Where(s => s != besides).Select(s => s.Left()).OfType<NotCarried>()];
        segments.Clear();
        if (besides is not null)
        {
            segments.Add(besides);
        }
        return left;
    }

    /// <summary>Takes over the segments of another.</summary>
    public void Add(Leftovers other)
    {
        segments.AddRange(other.segments);
        other.segments.Clear();
    }
}
