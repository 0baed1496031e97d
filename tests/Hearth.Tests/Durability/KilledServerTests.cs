using System.Collections.Concurrent;
using System.Net;
using Hearth.Foundation;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;

namespace Hearth.Tests.Durability;

/// <summary>What a person was told is recorded is recorded, even when everything dies in the next instant.</summary>
public sealed class KilledServerTests
{
    private const int Taps = 1_000;
    private const int Connections = 32;
    private const int AnsweredBefore = 300;

    private const string Contacts = "select id from support_contacts where id = any($1) order by id";
    private const string Entries = """
        select subject_id from audit_entries where action = 'added' and subject = 'support_contacts' and subject_id = any($1)
        order by subject_id
        """;
    private const string Sealed = """
        select e.subject_id from audit_seals s join audit_entries e on e.organization_id = s.organization_id and e.id = s.entry_id
        where e.action = 'added' and e.subject = 'support_contacts' and e.subject_id = any($1) order by e.subject_id
        """;

    [Fact]
    public async Task A_tap_that_was_answered_is_there_once_with_its_audit_entry_after_server_and_database_are_killed()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var demo = await DemoServer.StartAsync(contacts: 300, limit.Token);
        using var supporter = new Visitor(demo.Address, null);
        var today = await supporter.ReadAsync("/demo/as/supporter");
        var sent = Enumerable.Range(0, Taps).Select(_ => Ids.New(TimeProvider.System)).ToArray();

        var answered = await TapUntilKilledAsync(demo, supporter, new QuickForm(today), sent, limit.Token);
        await demo.FallAsync(limit.Token);
        Assert.True(demo.IsDatabaseCutOff);

        await using var again = await RunningDatabase.StartAsync(demo.Installation, limit.Token);
        var recorded = await ReadAsync(again.Database, Contacts, sent);
        Assert.Empty(answered.Except(recorded));
        Assert.Equal(recorded, await ReadAsync(again.Database, Entries, sent));

        var keyring = demo.Installation.OpenKeyring();
        var sealer = new AuditSealer(again.Database, keyring);
        while (await sealer.SealAsync(limit.Token) > 0) { }
        var report = await new AuditVerification(again.Database, keyring).RunAsync(cancel: limit.Token);
        Assert.Empty(report.Faults);
        Assert.Equal(0, report.Waiting);
        Assert.Equal(recorded, await ReadAsync(again.Database, Sealed, sent));
    }

    /// <summary>Taps from many hands at once, and strikes while they tap.</summary>
    /// <returns>The ids whose answer said that they are recorded.</returns>
    private static async Task<IReadOnlyCollection<Guid>> TapUntilKilledAsync(
        DemoServer demo,
        Visitor supporter,
        QuickForm form,
        Guid[] ids,
        CancellationToken cancel
    )
    {
        var answered = new ConcurrentBag<Guid>();
        var refused = new ConcurrentBag<string>();
        var count = 0;
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancel },
            async (id, stop) =>
            {
                try
                {
                    using var answer = await supporter.PostAsync(form.Action, form.Fill(id), stop);
                    if (!IsRecorded(answer, id))
                    {
                        refused.Add($"{(int)answer.StatusCode} {answer.Headers.Location}");
                        return;
                    }
                    answered.Add(id);
                    if (Interlocked.Increment(ref count) == AnsweredBefore)
                    {
                        demo.Kill();
                    }
                }
                catch (HttpRequestException)
                {
                    // Nobody is there to answer any more.
                }
            }
        );
        Assert.True(
            count >= AnsweredBefore,
            $"Only {count} were answered. Others: {string.Join(", ", refused.Take(3))}"
        );
        return answered;
    }

    private static bool IsRecorded(HttpResponseMessage answer, Guid id) =>
        answer.StatusCode == HttpStatusCode.SeeOther
        && answer.Headers.Location!.ToString().Contains($"recorded={id}", StringComparison.Ordinal);

    private static async Task<List<Guid>> ReadAsync(HearthDatabase database, string sql, Guid[] ids)
    {
        await using var command = database.Owner.CreateCommand(sql);
        command.Parameters.Add(new() { Value = ids });
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<Guid>();
        while (await row.ReadAsync())
        {
            found.Add(row.GetGuid(0));
        }
        return found;
    }

    /// <summary>The form of the first page, read once and sent by many at a time.</summary>
    private sealed class QuickForm(Page page)
    {
        private readonly string token = ValueOf(page, "input[name=__RequestVerificationToken]");
        private readonly string program = ValueOf(page, "input[name=program]");
        private readonly string kind = ValueOf(page, "button[name=kind]");

        public string Action { get; } = page.One("form.quick-record").GetAttribute("action")!;

        public FormUrlEncodedContent Fill(Guid id) =>
            new(
                new Dictionary<string, string>
                {
                    ["__RequestVerificationToken"] = token,
                    ["id"] = id.ToString(),
                    ["program"] = program,
                    ["kind"] = kind,
                    ["people"] = "1",
                }
            );

        private static string ValueOf(Page page, string field) =>
            page.One("form.quick-record " + field).GetAttribute("value")!;
    }
}
