using Hearth.Foundation;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Support;
using Hearth.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hearth.Tests.Support;

public sealed class ContactLogTests : IAsyncLifetime
{
    private PeopleHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await PeopleHouse.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
    }

    private NewContact Visit =>
        new()
        {
            Id = Ids.New(TimeProvider.System),
            ProgramId = house.Program,
            Start = new DateTime(2026, 11, 23, 9, 12, 0),
            Headcount = 12,
        };

    private Task<ContactOutcome> RecordAsync(NewContact contact) =>
        house.AsAsync<ContactLog, ContactOutcome>(l => l.RecordAsync(contact));

    private Task<ContactOutcome> CorrectAsync(Guid id, int version, NewContact contact) =>
        house.AsAsync<ContactLog, ContactOutcome>(l => l.CorrectAsync(id, version, contact, "miscounted"));

    private Task<SupportContact?> FindAsync(Guid id) =>
        house.AsAsync<ContactLog, SupportContact?>(l => l.FindAsync(id));

    [Fact]
    public async Task Twelve_people_who_dropped_in_are_one_entry()
    {
        var visit = Visit;
        Assert.True((await RecordAsync(visit)).Succeeded);

        var kept = await FindAsync(visit.Id);
        Assert.Equal(12, kept!.Headcount);
        Assert.Equal(RecordLevel.Counted, kept.Level);
        Assert.False(kept.IsLate);
    }

    [Fact]
    public async Task A_group_that_holds_one_bad_contact_loses_only_that_one()
    {
        var visits = Enumerable.Range(0, 40).Select(_ => Visit).ToList();
        var twice = visits[7] with { Headcount = 1 };
        var outcomes = await Task.WhenAll(visits.Append(twice).Select(v => Task.Run(() => RecordAsync(v))));

        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        Assert.Equal([40L], await house.RowsAsync<long>("select count(*) from support_contacts"));
        Assert.Equal(
            [40L],
            await house.RowsAsync<long>("select count(*) from audit_entries where subject = 'support_contacts'")
        );
    }

    [Theory]
    [InlineData("update support_contacts set program_id = gen_random_uuid()")]
    [InlineData("update support_contacts set site_id = gen_random_uuid()")]
    [InlineData("delete from programs")]
    public async Task A_contact_keeps_a_program_and_a_site_of_its_organization(string sql)
    {
        Assert.True((await RecordAsync(Visit)).Succeeded);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => house.RowsAsync<long>(sql));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
        Assert.Equal("support_contacts_place", refused.ConstraintName);
    }

    [Fact]
    public async Task A_form_sent_twice_records_once()
    {
        var visit = Visit;
        await RecordAsync(visit);
        Assert.True((await RecordAsync(visit)).Succeeded);

        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        Assert.Equal(1, await db.Set<SupportContact>().CountAsync());
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.SubjectId == visit.Id));
    }

    [Fact]
    public async Task Many_at_once_are_all_kept_each_with_its_audit_entry()
    {
        var visits = Enumerable.Range(0, 300).Select(_ => Visit).ToList();
        var outcomes = await Task.WhenAll(visits.Select(v => Task.Run(() => RecordAsync(v))));

        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        Assert.Equal(300, await db.Set<SupportContact>().CountAsync());
        Assert.Equal(300, await db.Set<AuditEntry>().CountAsync(e => e.Subject == "support_contacts"));
    }

    [Fact]
    public async Task One_that_the_database_refuses_does_not_take_the_others_with_it()
    {
        var fine = Enumerable.Range(0, 20).Select(_ => Visit).ToList();
        var nowhere = Visit with { SiteId = Guid.CreateVersion7() };
        var refused = RecordAsync(nowhere);
        var outcomes = await Task.WhenAll(fine.Select(RecordAsync));

        Assert.Equal("program", Assert.Single((await refused).Problems).Field);
        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        Assert.Null(await FindAsync(nowhere.Id));
    }

    [Fact]
    public async Task A_correction_keeps_what_it_said_before()
    {
        var visit = Visit;
        await RecordAsync(visit);
        Assert.True((await CorrectAsync(visit.Id, 1, visit with { Headcount = 11 })).Succeeded);

        Assert.Equal(11, (await FindAsync(visit.Id))!.Headcount);
        await using var scope = house.Enter();
        var before = await scope.ServiceProvider.GetRequiredService<Db>().Set<SupportContactVersion>().SingleAsync();
        Assert.Contains("\"Headcount\":12", before.Body, StringComparison.Ordinal);
        Assert.Equal("miscounted", before.Why);
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_the_second_is_shown_what_the_first_did()
    {
        var visit = Visit;
        await RecordAsync(visit);
        await CorrectAsync(visit.Id, 1, visit with { Headcount = 11 });
        var second = await CorrectAsync(visit.Id, 1, visit with { Headcount = 10 });

        Assert.False(second.Succeeded);
        Assert.Equal(11, second.Conflict!.Headcount);
        Assert.Equal(11, (await FindAsync(visit.Id))!.Headcount);
    }

    [Fact]
    public async Task Of_many_who_save_at_the_same_moment_one_is_kept_and_every_other_is_asked()
    {
        var visit = Visit;
        await RecordAsync(visit);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(i => Task.Run(() => CorrectAsync(visit.Id, 1, visit with { Headcount = i })))
        );

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(7, outcomes.Count(o => o.Conflict is { Version: 2 }));
        Assert.Equal(2, (await FindAsync(visit.Id))!.Version);
    }

    [Fact]
    public async Task Undone_is_kept_and_can_be_put_back()
    {
        var visit = Visit;
        await RecordAsync(visit);
        await house.AsAsync<ContactLog, ContactOutcome>(l => l.UndoAsync(visit.Id, true));
        Assert.NotNull((await FindAsync(visit.Id))!.UndoneAt);
        await house.AsAsync<ContactLog, ContactOutcome>(l => l.UndoAsync(visit.Id, false));
        Assert.Null((await FindAsync(visit.Id))!.UndoneAt);
    }

    [Fact]
    public async Task Made_counted_again_it_forgets_who_was_there_and_their_words()
    {
        var person = await house.AddAsync("Wren");
        var contact = await house.RecordAsync(RecordLevel.Personal, "A quiet morning.", person.Id);
        var counted = Visit with { Id = contact.Id, Headcount = 1, Level = RecordLevel.Counted };

        Assert.True((await CorrectAsync(contact.Id, 1, counted)).Succeeded);
        var kept = await FindAsync(contact.Id);
        Assert.Null(kept!.NoteSealed);
        await using var scope = house.Enter();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<Db>().Set<ContactPerson>().CountAsync());
    }

    [Fact]
    public async Task Billable_without_the_persons_yes_is_refused_and_nothing_is_dropped()
    {
        var person = await house.AddAsync("Wren");
        var outcome = await RecordAsync(
            Visit with
            {
                Headcount = 1,
                Level = RecordLevel.Billable,
                PersonIds = [person.Id],
            }
        );

        Assert.Contains(outcome.Problems, p => p.Field == "level");
    }

    [Fact]
    public async Task Somebody_of_no_list_here_cannot_be_the_one_who_gave_support()
    {
        var stranger = await house.AddSupporterAsync("Rook", house.Juniper);
        var ours = await house.AddSupporterAsync("Hazel", house.Lantern);
        var refused = await RecordAsync(Visit with { SupporterIds = [ours, stranger] });
        Assert.Equal("supporters", Assert.Single(refused.Problems).Field);

        var visit = Visit with { SupporterIds = [ours] };
        Assert.True((await RecordAsync(visit)).Succeeded);
        var corrected = await CorrectAsync(visit.Id, 1, visit with { SupporterIds = [ours, stranger] });
        Assert.Equal("supporters", Assert.Single(corrected.Problems).Field);
        Assert.True((await CorrectAsync(visit.Id, 1, visit with { Headcount = 11 })).Succeeded);
    }

    [Fact]
    public async Task An_entry_of_last_week_is_marked_late()
    {
        var visit = Visit with { Start = new DateTime(2026, 11, 15, 10, 0, 0) };
        await RecordAsync(visit);

        Assert.True((await FindAsync(visit.Id))!.IsLate);
    }

    [Fact]
    public async Task The_schema_itself_refuses_a_name_on_a_counted_contact()
    {
        var person = await house.AddAsync("Wren");
        var visit = Visit;
        await RecordAsync(visit);
        foreach (var level in new[] { 1, 2 })
        {
            await using var command = house.Database.Owner.CreateCommand(
                $"insert into contact_people values ('{house.Lantern.Id}', '{visit.Id}', '{person.Id}', {level})"
            );
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync());
        }
    }
}
