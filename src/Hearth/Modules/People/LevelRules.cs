using Hearth.Foundation;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People;

/// <summary>A yes or no, as it is about to be recorded.</summary>
public sealed record LevelAnswer(bool SaidYes, string Words, string Language, DateOnly SaidOn);

/// <summary>The second promise as a rule: only the person's recorded yes moves a record up; down is always open.</summary>
public static class LevelRules
{
    /// <summary>What stands in the way of the move; nothing where it may happen.</summary>
    public static IReadOnlyList<Problem> Check(RecordLevel from, RecordLevel to, LevelAnswer? answer, DateOnly today)
    {
        if (to <= from)
        {
            return [];
        }
        if (answer is null)
        {
            return
            [
                new(
                    "answer",
                    "A record moves up only with the person's yes. Nothing was changed; write down what they said."
                ),
            ];
        }
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(answer.Words))
        {
            problems.Add(
                new("words", "Write the words that were put to the person, so that they can be read back to them.")
            );
        }
        if (string.IsNullOrWhiteSpace(answer.Language))
        {
            problems.Add(new("language", "Say which language the words were in."));
        }
        if (answer.SaidOn > today)
        {
            problems.Add(new("saidOn", "That day has not come yet. Use the day the person answered."));
        }
        return problems;
    }

    /// <summary>The level after the answer: a no, or a problem, leaves it where it was.</summary>
    public static RecordLevel After(RecordLevel from, RecordLevel to, LevelAnswer? answer, DateOnly today) =>
        to <= from || (answer is { SaidYes: true } && Check(from, to, answer, today).Count == 0) ? to : from;
}
