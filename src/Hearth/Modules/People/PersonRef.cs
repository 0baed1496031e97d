using Hearth.Foundation;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People;

/// <summary>A person as a form or a list may name them.</summary>
public sealed record PersonRef(Guid Id, string Called, RecordLevel Level);

/// <summary>How a person wants to be known.</summary>
public enum KnownBy
{
    /// <summary>By a code they chose, which no other person here has.</summary>
    Code,

    /// <summary>By a name, which several people may share.</summary>
    Name,
}

/// <summary>What became of an attempt to find, add or correct somebody.</summary>
/// <param name="Several">Those who share the name, where one has to be chosen.</param>
public sealed record PersonOutcome(PersonRef? Person, IReadOnlyList<Problem> Problems, IReadOnlyList<PersonRef> Several)
{
    public bool Succeeded => Person is not null;

    public static PersonOutcome Of(PersonRef person) => new(person, [], []);

    public static PersonOutcome Stopped(params IReadOnlyList<Problem> problems) => new(null, problems, []);
}
