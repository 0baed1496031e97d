using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support;

namespace Hearth.Tests.Support;

public sealed class ContactRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 21, 0, 0);
    private static readonly Guid Somebody = new("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid SomebodyElse = new("018f0000-0000-7000-8000-000000000002");

    private static readonly SupportProgram Program = new()
    {
        Id = Somebody,
        OrganizationId = SomebodyElse,
        Slug = "center",
        Name = "Riverside Recovery Center",
        Model = ProgramModel.RecoveryCenter,
        LegalRegime = LegalRegime.InternalPromise,
        StartedOn = new DateOnly(2024, 1, 1),
        EndedOn = new DateOnly(2026, 12, 31),
    };

    private static NewContact Fine { get; } =
        new()
        {
            Id = Somebody,
            ProgramId = Program.Id,
            Start = Now.AddMinutes(-5),
        };

    public static TheoryData<string, NewContact, string?> Table() =>
        new()
        {
            { "a counted visit", Fine, null },
            { "twelve people in one entry", Fine with { Headcount = 12 }, null },
            { "nobody", Fine with { Headcount = 0 }, "headcount" },
            { "too many to be true", Fine with { Headcount = 100_001 }, "headcount" },
            { "a minute ahead, clocks differ", Fine with { Start = Now.AddMinutes(9) }, null },
            { "tomorrow", Fine with { Start = Now.AddDays(1) }, "start" },
            { "today without a time", Fine with { Start = Now.Date.AddHours(23), TimeKnown = false }, null },
            { "tomorrow without a time", Fine with { Start = Now.Date.AddDays(1), TimeKnown = false }, "start" },
            { "before the program began", Fine with { Start = new DateTime(2023, 12, 31) }, "program" },
            { "no minutes written down", Fine with { Minutes = null }, null },
            { "negative minutes", Fine with { Minutes = -1 }, "minutes" },
            { "two days and a minute", Fine with { Minutes = 2881 }, "minutes" },
            { "counted with a name", Fine with { PersonIds = [Somebody] }, "level" },
            { "counted with words", Fine with { Note = "hello" }, "note" },
            { "counted with spaces for words", Fine with { Note = "  " }, null },
            { "personal without anybody", Fine with { Level = RecordLevel.Personal }, "person" },
            {
                "personal with one person",
                Fine with
                {
                    Level = RecordLevel.Personal,
                    PersonIds = [Somebody],
                    Note = "hello",
                },
                null
            },
            {
                "more named than counted",
                Fine with
                {
                    Level = RecordLevel.Personal,
                    PersonIds = [Somebody, SomebodyElse],
                },
                "headcount"
            },
            {
                "words about two people",
                Fine with
                {
                    Level = RecordLevel.Personal,
                    Headcount = 2,
                    PersonIds = [Somebody, SomebodyElse],
                    Note = "hello",
                },
                "note"
            },
            {
                "the same person twice",
                Fine with
                {
                    Level = RecordLevel.Personal,
                    Headcount = 2,
                    PersonIds = [Somebody, Somebody],
                },
                "person"
            },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_contact_is_fine_or_named_by_its_field(string what, NewContact contact, string? field)
    {
        var problems = ContactRules.Check(contact, Program, Now);

        Assert.True(
            field is null == (problems.Count == 0),
            $"{what}: {string.Join(" ", problems.Select(p => p.Sentence))}"
        );
        Assert.True(field is null || problems.Any(p => p.Field == field), what);
    }

    [Fact]
    public void Without_a_program_nothing_is_counted() =>
        Assert.Contains(ContactRules.Check(Fine, null, Now), p => p.Field == "program");

    [Theory]
    [InlineData(23.9, false)]
    [InlineData(24.1, true)]
    [InlineData(-0.1, false)]
    public void An_entry_made_more_than_a_day_after_is_late(double hours, bool late) =>
        Assert.Equal(late, ContactRules.IsLate(Now.AddHours(-hours), Now));

    [Fact]
    public void Every_code_has_a_plain_word()
    {
        Assert.All(Enum.GetValues<ContactHow>(), how => Assert.NotEmpty(SupportWords.Of(how)));
        Assert.All(Enum.GetValues<ContactPlace>(), place => Assert.NotEmpty(SupportWords.Of(place)));
        Assert.All(SupportWords.Kinds, kind => Assert.NotEmpty(SupportWords.OfOne(kind)));
        Assert.Equal(15, SupportWords.Kinds.Count);
    }

    [Fact]
    public void Every_model_has_six_quick_moments_with_their_own_keys() =>
        Assert.All(
            Enum.GetValues<ProgramModel>(),
            model =>
            {
                var buttons = Modules.Support.Rules.QuickButtons.For(model);
                Assert.Equal(6, buttons.Count);
                Assert.Equal(6, buttons.Select(b => b.Key).Distinct().Count());
                Assert.Equal(6, buttons.Select(b => (b.How, b.Place, b.Kinds)).Distinct().Count());
            }
        );
}
