using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Forms;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Modules.People;

/// <summary>
/// Finds, adds and opens the people who chose to be known. There is no list of everyone: one asks for somebody by what
/// they are called, and every answer is logged where they can read it.
/// </summary>
public sealed class PeopleBook(
    Db db,
    Access access,
    PersonSeal seal,
    AuditTrail audit,
    Demographics lists,
    TimeProvider clock
)
{
    private const int MostOfOneName = 20;

    private OrganizationContext Organization => access.RequireOrganization();

    /// <summary>Everyone with this code or exactly this name, however it is written (case, accents and spaces aside).</summary>
    /// <param name="whatFor">Why one looks, in words the person can read: "to get back to them".</param>
    public async Task<IReadOnlyList<PersonRef>> FindAsync(
        string? called,
        string whatFor,
        CancellationToken cancel = default
    )
    {
        if (TypedText.Clean(called) is not { } text || BlindIndex.Fold(text).Length == 0)
        {
            return [];
        }
        var code = seal.CodeIndex(Organization.Id, text);
        var name = seal.NameIndex(Organization.Id, text);
        var found = await db.Set<Person>()
            .Where(p => p.CodeIndex == code || p.NameIndex == name)
            .OrderBy(p => p.CreatedAt)
            .Take(MostOfOneName)
            .ToListAsync(cancel);
        return await NameAsync(found, "name", whatFor);
    }

    /// <summary>What these people are called, for a page that shows what they were part of.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonRef>> CalledAsync(
        IReadOnlyCollection<Guid> ids,
        string whatFor,
        CancellationToken cancel = default
    )
    {
        var people = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        return (await NameAsync(people, "name", whatFor)).ToDictionary(p => p.Id);
    }

    /// <summary>The one who is known so, or a new person where nobody is and they said yes to it.</summary>
    public async Task<PersonOutcome> FindOrAddAsync(
        KnownBy by,
        string? called,
        LevelAnswer? yes,
        CancellationToken cancel = default
    )
    {
        var known = (await FindAsync(called, "to write down a moment with them", cancel)).ToList();
        return known.Count switch
        {
            1 => PersonOutcome.Of(known[0]),
            > 1 => new(
                null,
                [new("called", "More than one person here is called that. Choose who it was, or use their code.")],
                known
            ),
            _ => await AddAsync(
                by == KnownBy.Code ? new() { Code = called } : new PersonDetails { Name = called },
                yes,
                cancel
            ),
        };
    }

    /// <summary>Adds a person at their recorded yes. Their no keeps nothing: there would be nobody to keep it about.</summary>
    public async Task<PersonOutcome> AddAsync(PersonDetails asked, LevelAnswer? yes, CancellationToken cancel = default)
    {
        var details = asked.Clean();
        var today = Organization.Today(clock);
        var problems = DetailRules
            .Check(details, lists, today)
            .Concat(LevelRules.Check(RecordLevel.Counted, RecordLevel.Personal, yes, today))
            .ToList();
        if (problems.Count == 0 && !yes!.SaidYes)
        {
            problems.Add(
                new(
                    "answer",
                    "They said no, so nothing was kept. Their moments can be counted without a name, the same as before."
                )
            );
        }
        if (problems.Count > 0)
        {
            return PersonOutcome.Stopped(problems);
        }
        var now = clock.GetUtcNow();
        var person = seal.Create(Ids.New(now), Organization.Id, now, access.AccountId);
        details.Write(person, seal);
        db.Add(person);
        db.Add(Decision(person, RecordLevel.Counted, RecordLevel.Personal, yes!, now));
        return await SaveAsync(person, cancel);
    }

    /// <summary>Opens a person's row. That somebody looked, and what for, is written down first; if it cannot be, nothing opens.</summary>
    public async Task<Person?> OpenAsync(
        Guid id,
        string what,
        string? whatFor = null,
        CancellationToken cancel = default
    )
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is not null)
        {
            await audit.ReadAsync(access, id, what, whatFor);
        }
        return person;
    }

    internal LevelDecision Decision(
        Person person,
        RecordLevel from,
        RecordLevel to,
        LevelAnswer answer,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Ids.New(now),
            OrganizationId = person.OrganizationId,
            PersonId = person.Id,
            FromLevel = from,
            ToLevel = to,
            SaidYes = answer.SaidYes,
            Words = TypedText.Clean(answer.Words)!,
            Language = TypedText.Clean(answer.Language)!,
            SaidOn = answer.SaidOn,
            RecordedAt = now,
            RecordedBy = access.AccountId,
        };

    private async Task<PersonOutcome> SaveAsync(Person person, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return PersonOutcome.Of(new(person.Id, seal.Called(person), person.Level));
        }
        catch (DbUpdateException twice) when (IsCodeTaken(twice))
        {
            db.ChangeTracker.Clear();
            return PersonOutcome.Stopped(CodeTaken);
        }
    }

    internal static Problem CodeTaken { get; } =
        new("code", "Somebody here has this code already. Look them up, or choose another code; nothing was saved.");

    internal static bool IsCodeTaken(DbUpdateException failure) =>
        failure.InnerException
            is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "people_by_code" };

    private async Task<IReadOnlyList<PersonRef>> NameAsync(List<Person> people, string what, string whatFor)
    {
        foreach (var person in people)
        {
            await audit.ReadAsync(access, person.Id, what, whatFor);
        }
        return [.. people.Select(p => new PersonRef(p.Id, seal.Called(p), p.Level))];
    }
}
