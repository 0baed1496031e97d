using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Accounts;

namespace Hearth.Demo;

/// <summary>One made-up organization with one member for each role.</summary>
internal static class TinyNetwork
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly (string Key, string Name, Role Role)[] Members =
    [
        ("director", "Imani Okafor", Role.Director),
        ("coordinator", "Sol Marín", Role.Coordinator),
        ("supporter", "Dana Whitehorse", Role.PeerSupporter),
        ("biller", "Wren Abbott", Role.Biller),
        ("board", "Theo Lindqvist", Role.BoardViewer),
        ("partner", "Grace Nakamura", Role.Partner),
        ("funder", "Luis Ferreira", Role.FunderViewer),
    ];

    public static async Task FillAsync(HearthDatabase database, CancellationToken cancel)
    {
        var organization = Ids.New(Start);
        await RunAsync(
            database,
            """
            insert into organizations (id, slug, name, kind, state, time_zone, person_word, is_synthetic, created_at)
            values ($1, 'juniper-house', 'Juniper House', 1, 'ME', 'America/New_York', 'guest', true, $2)
            """,
            cancel,
            organization,
            Start
        );
        await RunAsync(
            database,
            """
            insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level)
            values ($1, $2, 'drop-in', 'The drop-in', 2, 1, 1)
            """,
            cancel,
            Ids.New(Start),
            organization
        );
        foreach (var (member, order) in Members.Select((m, i) => (m, i)))
        {
            await AddAsync(database, organization, member, Start.AddMinutes(order), cancel);
        }
    }

    private static async Task AddAsync(
        HearthDatabase database,
        Guid organization,
        (string Key, string Name, Role Role) member,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        var account = Ids.New(at);
        await RunAsync(
            database,
            """
            insert into accounts (id, display_name, user_name, normalized_user_name, security_stamp, created_at)
            values ($1, $2, $3, upper($3), $4, $5)
            """,
            cancel,
            account,
            member.Name,
            Persona.Prefix + member.Key,
            Ids.New(at).ToString("N"),
            at
        );
        await RunAsync(
            database,
            "insert into memberships (id, organization_id, account_id, roles, since) values ($1, $2, $3, $4, $5)",
            cancel,
            Ids.New(at),
            organization,
            account,
            (int)member.Role,
            at
        );
    }

    private static async Task RunAsync(
        HearthDatabase database,
        string sql,
        CancellationToken cancel,
        params object[] values
    )
    {
        await using var command = database.Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancel);
    }
}
