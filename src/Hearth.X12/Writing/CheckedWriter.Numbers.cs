using System.Globalization;

namespace Hearth.X12.Writing;

// Numbers, amounts, days and times.
internal sealed partial class CheckedWriter
{
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

    /// <summary>A day as YYMMDD that has to be there.</summary>
    public void RequiredShortDate(DateOnly? date, string what) =>
        Required(date?.ToString("yyMMdd", CultureInfo.InvariantCulture), 6, what);

    /// <summary>A time as HHMM that has to be there.</summary>
    public void RequiredTime(TimeOnly? time, string what) =>
        Required(time?.ToString("HHmm", CultureInfo.InvariantCulture), 4, what);

    public void Time(TimeOnly time)
    {
        writer.Time(time);
        Next();
    }

    private static string Shown(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
