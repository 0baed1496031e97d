namespace Hearth.Modules.Imports.Rules;

/// <summary>What a column is likely to hold by its name. Order matters: the first entry that fits is taken.</summary>
internal static class HeaderWords
{
    private static readonly (ContactField Field, string[] Names)[] Entries =
    [
        (
            ContactField.CallerNumber,
            [
                "caller id",
                "callerid",
                "caller number",
                "caller no",
                "phone number",
                "phone no",
                "phone",
                "telephone",
                "number dialed",
                "from number",
                "ani",
                "cell",
                "mobile",
                "cell phone",
                "callback number",
                "tel",
                "source number",
                "caller phone",
                "calling number",
                "número de teléfono",
                "contact number",
                "from",
                "call from",
            ]
        ),
        (
            ContactField.EndTimestamp,
            [
                "end timestamp",
                "end date",
                "end date time",
                "ended at",
                "call end time",
                "disconnect time",
                "completion time",
            ]
        ),
        (
            ContactField.Timestamp,
            [
                "timestamp",
                "time stamp",
                "date time",
                "datetime",
                "date and time",
                "call date time",
                "start date time",
                "started at",
                "created",
                "created at",
                "submitted",
                "submitted at",
                "submission date",
                "start timestamp",
                "marca temporal",
                "fecha y hora",
                "calldate",
            ]
        ),
        (
            ContactField.Date,
            [
                "date",
                "day",
                "call date",
                "visit date",
                "service date",
                "date of service",
                "date of contact",
                "date of visit",
                "contact date",
                "fecha",
                "datum",
                "when",
                "dates",
                "todays date",
                "today s date",
                "group date",
                "día",
            ]
        ),
        (
            ContactField.Start,
            [
                "start",
                "start time",
                "time in",
                "in",
                "time",
                "begin",
                "begin time",
                "began",
                "from time",
                "call time",
                "arrival",
                "arrived",
                "arrival time",
                "sign in",
                "signed in",
                "check in",
                "time of call",
                "call start",
                "hora",
                "hora de entrada",
                "entrada",
                "call start time",
                "answered at",
                "time start",
                "time started",
                "started",
                "login",
                "in time",
                "inicio",
            ]
        ),
        (
            ContactField.End,
            [
                "end",
                "end time",
                "time out",
                "out",
                "finish",
                "finished",
                "ended",
                "departure",
                "left",
                "to",
                "until",
                "sign out",
                "check out",
                "signed out",
                "call end",
                "time end",
                "time ended",
                "stop",
                "stop time",
                "salida",
                "hora de salida",
                "out time",
                "fin",
                "time left",
            ]
        ),
        (
            ContactField.Minutes,
            [
                "minutes",
                "mins",
                "min",
                "duration",
                "length",
                "length of call",
                "call length",
                "call duration",
                "talk time",
                "time spent",
                "how long",
                "duration min",
                "duration minutes",
                "total time",
                "duración",
                "minutos",
                "of minutes",
                "duration mins",
                "length minutes",
                "length min",
                "billsec",
                "total minutes",
            ]
        ),
        (
            ContactField.Hours,
            [
                "hours",
                "hrs",
                "hr",
                "duration hours",
                "duration hrs",
                "total hours",
                "horas",
                "hours spent",
                "length hours",
            ]
        ),
        (
            ContactField.Seconds,
            [
                "seconds",
                "secs",
                "sec",
                "duration seconds",
                "duration sec",
                "talk time seconds",
                "duration secs",
                "duration s",
            ]
        ),
        (
            ContactField.FirstTime,
            [
                "first time",
                "first time here",
                "new",
                "first visit",
                "new or returning",
                "new repeat",
                "new returning",
                "first time caller",
                "repeat caller",
                "new caller",
                "new visitor",
                "is this your first time",
                "primera vez",
                "new or repeat",
                "1st time",
            ]
        ),
        (
            ContactField.Headcount,
            [
                "headcount",
                "head count",
                "how many",
                "attendance",
                "number of people",
                "attended",
                "people",
                "count",
                "of people",
                "participants",
                "number attending",
                "attendees",
                "visitors",
                "total people",
                "of attendees",
                "of participants",
                "number in group",
                "group size",
                "no of people",
                "qty",
                "asistentes",
                "personas",
                "number of attendees",
                "number of participants",
            ]
        ),
        (
            ContactField.Supporter,
            [
                "staff",
                "staff name",
                "supporter",
                "peer supporter",
                "peer",
                "worker",
                "volunteer",
                "operator",
                "answered by",
                "taken by",
                "staff initials",
                "initials",
                "who signed you in",
                "facilitator",
                "facilitators",
                "leader",
                "led by",
                "peer specialist",
                "advocate",
                "coach",
                "recovery coach",
                "agent",
                "signed in by",
                "recorded by",
                "entered by",
                "completed by",
                "peer worker",
                "warm line operator",
                "warmline operator",
                "call taker",
                "supported by",
                "specialist",
            ]
        ),
        (
            ContactField.Person,
            [
                "name",
                "first name",
                "guest",
                "member",
                "participant",
                "person",
                "alias",
                "code",
                "nickname",
                "who came",
                "participant name",
                "guest name",
                "member name",
                "nombre",
                "what should we call you",
                "caller name",
                "visitor",
                "print name",
                "participant id",
                "member id",
                "id code",
                "preferred name",
                "your name",
                "full name",
                "name or initials",
                "name alias",
            ]
        ),
        (
            ContactField.Kinds,
            [
                "what brought you in",
                "what brought you in today",
                "type of support",
                "kind of support",
                "kinds",
                "support",
                "services",
                "service",
                "services provided",
                "type",
                "reason",
                "reason for visit",
                "reason for call",
                "purpose",
                "topic",
                "topics",
                "about",
                "activity",
                "activities",
                "type of service",
                "reason for contact",
                "support given",
                "what we did",
                "tipo",
                "motivo",
                "kind",
            ]
        ),
        (
            ContactField.How,
            [
                "how",
                "method",
                "contact type",
                "type of contact",
                "mode",
                "contact method",
                "channel",
                "medium",
                "how contacted",
                "in person or phone",
                "call type",
                "direction",
                "modality",
            ]
        ),
        (ContactField.Place, ["where", "place", "location", "setting", "site", "lugar"]),
        (
            ContactField.Program,
            [
                "program",
                "programme",
                "group",
                "group name",
                "program name",
                "event",
                "class",
                "programa",
                "department",
                "queue",
                "line",
                "activity name",
                "program activity",
                "service line",
            ]
        ),
        (
            ContactField.Outcome,
            [
                "outcome",
                "result",
                "disposition",
                "how it ended",
                "resolution",
                "follow up",
                "status",
                "next step",
                "call outcome",
                "follow up needed",
                "referred to",
                "call status",
            ]
        ),
        (
            ContactField.Note,
            [
                "notes",
                "note",
                "comments",
                "comment",
                "details",
                "description",
                "summary",
                "remarks",
                "narrative",
                "notas",
                "anything else",
                "what happened",
                "other",
                "feedback",
            ]
        ),
    ];

