using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>What the words in cells mean in the record's own words.</summary>
internal static class Vocabulary
{
    // A phrase means the first entry whose word it contains as a whole word, or as the start of one for those ending in *.
    private static readonly (string Words, SupportKinds Kind)[] KindWords =
    [
        ("crisis* suicid* 988 emergency urgent", SupportKinds.CrisisSupport),
        ("ride* transport* bus lift drove", SupportKinds.Ride),
        ("lunch* dinner* breakfast* meal* food* coffee snack* eat* cook* kitchen comida almuerzo", SupportKinds.Meal),
        ("clothe* clothing supplies hygiene shower* laundry narcan naloxone ropa", SupportKinds.Supplies),
        (
            "resource* referral* housing benefit* job* employment form* paperwork application* id help ayuda",
            SupportKinds.FindingResources
        ),
        ("advoca* court* legal", SupportKinds.Advocacy),
        ("plan* goal* wrap", SupportKinds.Planning),
        ("skill* class* training* course* workshop* learn* education computer*", SupportKinds.Skills),
        ("group* grp meeting* circle* trouble double grupo", SupportKinds.Group),
        (
            "walk* art* music mic open yoga game* movie* craft* garden* activit* outing* hike* bowling karaoke social",
            SupportKinds.Activity
        ),
        ("shar* story stories experience", SupportKinds.SharingExperience),
        (
            "talk* listen* lonely alone chat family grief support check* someone voices connect* hablar escuchar",
            SupportKinds.Listening
        ),
        ("passing hang* drop warm visit* rest* quiet space tv nap", SupportKinds.APlaceToBe),
        ("introduc* handoff hand-off connect*", SupportKinds.Introduction),
    ];

