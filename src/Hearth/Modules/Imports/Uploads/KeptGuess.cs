using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports.Uploads;

/// <summary>What the first look at a sheet left open and noticed, kept beside it while its map is being made.</summary>
internal sealed record KeptGuess(IReadOnlyList<MapQuestion> Questions, IReadOnlyList<string> Notes)
{
    // A second look, with the person's own columns, asks these only the first time.
    private static readonly string[] AskedOnce = ["names", "blank-date", "bare-times", "unanswered", "length-clock"];

    public static KeptGuess Of(MapGuess guess) => new(guess.Questions, guess.Notes);

    /// <summary>What a second look asks, and what only the first one did.</summary>
    public KeptGuess Then(MapGuess again) =>
        new(
            [
                .. again.Questions,
                .. Questions.Where(q => AskedOnce.Contains(q.Id) && again.Questions.All(a => a.Id != q.Id)),
            ],
            [.. Notes.Union(again.Notes)]
        );
}
