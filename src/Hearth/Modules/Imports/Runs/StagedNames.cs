using Hearth.Foundation;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;

namespace Hearth.Modules.Imports.Runs;

/// <summary>
/// The codes of a sheet's people, each sealed and indexed when it is first met. The memory of them is bounded: a sheet
/// with more codes than that meets some again, and the database takes each once.
/// </summary>
internal sealed class StagedNames(PersonSeal seal, Guid organizationId, TimeProvider clock, Guid? by)
{
    private const int Most = 100_000;
    private readonly Dictionary<string, byte[]?> known = new(StringComparer.Ordinal);
    private readonly List<(Person, Guid)> waiting = [];

    /// <summary>People met and not yet handed on by <see cref="Take"/>.</summary>
    public int Waiting => waiting.Count;

    /// <summary>The code's blind index; null for a code with nothing in it that can be told apart.</summary>
    public byte[]? IndexOf(string code)
    {
        if (known.TryGetValue(code, out var index))
        {
            return index;
        }
        if (known.Count >= Most)
        {
            known.Clear();
        }
        if (BlindIndex.Fold(code).Length > 0)
        {
            var person = seal.Create(Ids.New(clock), organizationId, clock.GetUtcNow(), by);
            seal.SetCode(person, code);
            index = person.CodeIndex;
            waiting.Add((person, Ids.New(clock)));
        }
        return known[code] = index;
    }

    public IReadOnlyList<(Person Person, Guid DecisionId)> Take()
    {
        (Person, Guid)[] taken = [.. waiting];
        waiting.Clear();
        return taken;
    }
}