    private static readonly Dictionary<string, ContactField> ByName = Entries
        .SelectMany(entry => entry.Names.Select(name => (name, entry.Field)))
        .DistinctBy(pair => pair.name)
        .ToDictionary(pair => pair.name, pair => pair.Field);

    /// <summary>The field a header names, or Ignore.</summary>
    public static ContactField Field(string header)
    {
        var plain = Words.Plain(header);
        if (plain.Length == 0)
            return ContactField.Ignore;
        if (ByName.TryGetValue(plain, out var exact))
            return exact;
        // "What should we call you? (optional)" and "Duration (hours)": without, then only, what stands in brackets.
        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
        {
            var unit = Field(header[(bracket + 1)..].TrimEnd(')', ' '));
            if (unit is ContactField.Hours or ContactField.Seconds)
                return unit;
            if (Field(header[..bracket]) is var before && before != ContactField.Ignore)
                return before;
        }
        return Longest(plain);
    }

    private static ContactField Longest(string plain)
    {
        var best = ContactField.Ignore;
        var length = 3;
        foreach (var (name, field) in ByName)
        {
            if (name.Length <= length || name is "other" or "line" or "left" or "from" or "type" or "cell" or "count")
                continue;
            if (!$" {plain} ".Contains($" {name} ", StringComparison.Ordinal))
                continue;
            best = field;
            length = name.Length;
        }
        return best;
    }
}
