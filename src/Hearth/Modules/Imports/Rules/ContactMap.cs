using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>What a column fills. Note, Outcome and Ignore are left out of the record; CallerNumber is dropped at the door.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactField>))]
public enum ContactField
{
    Ignore = 0,
    Date,
    Start,
    End,

    /// <summary>Date and time in one cell.</summary>
    Timestamp,

    /// <summary>When it ended, date and time in one cell.</summary>
    EndTimestamp,

    /// <summary>How long; a bare number is minutes.</summary>
    Minutes,

    /// <summary>How long; a bare number is hours.</summary>
    Hours,

    /// <summary>How long; a bare number is seconds.</summary>
    Seconds,

    /// <summary>How long; 12:34 is minutes and seconds.</summary>
    MinutesSeconds,
    Person,

    /// <summary>The rest of what the person is called, which stands behind <see cref="Person"/>.</summary>
    LastName,
    FirstTime,
    Kinds,
    How,
    Place,
    Supporter,
    Headcount,
    Program,

    /// <summary>The column is a program and its cells are headcounts (days down, programs across).</summary>
    ProgramCount,

    /// <summary>The column is a kind of support and its cells are ticked where it was given.</summary>
    KindTick,
    Note,
    Outcome,
    CallerNumber,
}

/// <summary>The order of the numbers in dates such as 3/4/2026.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DateOrder>))]
public enum DateOrder
{
    /// <summary>Nobody has said and the column does not show it: a date that could be read two ways is a problem.</summary>
    Unknown = 0,
    MonthDay,
    DayMonth,
    YearMonthDay,
}

/// <summary>What happens to the column that says what people are called.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NameRule>))]
public enum NameRule
{
    Drop = 0,
    KeepAsCode,
}

[JsonConverter(typeof(JsonStringEnumConverter<SheetKind>))]
public enum SheetKind
{
    /// <summary>One row for each moment of support.</summary>
    Log = 0,

    /// <summary>Programs down, days across, headcounts in the cells.</summary>
    Tally,
}

/// <summary>A column of the sheet and what it fills.</summary>
/// <param name="Index">0-based position, used when headers repeat or are missing; the header decides otherwise.</param>
public sealed record MapColumn(int Index, string Header, ContactField Field);

/// <summary>
/// How a sheet becomes contacts. Saved as JSON (<see cref="ToJson"/>) for next month's sheet with the same headers and
/// for the command line's --map; the sheet's title lines, total lines and header are found afresh in each file.
/// </summary>
public sealed record ContactMap
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public SheetKind Kind { get; init; }

    /// <summary>The headers this map was made for: a remembered map is offered when they are the same.</summary>
    public string HeaderSignature { get; init; } = "";

    /// <summary>False when the sheet starts with data and columns go by position.</summary>
    public bool HasHeader { get; init; } = true;

    public IReadOnlyList<MapColumn> Columns { get; init; } = [];

    public DateOrder DateOrder { get; init; }

    /// <summary>The year for dates written without one, where no title line gives it.</summary>
    public int? Year { get; init; }

    /// <summary>The month of a tally whose header has only day numbers and no title.</summary>
    public int? Month { get; init; }

    /// <summary>Dates without a year that run from December into January go on into the next year.</summary>
    public bool YearRollsOver { get; init; }

    /// <summary>Times from 1:00 to 6:59 without am or pm are in the afternoon (a day-time sheet on a 12-hour clock).</summary>
    public bool BareTimesAreAfternoon { get; init; }

    /// <summary>A blank date means the same day as the row above (merged cells, or a date written once a day).</summary>
    public bool BlankDateMeansAbove { get; init; }

    /// <summary>A length such as 1:15 is minutes and seconds; null where nobody has said, and it is hours and minutes.</summary>
    public bool? ClocksHaveSeconds { get; init; }

    /// <summary>Calls that nobody answered (missed, no answer, voicemail) are counted like those that somebody did.</summary>
    public bool CountUnanswered { get; init; }

    /// <summary>The program's slug for every row, when no column says it or its word is not known.</summary>
    public string? FixedProgram { get; init; }

    /// <summary>How every contact took place, when no column says it.</summary>
    public ContactHow FixedHow { get; init; }

    /// <summary>Where every contact took place, when no column says it.</summary>
    public ContactPlace FixedPlace { get; init; }

    public NameRule Names { get; init; }

    /// <summary>Words in the kinds column and what they mean, lower case.</summary>
    public IReadOnlyDictionary<string, SupportKinds> KindWords { get; init; } = new Dictionary<string, SupportKinds>();

    /// <summary>Words in the program column (or the tally's first column) and the slug they mean, lower case; "" leaves those rows out.</summary>
    public IReadOnlyDictionary<string, string> ProgramWords { get; init; } = new Dictionary<string, string>();

    /// <summary>What this map lacks whatever the sheet, as sentences; <see cref="MapGuess.Questions"/> adds what a sheet leaves open.</summary>
    public IReadOnlyList<string> Missing()
    {
        var missing = new List<string>();
        if (
            Kind == SheetKind.Log
            && !Columns.Any(column => column.Field is ContactField.Date or ContactField.Timestamp)
        )
            missing.Add("No column is the date. Say which one tells when each contact happened.");
        if (Columns.Count(column => column.Field is ContactField.Date or ContactField.Timestamp) > 1)
            missing.Add("Two columns are the date. Keep one and leave the other out.");
        if (
            FixedProgram is null
            && Kind == SheetKind.Log
            && !Columns.Any(column => column.Field is ContactField.Program or ContactField.ProgramCount)
        )
            missing.Add("No column names the program. Say which program this sheet is for.");
        return missing;
    }

    /// <summary>The map as JSON, for a file or the remembered maps.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a map; a file that is not one gives null and a sentence that says why.</summary>
    public static (ContactMap? Map, string? Refusal) FromJson(string json)
    {
        try
        {
            var map = JsonSerializer.Deserialize<ContactMap>(json, Json);
            if (
                map
                    is null
                        or { Columns: null }
                        or { KindWords: null }
                        or { ProgramWords: null }
                        or { HeaderSignature: null }
                || map.Columns.Any(column => column is null or { Header: null })
            )
                return (null, "The map is incomplete. Make it again from the sheet.");
            return map.Version == CurrentVersion
                ? (map, null)
                : (
                    null,
                    $"The map is of version {map.Version}; this Hearth reads version {CurrentVersion}. Make the map again from the sheet."
                );
        }
        catch (JsonException wrong)
        {
            return (
                null,
                $"The map cannot be read: line {wrong.LineNumber + 1} is not what a map holds. Make it again from the sheet."
            );
        }
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
