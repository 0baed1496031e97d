using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Accounts;

namespace Hearth.Demo;

/// <summary>Somebody to look around as. In the demo an account whose user name starts with demo/ is one.</summary>
public sealed record Persona(
    string Key,
    string Name,
    Role Roles,
    string Organization,
    string OrganizationPath,
    Guid AccountId
)
{
    public const string Prefix = "demo/";

    public string Path => "/demo/as/" + Key;
}

/// <summary>Reads the personas that the synthetic network brought.</summary>
public sealed class Personas(HearthDatabase database, WebSettings settings) : ISignInChoices
{
    /// <summary>The key of somebody who leads programs at the first organization.</summary>
    public const string Coordinator = "coordinator";

    public async Task<IReadOnlyList<SignInChoice>> ListAsync() =>
        settings.IsDemo
            ?
            [
                .. (await AllAsync()).Select(p => new SignInChoice(
                    p.Name,
                    $"{RoleWords.List(p.Roles)}, {p.Organization}",
                    p.Path
                )),
            ]
            : [];

    public async Task<IReadOnlyList<Persona>> AllAsync()
    {
        await using var command = database.Owner.CreateCommand(
            """
            select substr(a.user_name, length($1) + 1), a.display_name, m.roles, o.name, o.slug, a.id
            from accounts a
            join lateral (select * from memberships m where m.account_id = a.id and m.ended_at is null order by m.since, m.id limit 1) m on true
            join organizations o on o.id = m.organization_id and o.is_synthetic
            where starts_with(a.user_name, $1)
            order by a.created_at, a.id
            """
        );
        command.Parameters.Add(new() { Value = Persona.Prefix });
        await using var row = await command.ExecuteReaderAsync();
        var personas = new List<Persona>();
        while (await row.ReadAsync())
        {
            personas.Add(
                new Persona(
                    row.GetString(0),
                    row.GetString(1),
                    (Role)row.GetInt32(2),
                    row.GetString(3),
                    "/o/" + row.GetString(4),
                    row.GetGuid(5)
                )
            );
        }
        return personas;
    }
}
