using System.Text.RegularExpressions;
using Hearth.Foundation;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People.Rules;

/// <summary>What a person's details may say. Nothing but one way to be called is required.</summary>
internal static partial class DetailRules
{
    public const int CodeLength = 60;
    public const int PhoneLength = 60;
    public const int EmailLength = 254;
    public const int WishesLength = 500;
    public const int CountyLength = 100;
    private const int OldestYear = 1900;

    public static IReadOnlyList<Problem> Check(PersonDetails details, Demographics lists, DateOnly today)
    {
        var problems = new List<Problem>();
        CheckCalled(details, problems);
        TooLong("phone", details.Reach.Phone, PhoneLength, problems);
        TooLong("email", details.Reach.Email, EmailLength, problems);
        TooLong("wishes", details.Reach.Wishes, WishesLength, problems);
        TooLong("county", details.County, CountyLength, problems);
        CheckAbout(details, lists, today, problems);
        return problems;
    }

    private static void CheckCalled(PersonDetails details, List<Problem> problems)
    {
        if (details.Code is null && details.Name is null)
        {
            problems.Add(
                new(
                    "called",
                    "Write the code or the name they chose. Without either, count the moment instead; nobody needs a page."
                )
            );
        }
        TooLong("code", details.Code, CodeLength, problems);
        TooLong("name", details.Name, Person.NameLength, problems);
        Readable("code", details.Code, problems);
        Readable("name", details.Name, problems);
    }

    private static void CheckAbout(PersonDetails details, Demographics lists, DateOnly today, List<Problem> problems)
    {
        if (details.BirthYear is { } year && (year < OldestYear || year > today.Year))
        {
            problems.Add(
                new(
                    "birthYear",
                    $"A year of birth lies between {OldestYear} and {today.Year}. Leave it empty where nobody asked."
                )
            );
        }
        if (details.Gender is { } gender && !lists.Gender.Answers.Contains(gender, StringComparer.Ordinal))
        {
            problems.Add(new("gender", "Choose one of the answers, or leave it as not asked."));
        }
        if (details.RaceEthnicity.Except(lists.RaceEthnicity.Answers, StringComparer.Ordinal).Any())
        {
            problems.Add(new("raceEthnicity", "Choose from the answers, as many as fit, or leave them all empty."));
        }
        if (details.Language is { } language && !Tag().IsMatch(language))
        {
            problems.Add(new("language", "Choose a language, or write its tag, such as es or zh-Hant."));
        }
    }

    // An index of nothing would find everyone whose name is nothing: invisible characters alone name nobody.
    private static void Readable(string field, string? text, List<Problem> problems)
    {
        if (text is not null && BlindIndex.Fold(text).Length == 0)
        {
            problems.Add(new(field, "There is nothing in it that can be read. Write it again."));
        }
    }

    private static void TooLong(string field, string? text, int most, List<Problem> problems)
    {
        if (text?.Length > most)
        {
            problems.Add(
                new(field, $"That is longer than {most} characters. Nothing was lost; shorten it and save again.")
            );
        }
    }

    [GeneratedRegex(
        "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Tag();
}
