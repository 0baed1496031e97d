using Hearth.Foundation;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Support;

/// <summary>What a contact may say. The same rules serve the page, the file and the API.</summary>
public static class ContactRules
{
    /// <summary>An entry made later than this after the moment is marked late. Late is fine; hiding it is not.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromHours(24);

    /// <summary>How far a clock may run ahead before a start counts as being in the future.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);

    private static readonly DateTime Earliest = new(1970, 1, 1);

    public static bool IsLate(DateTime start, DateTime recorded) => recorded - start > LateAfter;

    public static IReadOnlyList<Problem> Check(NewContact contact, SupportProgram? program, DateTime now)
    {
        var problems = new List<Problem>();
        if (program is null)
        {
            problems.Add(new("program", "Choose one of the organization's programs."));
        }
        else if (!program.IsRunning(DateOnly.FromDateTime(contact.Start)))
        {
            problems.Add(
                new(
                    "program",
                    $"{program.Name} was not running on that day. Choose another program or day, or correct its first or last day under Settings."
                )
            );
        }
        CheckTime(contact, now, problems);
        CheckPeople(contact, problems);
        return problems;
    }

    private static void CheckTime(NewContact contact, DateTime now, List<Problem> problems)
    {
        if (contact.Start > now + ClockSlack && (contact.TimeKnown || contact.Start.Date > now.Date))
        {
            problems.Add(new("start", "That moment has not come yet. Use the time it happened."));
        }
        if (contact.Start < Earliest)
        {
            problems.Add(new("start", "That is more than a lifetime of records ago. Look at the year."));
        }
        if (contact.Minutes is < 0 or > SupportContact.MostMinutes)
        {
            problems.Add(
                new(
                    "minutes",
                    "Minutes go from 0 to 2,880, which is two days. Leave it empty where nobody looked at the clock."
                )
            );
        }
    }

    private static void CheckPeople(NewContact contact, List<Problem> problems)
    {
        if (contact.Headcount is < 1 or > SupportContact.MostPeople)
        {
            problems.Add(new("headcount", "Count at least 1 person and at most 100,000."));
        }
        if (contact.PersonIds.Count > contact.Headcount)
        {
            problems.Add(
                new("headcount", "More people are named than were counted. Raise the count or take a name away.")
            );
        }
        if (contact.PersonIds.Distinct().Count() < contact.PersonIds.Count)
        {
            problems.Add(new("person", "The same person is named twice. Once is enough."));
        }
        if (contact.Level == RecordLevel.Counted && contact.PersonIds.Count > 0)
        {
            problems.Add(
                new(
                    "level",
                    "A counted contact holds no name and no code. Keep it counted without them, or make it personal with the person's yes."
                )
            );
        }
        if (contact.Level != RecordLevel.Counted && contact.PersonIds.Count == 0)
        {
            problems.Add(
                new("person", "A personal or billable record is somebody's. Name who it is, or keep it counted.")
            );
        }
        if (
            !string.IsNullOrWhiteSpace(contact.Note)
            && (contact.Level == RecordLevel.Counted || contact.PersonIds.Count != 1)
        )
        {
            problems.Add(
                new(
                    "note",
                    "Words about a moment belong to one person, who can read and delete them. Name that one person, or leave the words out."
                )
            );
        }
        if (contact.Note?.Length > MostNote)
        {
            problems.Add(
                new("note", "That is longer than 4,000 characters. Nothing was lost; shorten it and save again.")
            );
        }
    }

    public const int MostNote = 4000;
}
