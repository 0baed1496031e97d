using Hearth.Foundation;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.People.Changes;
using Hearth.Modules.Support;
using Hearth.Tests.People;

namespace Hearth.Tests.Support;

/// <summary>A billable record never comes to stand against a person's no, however close the two are in time.</summary>
public sealed class BillableAnswerTests : PeopleTests
{
    [Fact]
    public async Task A_billable_moment_recorded_while_the_person_stops_billable_records_is_refused()
    {
        var person = await SayYesAsync("Wren");
        await using var lowering = await House.Database.Owner.OpenConnectionAsync();
        await using var change = await lowering.BeginTransactionAsync();
        await using var lower = lowering.CreateCommand();
        lower.CommandText = "update people set level = 2, version = version + 1";
        await lower.ExecuteNonQueryAsync();

        var recording = Task.Run(() => RecordAsync(Moment(person)));
        await Task.Delay(300);
        Assert.False(recording.IsCompleted);
        await change.CommitAsync();

        Assert.Equal("level", Assert.Single((await recording).Problems).Field);
        Assert.Equal([0L], await House.RowsAsync<long>("select count(*) from support_contacts"));
    }

    [Fact]
    public async Task A_moment_made_billable_while_the_person_stops_billable_records_is_refused_and_stays_as_it_was()
    {
        var person = await SayYesAsync("Wren");
        var moment = Moment(person) with { Level = RecordLevel.Personal };
        Assert.True((await RecordAsync(moment)).Succeeded);
        await using var lowering = await House.Database.Owner.OpenConnectionAsync();
        await using var change = await lowering.BeginTransactionAsync();
        await using var lower = lowering.CreateCommand();
        lower.CommandText = "update people set level = 2, version = version + 1";
        await lower.ExecuteNonQueryAsync();

        var correcting = Task.Run(() => CorrectAsync(moment with { Level = RecordLevel.Billable }));
        await Task.Delay(300);
        Assert.False(correcting.IsCompleted);
        await change.CommitAsync();

        Assert.Equal("level", Assert.Single((await correcting).Problems).Field);
        Assert.Equal([(short)2], await House.RowsAsync<short>("select level from support_contacts"));
    }

    [Fact]
    public async Task Recording_correcting_and_stopping_at_once_never_leave_a_billable_record_against_a_no()
    {
        var person = await SayYesAsync("Wren");
        var recorded = 0;
        for (var round = 0; round < 25; round++)
        {
            var personal = Moment(person) with { Level = RecordLevel.Personal };
            Assert.True((await RecordAsync(personal)).Succeeded);
            var first = Task.Run(() => RecordAsync(Moment(person)));
            // On a busy machine the answer may win every time: now and then it gives the first recording a head start.
            var headStart = round % 5 == 0 ? first : Task.CompletedTask;
            var outcomes = await Task.WhenAll(
                first,
                Task.Run(() => CorrectAsync(personal with { Level = RecordLevel.Billable })),
                Task.Run(() => RecordAsync(Moment(person))),
                Task.Run(async () =>
                {
                    await headStart;
                    return await LowerAsync(person);
                })
            );
            recorded += outcomes.Count(o => o.Succeeded) - 1;
            Assert.Empty(
                await House.RowsAsync<Guid>(
                    "select c.contact_id from contact_people c join people p on p.id = c.person_id where c.level > p.level"
                )
            );
            await AnswerAsync(person);
        }
        Assert.True(recorded > 0, "Nothing was ever recorded beside a change.");
    }

    private async Task<Guid> SayYesAsync(string name)
    {
        var person = (await House.AddAsync(name)).Id;
        await AnswerAsync(person);
        return person;
    }

    private async Task AnswerAsync(Guid person) =>
        Assert.Empty(
            await House.AsAsync<LevelChanges, IReadOnlyList<Problem>>(l =>
                l.AnswerAsync(person, RecordLevel.Billable, PeopleHouse.Yes)
            )
        );

    // Somebody who corrects a moment at the same time makes it ask to be done once more.
    private async Task<ContactOutcome> LowerAsync(Guid person)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var problems = await House.AsAsync<LevelChanges, IReadOnlyList<Problem>>(l =>
                l.LowerAsync(person, PeopleHouse.Yes)
            );
            if (problems.Count == 0)
            {
                return new(null, []);
            }
        }
        throw new InvalidOperationException("The level was not lowered in twenty tries.");
    }

    private NewContact Moment(Guid person) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ProgramId = House.Program,
            Start = new DateTime(2026, 11, 22, 10, 0, 0),
            Level = RecordLevel.Billable,
            PersonIds = [person],
        };

    private Task<ContactOutcome> RecordAsync(NewContact moment) =>
        House.AsAsync<ContactLog, ContactOutcome>(l => l.RecordAsync(moment));

    private Task<ContactOutcome> CorrectAsync(NewContact moment) =>
        House.AsAsync<ContactLog, ContactOutcome>(l => l.CorrectAsync(moment.Id, 1, moment, null));
}
