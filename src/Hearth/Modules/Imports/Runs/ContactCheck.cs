using System.Globalization;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Runs;

/// <summary>The rules of a contact, as the page asks them, with the sheet's column beside each answer.</summary>
internal sealed class ContactCheck(ContactMap map, IReadOnlyDictionary<string, SupportProgram> programs, DateTime now)
{
    private static readonly Guid[] Somebody = [Guid.AllBitsSet];

    public IReadOnlyList<ImportProblem> Of(ImportedContact contact)
    {
        var program = contact.Program is null ? null : programs.GetValueOrDefault(contact.Program);
        var stops = ContactRules.Check(
            new NewContact
            {
                Id = default,
                ProgramId = program?.Id ?? default,
                Start = contact.LocalStart,
                TimeKnown = !contact.DateOnly,
                Minutes = contact.Minutes,
                Headcount = contact.Headcount,
                Level = contact.PersonCode is null ? RecordLevel.Counted : RecordLevel.Personal,
                PersonIds = contact.PersonCode is null ? [] : Somebody,
            },
            program,
            now
        );
        return stops.Count == 0 ? [] : [.. stops.Select(stop => Describe(stop.Field, stop.Sentence, contact))];
    }

    private ImportProblem Describe(string field, string sentence, ImportedContact contact) =>
        field switch
        {
            "program" => new(
                Column("Program", ContactField.Program),
                contact.Program ?? "",
                "A program that was running that day",
                sentence
            ),
            "start" => new(
                Column("Date", ContactField.Date, ContactField.Timestamp),
                contact.LocalStart.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                "A moment that has been",
                sentence
            ),
            "minutes" => new(
                Column("Minutes", ContactField.Minutes, ContactField.Hours, ContactField.End),
                contact.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "",
                "Minutes",
                sentence
            ),
            _ => new(
                Column("Headcount", ContactField.Headcount),
                contact.Headcount.ToString(CultureInfo.InvariantCulture),
                "A number of people",
                sentence
            ),
        };

    private string Column(string usual, params ReadOnlySpan<ContactField> fields)
    {
        foreach (var field in fields)
        {
            if (map.Columns.FirstOrDefault(c => c.Field == field) is { } column)
            {
                return column.Header;
            }
        }
        return usual;
    }
}
