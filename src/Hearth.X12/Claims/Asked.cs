using Hearth.X12.Reading;

namespace Hearth.X12.Claims;

/// <summary>
/// A segment that remembers which of its elements were asked for and could be read, so that what is left can be said.
/// </summary>
internal ref struct Asked(Segment segment, Words words)
{
    private readonly Segment segment = segment;
    private ulong taken;

    public readonly uint Code => segment.Code;

    public readonly int Count => segment.Count;

    /// <summary>Something was asked for and could be read.</summary>
    public readonly bool HasTaken => taken != 0;

    public readonly ReadOnlySpan<byte> this[int element] => segment[element];

    public readonly ReadOnlySpan<byte> Part(int element, int part) => segment.Component(element, part);

    /// <summary>The element has been seen to.</summary>
    public void Pass(int element) => taken |= Bit(element);

    /// <summary>The element holds something else than it should after all.</summary>
    public void Unpass(int element) => taken &= ~Bit(element);

    /// <summary>Null where it is empty.</summary>
    public string? Text(int element)
    {
        Pass(element);
        return segment[element].IsEmpty ? null : words.Of(segment[element]);
    }

    /// <summary>Text that is not there twice; null where it is empty.</summary>
    public string? Own(int element)
    {
        Pass(element);
        return segment[element].IsEmpty ? null : Words.New(segment[element]);
    }

    /// <summary>A part of a composite; see <see cref="PassParts"/>.</summary>
    public readonly string? PartText(int element, int part)
    {
        var text = segment.Component(element, part);
        return text.IsEmpty ? null : words.Of(text);
    }

    /// <summary>No part of a composite from one to another, both counted, holds anything.</summary>
    public readonly bool AreEmpty(int element, int from, int to)
    {
        var isEmpty = true;
        for (var part = from; part <= to; part++)
        {
            isEmpty &= segment.Component(element, part).IsEmpty;
        }
        return isEmpty;
    }

    /// <summary>The composite has been seen to, if nothing stands after so many parts.</summary>
    public void PassParts(int element, int parts)
    {
        var rest = segment[element];
        for (; parts > 0; parts--)
        {
            var at = rest.IndexOf(segment.Delimiters.Component);
            if (at < 0)
            {
                Pass(element);
                return;
            }
            rest = rest[(at + 1)..];
        }
        if (rest.Trim(segment.Delimiters.Component).IsEmpty)
        {
            Pass(element);
        }
    }

    /// <summary>The element is this code. Another one stays to be said.</summary>
    public bool Is(int element, ReadOnlySpan<byte> code)
    {
        var isIt = segment[element].SequenceEqual(code);
        taken |= isIt ? Bit(element) : 0;
        return isIt;
    }

    /// <summary>The element is one of two codes: whether it is the first. Another one stays to be said.</summary>
    public bool IsNot(int element, ReadOnlySpan<byte> usual, ReadOnlySpan<byte> other)
    {
        Is(element, usual);
        return Is(element, other);
    }

    public long? Cents(int element) =>
        X12.Cents.TryParse(segment[element], out var cents) ? Taken(element, cents) : null;

    public decimal? Number(int element) =>
        Numbers.TryParse(segment[element], out var number) ? Taken(element, number) : null;

    public int? Whole(int element) =>
        Numbers.TryParseWhole(segment[element], out var number) ? Taken(element, number) : null;

    /// <summary>CCYYMMDD, in the element after D8.</summary>
    public DateOnly? Day(int format, int element) =>
        segment[format].SequenceEqual("D8"u8) && Day(segment[element]) is { } day
            ? Taken(format, Taken(element, day))
            : null;

    /// <summary>A day, or a stretch of days.</summary>
    public (DateOnly From, DateOnly? Through)? Days(int format, int element)
    {
        var text = segment[element];
        return segment[format].SequenceEqual("RD8"u8)
            && text is { Length: 17 }
            && text[8] == '-'
            && Day(text[..8]) is { } from
            && Day(text[9..]) is { } through
                ? Taken(format, Taken(element, (from, (DateOnly?)through)))
            : Day(format, element) is { } day ? (day, null)
            : null;
    }

    /// <summary>CCYYMMDD and HHMM.</summary>
    public DateTime Moment(int day, int time)
    {
        var moment = Day(segment[day]) is { } date ? Taken(day, date).ToDateTime(default) : default;
        var clock = segment[time];
        return
            clock.Length == 4 && Numbers.TryParseWhole(clock, out var number) && number / 100 < 24 && number % 100 < 60
            ? Taken(time, moment.AddMinutes((number / 100 * 60) + (number % 100)))
            : moment;
    }

    /// <summary>The segment as one that is left out.</summary>
    public readonly NotCarried Leave(string reason) => new(segment.Place, segment.ToString(), reason);

    /// <summary>What was not asked for, or could not be read; null where nothing is left.</summary>
    public readonly NotCarried? Left()
    {
        if (taken == 0)
        {
            return NotCarried.Whole(segment.Place, segment.ToString());
        }
        List<int>? left = null;
        for (var element = 1; element <= segment.Count; element++)
        {
            if ((taken & Bit(element)) == 0 && !segment[element].IsEmpty)
            {
                (left ??= []).Add(element);
            }
        }
        return left is null ? null : NotCarried.Elements(segment.Place, segment.ToString(), left);
    }

    // No segment that is carried has so many elements: those beyond are never taken.
    private static ulong Bit(int element) => element < 64 ? 1UL << element : 0;

    private static DateOnly? Day(ReadOnlySpan<byte> text) => Numbers.TryParseDay(text, out var day) ? day : null;

    private T Taken<T>(int element, T value)
    {
        Pass(element);
        return value;
    }
}