    /// <summary>The kind a phrase plainly names, or None.</summary>
    public static SupportKinds Kind(string phrase)
    {
        var words = Words.Plain(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["hang" or "hung", "up" or "ups", ..])
            return SupportKinds.None;
        foreach (var (entries, kind) in KindWords)
        {
            if (entries.Split(' ').Any(entry => words.Any(word => Fits(word, entry))))
                return kind;
        }
        return
            Enum.TryParse<SupportKinds>(phrase.Replace(" ", "", StringComparison.Ordinal), true, out var named)
            && !int.TryParse(phrase, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? named
            : SupportKinds.None;
    }

    private static bool Fits(string word, string entry) =>
        entry[^1] == '*' ? word.StartsWith(entry[..^1], StringComparison.Ordinal) : word == entry;

    /// <summary>The separate phrases of a cell in which several were ticked.</summary>
    public static IEnumerable<string> Phrases(string cell) =>
        cell.Split(
                [',', ';', '|', '\n', '\r', '+'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
            .Select(phrase => Words.Key(phrase))
            .Where(phrase => !Words.IsPlaceholder(phrase));

    /// <summary>Yes, no, or null when the cell does not say.</summary>
    public static bool? YesNo(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.IsEmpty || cell.Length > 30)
            return null;
        if (cell is "✓" or "✔" or "☑" or "√" or "*")
            return true;
        return Words.Plain(cell) switch
        {
            "yes"
            or "y"
            or "true"
            or "t"
            or "1"
            or "x"
            or "first"
            or "first time"
            or "new"
            or "si"
            or "sí"
            or "yep"
            or "first visit"
            or "1st"
            or "new caller"
            or "new visitor"
            or "new person" => true,
            "no"
            or "n"
            or "false"
            or "f"
            or "0"
            or "r"
            or "repeat"
            or "returning"
            or "return"
            or "back"
            or "regular"
            or "nope"
            or "known"
            or "existing"
            or "repeat caller"
            or "returning visitor" => false,
            _ => null,
        };
    }

    /// <summary>Whether somebody came for the first time; "new" and "repeat" say so whatever the column asks.</summary>
    public static bool? IsFirstTime(ReadOnlySpan<char> cell, (bool New, bool Returning) asked)
    {
        if (YesNo(cell) is not { } yes)
            return null;
        // N and R under "New/Repeat".
        if (asked is { New: true, Returning: true } && cell.Trim() is "N" or "n")
            return true;
        return yes ^ (asked is { New: false, Returning: true } && !SaysItself(cell));
    }

    private static bool SaysItself(ReadOnlySpan<char> cell) =>
        Words.Plain(cell).Split(' ')[0]
            is "new"
                or "first"
                or "1st"
                or "r"
                or "repeat"
                or "returning"
                or "return"
                or "back"
                or "regular"
                or "known"
                or "existing";

    private static readonly HashSet<string> Unanswered = new(StringComparer.Ordinal)
    {
        "missed",
        "unanswered",
        "not answered",
        "no answer",
        "noanswer",
        "abandoned",
        "busy",
        "failed",
        "voicemail",
        "voice mail",
        "to voicemail",
        "left voicemail",
        "left a voicemail",
        "left vm",
        "left message",
        "left a message",
        "no answer left message",
        "no answer left a message",
        "no answer left voicemail",
        "no answer left vm",
        "lvm",
        "vm",
        "dejó mensaje",
        "perdida",
        "no contestada",
        "no contestó",
        "sin respuesta",
        "ocupado",
        "abandonada",
        "buzón de voz",
    };

    /// <summary>What a call log writes where a telephone rang and nobody spoke with anybody.</summary>
    public static bool IsUnanswered(ReadOnlySpan<char> cell)
    {
        if (cell.Length is < 2 or > 30)
            return false;
        var words = Words
            .Plain(cell)
            .Split(' ')
            .Where(word => word is not ("call" or "inbound" or "llamada" or "went"));
        return Unanswered.Contains(string.Join(' ', words));
    }

    /// <summary>How, or null when the word is not known.</summary>
    public static ContactHow? How(ReadOnlySpan<char> cell)
    {
        if (Words.IsPlaceholder(cell))
            return ContactHow.NotRecorded;
        // Alone only: P-014 and IP 7 are people.
        if (cell.Trim() is "P" or "p")
            return ContactHow.Phone;
        if (cell.Trim() is "IP" or "ip")
            return ContactHow.InPerson;
        foreach (var word in Words.Plain(cell).Split(' '))
        {
            switch (word)
            {
                case "phone"
                or "call"
                or "called"
                or "telephone"
                or "tel"
                or "voice"
                or "inbound"
                or "outbound"
                or "incoming"
                or "outgoing"
                or "answered"
                or "teléfono"
                or "telefono"
                or "llamada":
                    return ContactHow.Phone;
                case "video" or "zoom" or "teams" or "facetime" or "virtual" or "meet" or "telehealth" or "online":
                    return ContactHow.Video;
                case "text" or "sms" or "texted" or "whatsapp" or "txt":
                    return ContactHow.Text;
                case "chat" or "webchat" or "messenger" or "messaging":
                    return ContactHow.Chat;
                case "person"
                or "inperson"
                or "face"
                or "f2f"
                or "walk"
                or "walkin"
                or "visit"
                or "onsite"
                or "center"
                or "site"
                or "persona"
                or "drop":
                    return ContactHow.InPerson;
            }
        }
        return null;
    }

    /// <summary>Where, or null when the word is not known.</summary>
    public static ContactPlace? Place(ReadOnlySpan<char> cell)
    {
        if (Words.IsPlaceholder(cell))
            return ContactPlace.NotRecorded;
        foreach (var word in Words.Plain(cell).Split(' '))
        {
            switch (word)
            {
                case "home" or "apartment" or "apt" or "residence":
                    return ContactPlace.TheirHome;
                case "hospital" or "er" or "ed" or "inpatient" or "unit" or "clinic" or "psych":
                    return ContactPlace.Hospital;
                case "jail" or "court" or "prison" or "courthouse":
                    return ContactPlace.JailOrCourt;
                case "center" or "centre" or "office" or "house" or "site" or "onsite" or "here" or "ours":
                    return ContactPlace.OurPlace;
                case "community"
                or "library"
                or "park"
                or "shelter"
                or "street"
                or "outreach"
                or "cafe"
                or "church"
                or "school":
                    return ContactPlace.Community;
                case "else" or "elsewhere" or "other":
                    return ContactPlace.Elsewhere;
            }
        }
        return null;
    }
}
