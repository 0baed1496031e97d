using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Support.Pages;

/// <summary>The form as it was filled in: text, so that nothing somebody typed is lost on the way back to them.</summary>
public sealed record ContactInput
{
    public required Guid Id { get; init; }
    public int Version { get; init; }
    public string? Program { get; init; }
    public string? Date { get; init; }
    public string? Time { get; init; }
    public string? Minutes { get; init; }
    public string? How { get; init; }
    public string? Place { get; init; }
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public string? Headcount { get; init; }
    public string? First { get; init; }
    public string? Level { get; init; }

    /// <summary>Codes or exact names, one a line: looked up, never kept.</summary>
    public string? People { get; init; }
    public string? Note { get; init; }
    public string? Site { get; init; }
    public IReadOnlyList<string> Supporters { get; init; } = [];
    public string? Why { get; init; }

    public static ContactInput Read(IFormCollection form) =>
        new()
        {
            Id = Guid.TryParse(form["id"], out var id) ? id : Guid.Empty,
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0,
            Program = form["program"],
            Date = form["date"],
            Time = form["time"],
            Minutes = form["minutes"],
            How = form["how"],
            Place = form["place"],
            Kinds = [.. form["kinds"].OfType<string>()],
            Headcount = form["headcount"],
            First = form["first"],
            Level = form["level"],
            People = form["people"],
            Note = form["note"],
            Site = form["site"],
            Supporters = [.. form["supporters"].OfType<string>()],
            Why = form["why"],
        };

    public static ContactInput Of(
        SupportContact contact,
        OrganizationContext organization,
        SupportProgram? program,
        string? people,
        string? note
    )
    {
        var local = organization.Local(contact.StartedAt);
        return new()
        {
            Id = contact.Id,
            Version = contact.Version,
            Program = program?.Slug,
            Date = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = contact.TimeKnown ? local.ToString("HH:mm", CultureInfo.InvariantCulture) : null,
            Minutes = contact.Minutes?.ToString(CultureInfo.InvariantCulture),
            How = contact.How.ToString(),
            Place = contact.Place.ToString(),
            Kinds = [.. SupportWords.Each(contact.Kinds).Select(k => k.ToString())],
            Headcount = contact.Headcount.ToString(CultureInfo.InvariantCulture),
            First = contact.FirstTime switch
            {
                true => "yes",
                false => "no",
                null => "",
            },
            Level = contact.Level.ToString(),
            People = people,
            Note = note,
            Site = contact.SiteId?.ToString(),
            Supporters = [.. contact.SupporterIds.Select(s => s.ToString())],
        };
    }

    /// <summary>The contact this form tells of, and what in the form could not be read at all.</summary>
    public (NewContact Contact, IReadOnlyList<Problem> Problems) ToContact(
        SupportProgram? program,
        IReadOnlyList<Guid> people
    )
    {
        var problems = new List<Problem>();
        var (start, timeKnown) = ReadStart(problems);
        var contact = new NewContact
        {
            Id = Id,
            ProgramId = program?.Id ?? Guid.Empty,
            SiteId = Guid.TryParse(Site, out var site) ? site : null,
            Start = start,
            TimeKnown = timeKnown,
            Minutes = ReadNumber("minutes", Minutes, null, problems),
            How = Enum.TryParse<ContactHow>(How, out var how) && Enum.IsDefined(how) ? how : ContactHow.NotRecorded,
            Place =
                Enum.TryParse<ContactPlace>(Place, out var place) && Enum.IsDefined(place)
                    ? place
                    : ContactPlace.NotRecorded,
            Kinds = ReadKinds(),
            Level =
                Enum.TryParse<RecordLevel>(Level, out var level) && Enum.IsDefined(level) ? level : RecordLevel.Counted,
            Headcount = ReadNumber("headcount", Headcount, Math.Max(1, people.Count), problems) ?? 0,
            FirstTime = First switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            SupporterIds = [.. Supporters.Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Distinct()],
            PersonIds = people,
            Note = Note,
        };
        return (contact, problems);
    }

    private (DateTime Start, bool TimeKnown) ReadStart(List<Problem> problems)
    {
        if (!DateOnly.TryParse(Date, CultureInfo.InvariantCulture, out var day))
        {
            problems.Add(new("date", "Give the day it happened, such as 2026-11-22."));
            return (DateTime.UnixEpoch, false);
        }
        if (string.IsNullOrWhiteSpace(Time))
        {
            return (day.ToDateTime(TimeOnly.MinValue), false);
        }
        if (!TimeOnly.TryParse(Time, CultureInfo.InvariantCulture, out var time))
        {
            problems.Add(new("time", "Give the time as 9:12 am or 21:30, or leave it empty where nobody remembers."));
        }
        return (day.ToDateTime(time), true);
    }

    private static int? ReadNumber(string field, string? text, int? empty, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return empty;
        }
        if (
            int.TryParse(
                text,
                NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }
        problems.Add(new(field, "Write a whole number, such as 12."));
        return empty;
    }

    private SupportKinds ReadKinds() =>
        Kinds
            .Select(k => Enum.TryParse<SupportKinds>(k, out var kind) ? kind : SupportKinds.None)
            .Aggregate(SupportKinds.None, (all, kind) => all | (kind & Known));

    private static readonly SupportKinds Known = SupportWords.Kinds.Aggregate((a, b) => a | b);
}
