using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People;

/// <summary>One record that concerns a person, as they read it on their own page and in the copy they take.</summary>
/// <param name="Path">Where a member can open it, relative to the organization; null where there is nothing to open.</param>
public sealed record HeldRecord(
    string Kind,
    Guid Id,
    DateTimeOffset At,
    RecordLevel Level,
    string Summary,
    IReadOnlyDictionary<string, string?> Facts,
    string? Path
);

/// <summary>
/// What a module above People holds about a person. It answers when the person asks what is held, takes a copy, moves
/// their records down a level, or deletes their page; all within the caller's transaction on <c>Db</c>.
/// </summary>
public interface IHeldAboutPerson
{
    Task<IReadOnlyList<HeldRecord>> ReadAsync(Person person, CancellationToken cancel);

    /// <summary>Brings every record of theirs that is above the level down to it; nothing is lost by that.</summary>
    Task LowerAsync(Person person, RecordLevel to, CancellationToken cancel);

    /// <summary>
    /// Forgets the person: personal records keep only what a counted record may hold; billable ones stay and are reported.
    /// </summary>
    /// <param name="key">Seals anew what stays: the key it was sealed with goes.</param>
    /// <returns>How many records the law keeps.</returns>
    Task<int> ForgetAsync(Person person, KeyChange key, CancellationToken cancel);
}
