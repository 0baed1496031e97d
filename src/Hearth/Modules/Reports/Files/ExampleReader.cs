using System.Globalization;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Modules.Reports.Files;

/// <summary>Reads a worked example: a tiny list of contacts and what a right report finds in it.</summary>
internal static class ExampleReader
{
    public static WorkedExample Read(YamlPart part)
    {
        part.Only("says", "from", "to", "programs", "people", "contacts", "expect", "prints");
        return new WorkedExample(
            part["says"].Text(),
            new ReportPeriod(part["from"].Day(), part["to"].Day()),
            [.. part["programs"].Entries.Select(e => new ExampleProgram(e.Name, Code<ProgramModel>(e.Part)))],
            [.. part["people"].Entries.Select(e => Person(e.Name, e.Part))],
            [.. part["contacts"].Items.Select(Contact)],
            Numbers(part["expect"]),
            Numbers(part["prints"])
        );
    }

    private static Dictionary<string, string> Numbers(YamlPart part) =>
        part.Entries.ToDictionary(e => e.Name, e => e.Part.Text(), StringComparer.Ordinal);

    private static ExamplePerson Person(string key, YamlPart part)
    {
        part.Only("code", "name", "born", "gender", "race_ethnicity", "language", "county");
        return new ExamplePerson(
            key,
            part["code"].Flag(true),
            part["name"].Flag(false),
            part["born"].NumberOrNone(),
            part["gender"].TextOrNone,
            [.. part["race_ethnicity"].OneOrMore().Select(p => p.Text())],
            part["language"].TextOrNone,
            part["county"].TextOrNone
        );
    }

    private static ExampleContact Contact(YamlPart part)
    {
        part.Only(
            "day",
            "at",
            "program",
            "how",
            "place",
            "kinds",
            "level",
            "headcount",
            "minutes",
            "first_time",
            "people",
            "undone",
            "times"
        );
        var people = part["people"].OneOrMore().Select(p => p.Text()).ToList();
        return new ExampleContact(
            part["day"].Day(),
            Time(part["at"]),
            part["program"].Text(),
            part["how"].Exists ? Code<ContactHow>(part["how"]) : ContactHow.NotRecorded,
            part["place"].Exists ? Code<ContactPlace>(part["place"]) : ContactPlace.NotRecorded,
            part["kinds"].OneOrMore().Aggregate(SupportKinds.None, (kinds, k) => kinds | Code<SupportKinds>(k)),
            people.Count > 0 ? RecordLevel.Personal : RecordLevel.Counted,
            part["headcount"].NumberOrNone() ?? Math.Max(1, people.Count),
            part["minutes"].NumberOrNone(),
            part["first_time"].Exists ? part["first_time"].Flag(false) : null,
            people,
            part["undone"].Flag(false),
            part["times"].NumberOrNone() ?? 1
        );
    }

    private static TimeOnly? Time(YamlPart part)
    {
        if (!part.Exists)
        {
            return null;
        }
        if (
            TimeOnly.TryParseExact(
                part.TextOrNone,
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
        {
            return time;
        }
        part.Complain($"a time such as 09:30 belongs here, not \"{part.TextOrNone}\".");
        return null;
    }

    private static T Code<T>(YamlPart part)
        where T : struct, Enum => part.Word(ContactWords.Find<T>, ContactWords.Codes<T>(), default);
}
