using FsCheck;
using FsCheck.Fluent;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;

namespace Hearth.Tests.People;

public sealed class LevelRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly LevelAnswer Yes = new(true, "May we?", "en", Today);

    public static TheoryData<RecordLevel, RecordLevel, LevelAnswer?, string?, RecordLevel> Moves() =>
        new()
        {
            { RecordLevel.Counted, RecordLevel.Personal, Yes, null, RecordLevel.Personal },
            { RecordLevel.Personal, RecordLevel.Billable, Yes, null, RecordLevel.Billable },
            { RecordLevel.Personal, RecordLevel.Billable, Yes with { SaidYes = false }, null, RecordLevel.Personal },
            { RecordLevel.Personal, RecordLevel.Billable, null, "answer", RecordLevel.Personal },
            { RecordLevel.Personal, RecordLevel.Billable, Yes with { Words = " " }, "words", RecordLevel.Personal },
            {
                RecordLevel.Personal,
                RecordLevel.Billable,
                Yes with
                {
                    Language = "",
                },
                "language",
                RecordLevel.Personal
            },
            {
                RecordLevel.Personal,
                RecordLevel.Billable,
                Yes with
                {
                    SaidOn = Today.AddDays(1),
                },
                "saidOn",
                RecordLevel.Personal
            },
            { RecordLevel.Billable, RecordLevel.Personal, null, null, RecordLevel.Personal },
            { RecordLevel.Billable, RecordLevel.Counted, null, null, RecordLevel.Counted },
            { RecordLevel.Personal, RecordLevel.Personal, null, null, RecordLevel.Personal },
        };

    [Theory, MemberData(nameof(Moves))]
    public void A_record_moves_up_at_a_whole_yes_only_and_down_always(
        RecordLevel from,
        RecordLevel to,
        LevelAnswer? answer,
        string? problem,
        RecordLevel after
    )
    {
        Assert.Equal(problem, LevelRules.Check(from, to, answer, Today).SingleOrDefault()?.Field);
        Assert.Equal(after, LevelRules.After(from, to, answer, Today));
    }

    [Fact]
    public void No_sequence_of_answers_raises_a_level_without_a_recorded_yes_and_lowering_always_works()
    {
        var levels = Gen.Elements(RecordLevel.Counted, RecordLevel.Personal, RecordLevel.Billable);
        var answers = Gen.OneOf(
            Gen.Constant<LevelAnswer?>(null),
            from yes in Gen.Elements(true, false)
            from words in Gen.Elements("May we?", "", " ", "¿Podemos?")
            from language in Gen.Elements("en", "es", "")
            from days in Gen.Choose(-400, 2)
            select (LevelAnswer?)new LevelAnswer(yes, words, language, Today.AddDays(days))
        );
        var steps = (from to in levels from answer in answers select (To: to, Answer: answer))
            .ListOf()
            .ToArbitrary();

        Prop.ForAll(
                steps,
                list =>
                {
                    var level = RecordLevel.Counted;
                    foreach (var (to, answer) in list)
                    {
                        var after = LevelRules.After(level, to, answer, Today);
                        var isWholeYes =
                            answer is { SaidYes: true } && LevelRules.Check(level, to, answer, Today).Count == 0;
                        var isRight =
                            after > level ? isWholeYes && after == to
                            : to <= level ? after == to
                            : after == level;
                        if (!isRight)
                        {
                            return false;
                        }
                        level = after;
                    }
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
