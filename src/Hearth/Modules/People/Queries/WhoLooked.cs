using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.People.Queries;

/// <summary>One thing somebody did with what is held about a person, in a sentence.</summary>
/// <param name="Times">How often in a row, where the same was done again within the hour.</param>
public sealed record Look(DateTimeOffset At, string Who, string Did, bool IsChange, int Times)
{
    public string Sentence => $"{Who} {Did}{(Times > 1 ? $" ({Times} times)" : "")}.";
}

/// <summary>Reads from the audit who has looked at a person's records and who has changed them, newest first.</summary>
internal sealed class WhoLooked(Db db, Access access)
{
    public const int MostOnPage = 40;
    public const int Most = 10_000;
    private static readonly TimeSpan InARow = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Look>> ReadAsync(Guid personId, int most, CancellationToken cancel = default)
    {
        var entries = await db.Set<AuditEntry>()
            .AsNoTracking()
            .Where(e => e.PersonId == personId)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Math.Min(most * 5, Most))
            .Select(e => new Look(e.At, e.Actor, Telling(e.Action, e.Subject, e.Why), e.Action != "read", 1))
            .ToListAsync(cancel);
        return [.. Fold(entries).Take(most)];
    }

    /// <summary>Whom this member opened lately, newest first.</summary>
    public async Task<IReadOnlyList<(Guid PersonId, DateTimeOffset At)>> MineAsync(
        DateTimeOffset since,
        int most,
        CancellationToken cancel = default
    )
    {
        var mine = await db.Set<AuditEntry>()
            .Where(e =>
                e.AccountId == access.AccountId
                && e.Action == "read"
                && e.Subject == PageRead
                && e.PersonId != null
                && e.At >= since
            )
            .GroupBy(e => e.PersonId!.Value)
            .Select(g => new { Id = g.Key, At = g.Max(e => e.At) })
            .OrderByDescending(g => g.At)
            .Take(most)
            .ToListAsync(cancel);
        return [.. mine.Select(m => (m.Id, m.At))];
    }

    /// <summary>What a read of the person's page is called in the audit.</summary>
    public const string PageRead = "page";
    public const string CopyRead = "copy";
    public const string HandRead = "shown";

    internal static string Telling(string action, string subject, string? why)
    {
        var did = (action, subject) switch
        {
            ("read", PageRead) => "opened this page",
            ("read", CopyRead) => "took a copy",
            ("read", HandRead) => "turned this page around to show it",
            ("read", "name") => "saw the name or code",
            ("read", _) => $"read {subject}",
            ("added", "people") => "made this page",
            ("changed", "people") => "changed what is held here",
            ("removed", "people") => "deleted this page",
            ("added", "level_decisions") => "wrote down an answer",
            ("added", "support_contacts") => "recorded a moment of support",
            ("added", "contact_people") => "put a moment of support here",
            ("changed", "contact_people") => "changed a moment of support",
            ("removed", "contact_people") => "took a moment of support from here",
            _ => $"{action} {subject.Replace('_', ' ')}",
        };
        return why is null ? did : $"{did}, {why}";
    }

    /// <summary>The same thing done again by the same member within an hour is one line.</summary>
    internal static IEnumerable<Look> Fold(IEnumerable<Look> newestFirst)
    {
        Look? last = null;
        foreach (var look in newestFirst)
        {
            if (last is not null && last.Who == look.Who && last.Did == look.Did && last.At - look.At < InARow)
            {
                last = last with { Times = last.Times + 1 };
                continue;
            }
            if (last is not null)
            {
                yield return last;
            }
            last = look;
        }
        if (last is not null)
        {
            yield return last;
        }
    }
}
