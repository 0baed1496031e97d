using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports;

/// <summary>What a map says, in plain words, for the page and the command line.</summary>
internal static class MapWords
{
    public static string Of(ContactField field) =>
        field switch
        {
            ContactField.Ignore => "left out",
            ContactField.Date => "the day",
            ContactField.Start => "when it began",
            ContactField.End => "when it ended",
            ContactField.Timestamp => "day and time in one",
            ContactField.EndTimestamp => "day and time it ended",
            ContactField.Minutes => "how long, in minutes",
            ContactField.Hours => "how long, in hours",
            ContactField.Seconds => "how long, in seconds",
            ContactField.MinutesSeconds => "how long, as minutes:seconds",
            ContactField.Person => "what the person is called",
            ContactField.LastName => "the person's last name",
            ContactField.FirstTime => "first time here",
            ContactField.Kinds => "what it was",
            ContactField.How => "how (in person, phone, ...)",
            ContactField.Place => "where",
            ContactField.Supporter => "who gave support",
            ContactField.Headcount => "how many people",
            ContactField.Program => "the program",
            ContactField.ProgramCount => "a program, its cells how many came",
            ContactField.KindTick => "a kind of support, ticked where it was given",
            ContactField.Note => "a note: left out",
            ContactField.Outcome => "how it ended: left out",
            ContactField.CallerNumber => "a telephone number: dropped",
        };

    public static string Of(DateOrder order) =>
        order switch
        {
            DateOrder.Unknown => "not said",
            DateOrder.MonthDay => "month first: 3/4 is March 4",
            DateOrder.DayMonth => "day first: 3/4 is April 3",
            DateOrder.YearMonthDay => "year, month, day",
        };

    /// <summary>The map as lines to read.</summary>
    public static IEnumerable<string> Lines(ContactMap map)
    {
        if (map.Kind == SheetKind.Tally)
        {
            yield return "A tally: programs down, days across, and how many came in each cell.";
        }
        foreach (var column in map.Columns.OrderBy(c => c.Index))
        {
            yield return $"“{column.Header}”: {Of(column.Field)}";
        }
        if (map.DateOrder != DateOrder.Unknown)
        {
            yield return $"Dates: {Of(map.DateOrder)}";
        }
        if (map.FixedProgram is not null)
        {
            yield return $"Program: {map.FixedProgram}";
        }
        if (map.FixedHow != ContactHow.NotRecorded)
        {
            yield return $"How: {SupportWords.Of(map.FixedHow)}";
        }
        if (map.FixedPlace != ContactPlace.NotRecorded)
        {
            yield return $"Where: {SupportWords.Of(map.FixedPlace)}";
        }
        if (map.Columns.Any(c => c.Field == ContactField.Person))
        {
            yield return map.Names == NameRule.KeepAsCode
                ? "What people are called is kept, sealed, as their own code."
                : "What people are called is left out; they are counted.";
        }
    }
}
