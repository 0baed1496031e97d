using System.Globalization;
using Hearth.Foundation;

namespace Hearth.Modules.People.Pages;

/// <summary>What a person answered, as a form has it.</summary>
public sealed record AnswerInput
{
    public string? Answer { get; init; }
    public string? Words { get; init; }
    public string? Language { get; init; }
    public string? SaidOn { get; init; }

    public static AnswerInput Start(string words, DateOnly today) =>
        new()
        {
            Words = words,
            Language = "en",
            SaidOn = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

    public static AnswerInput Read(IFormCollection form) =>
        new()
        {
            Answer = form["answer"],
            Words = form["words"],
            Language = form["answerLanguage"],
            SaidOn = form["saidOn"],
        };

    public (LevelAnswer? Answer, IReadOnlyList<Problem> Problems) ToAnswer()
    {
        if (
            !DateOnly.TryParseExact(
                SaidOn,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return (null, [new("saidOn", "Write the day they answered as year-month-day, such as 2026-11-23.")]);
        }
        return Answer is "yes" or "no" ? (new(Answer == "yes", Words ?? "", Language ?? "", day), []) : (null, []);
    }
}
