using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Support.Pages;

/// <summary>
/// Finds the people a form names, by their code or exact name, one a line. Whom the form finds can see that it did, also
/// where nothing is recorded afterwards: else it would be a way to ask who comes here.
/// </summary>
internal sealed class PersonLookup(Db db, Access access, PersonSeal seal, AuditTrail audit)
{
    private const int MostPeople = 200;

    public async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<Problem> Problems)> FindAsync(string? lines)
    {
        var called = (lines ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (called.Count > MostPeople)
        {
            return (
                [],
                [new("people", "That is more than 200 people in one moment. Count them instead, or split the entry.")]
            );
        }
        var ids = new List<Guid>();
        var problems = new List<Problem>();
        foreach (var one in called)
        {
            var found = await FindOneAsync(one);
            foreach (var person in found)
            {
                await audit.ReadAsync(access, person, "name", "to write down a moment with them");
            }
            if (found.Count == 1)
            {
                ids.Add(found[0]);
                continue;
            }
            problems.Add(
                new(
                    "people",
                    found.Count == 0
                        ? $"Nobody here is known as “{one}”. Look at the spelling, or add them on the People page first."
                        : $"More than one person is known as “{one}”. Use their code instead."
                )
            );
        }
        return (ids.Distinct().ToList(), problems);
    }

    private async Task<List<Guid>> FindOneAsync(string called)
    {
        var organization = access.RequireOrganization().Id;
        var code = seal.CodeIndex(organization, called);
        var byCode = await db.Set<Person>().Where(p => p.CodeIndex == code).Select(p => p.Id).ToListAsync();
        if (byCode.Count > 0)
        {
            return byCode;
        }
        var name = seal.NameIndex(organization, called);
        // Two are as much as it takes to know that a name is not enough.
        return await db.Set<Person>()
            .Where(p => p.NameIndex == name)
            .Select(p => p.Id)
            .OrderBy(id => id)
            .Take(2)
            .ToListAsync();
    }
}
