using System.Globalization;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Hearth.Demo;

/// <summary>One organization of the tables, with its days counted back from today and its identifiers given.</summary>
internal sealed class SettledOrganization
{
    private readonly DemoOrganization told;
    private readonly DateOnly today;
    private readonly DateOnly from;

    public SettledOrganization(DemoOrganization told, Keyring keyring, DateOnly today)
    {
        this.told = told;
        this.today = today;
        from = today.AddYears(-DemoScale.Years);
        Sites = [.. told.Sites.Select(s => Settle(s, keyring))];
        Programs = [.. told.Programs.Select(Settle)];
        Supporters = [.. told.Supporters.Select(Settle)];
    }

    public IReadOnlyList<Site> Sites { get; }
    public IReadOnlyList<SupportProgram> Programs { get; }
    public IReadOnlyList<Supporter> Supporters { get; }

    public HistoryPlan Plan(long contacts, DateTimeOffset until) =>
        new()
        {
            OrganizationId = told.Id,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(told.TimeZone),
            Programs = [.. Programs.Zip(told.Programs, (p, t) => new PlannedProgram(p, t.Weight))],
            Supporters = Supporters,
            Counties = [.. told.Sites.Select(s => s.County).OfType<string>().Distinct()],
            ClosedFrom = told.ClosureDaysAgo is { } ago ? today.AddDays(-ago) : null,
            From = from,
            To = today,
            Until = until,
            Contacts = contacts,
            Seed = DemoIds.Seed(told.Slug),
        };

    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            Insert(
                "organizations (id, slug, name, kind, state, time_zone, person_word, is_synthetic, created_at)",
                told.Id,
                told.Slug,
                told.Name,
                (short)told.Kind,
                told.State,
                told.TimeZone,
                told.PersonWord,
                true,
                Begin
            )
        );
        foreach (var s in Sites)
        {
            batch.BatchCommands.Add(
                Insert(
                    "sites (id, organization_id, name, state, county, address_confidential, address_sealed)",
                    s.Id,
                    s.OrganizationId,
                    s.Name,
                    s.State,
                    s.County,
                    s.AddressConfidential,
                    s.AddressSealed
                )
            );
        }
        foreach (var p in Programs)
        {
            batch.BatchCommands.Add(
                Insert(
                    "programs (id, organization_id, site_id, slug, name, model, legal_regime, person_word, starting_level, started_on, ended_on)",
                    p.Id,
                    p.OrganizationId,
                    p.SiteId,
                    p.Slug,
                    p.Name,
                    (short)p.Model,
                    (short)p.LegalRegime,
                    p.PersonWord,
                    (short)p.StartingLevel,
                    p.StartedOn,
                    p.EndedOn
                )
            );
        }
        foreach (var s in Supporters)
        {
            batch.BatchCommands.Add(
                Insert(
                    "supporters (id, organization_id, name, initials, is_volunteer, account_id, started_on, ended_on)",
                    s.Id,
                    s.OrganizationId,
                    s.Name,
                    s.Initials,
                    s.IsVolunteer,
                    s.AccountId,
                    s.StartedOn,
                    s.EndedOn
                )
            );
        }
        foreach (var (member, order) in told.Members.Select((m, i) => (m, i)))
        {
            AddMember(batch, member, order);
        }
        await batch.ExecuteNonQueryAsync(cancel);
    }

    // Nobody knows a password of these accounts, because there is none: the demo signs in by name, on this machine only.
    private void AddMember(NpgsqlBatch batch, DemoMember member, int order)
    {
        var since = Begin.AddMinutes(100 * DemoOrganizations.All.ToList().IndexOf(told) + order);
        var account = Insert(
            "accounts (id, display_name, user_name, normalized_user_name, security_stamp, created_at)",
            member.AccountId,
            member.Name,
            member.UserName,
            member.UserName.ToUpperInvariant(),
            DemoIds.Of("stamp/" + member.Key).ToString("N"),
            since
        );
        account.CommandText += " on conflict (id) do nothing";
        batch.BatchCommands.Add(account);
        batch.BatchCommands.Add(
            Insert(
                "memberships (id, organization_id, account_id, roles, supporter_id, since)",
                DemoIds.Of($"membership/{told.Slug}/{member.Key}"),
                told.Id,
                member.AccountId,
                (int)member.Roles,
                Supporters.FirstOrDefault(s => s.AccountId == member.AccountId)?.Id,
                since
            )
        );
    }

    private DateTimeOffset Begin => new(from, TimeOnly.MinValue, TimeSpan.Zero);

    private Site Settle(DemoSite site, Keyring keyring)
    {
        var settled = new Site
        {
            Id = SiteId(site.Name),
            OrganizationId = told.Id,
            Name = site.Name,
            State = told.State,
            County = site.County,
            AddressConfidential = site.Confidential,
        };
        settled.SetAddress(site.Address, keyring);
        return settled;
    }

    private SupportProgram Settle(DemoProgram program) =>
        new()
        {
            Id = DemoIds.Of($"program/{told.Slug}/{program.Slug}"),
            OrganizationId = told.Id,
            SiteId = program.Site is null ? null : SiteId(program.Site),
            Slug = program.Slug,
            Name = program.Name,
            Model = program.Model,
            LegalRegime = program.Regime,
            PersonWord = program.PersonWord,
            StartingLevel = program.Starts,
            StartedOn = program.OpenedDaysAgo is { } opened ? today.AddDays(-opened) : from.AddYears(-2),
            EndedOn = program.ClosedDaysAgo is { } closed ? today.AddDays(-closed) : null,
        };

    private Supporter Settle(DemoSupporter supporter) =>
        new()
        {
            Id = DemoIds.Of($"supporter/{told.Slug}/{supporter.Name}"),
            OrganizationId = told.Id,
            Name = supporter.Name,
            Initials = Initials(supporter.Name),
            IsVolunteer = supporter.Volunteer,
            AccountId = told.Members.FirstOrDefault(m => m.Name == supporter.Name)?.AccountId,
            StartedOn = today.AddDays(-supporter.From),
            EndedOn = supporter.Until is { } until ? today.AddDays(-until) : null,
        };

    private Guid SiteId(string name) => DemoIds.Of($"site/{told.Slug}/{name}");

    // By text element, not by char: a first letter can be several of those.
    private static string Initials(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Take(3).Select(w => StringInfo.GetNextTextElement(w)));
    }

    private static NpgsqlBatchCommand Insert(string into, params object?[] values)
    {
        var places = string.Join(", ", Enumerable.Range(1, values.Length).Select(i => "$" + i));
        var command = new NpgsqlBatchCommand($"insert into {into} values ({places})");
        foreach (var value in values)
        {
            command.Parameters.Add(
                value is null
                    ? new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = DBNull.Value }
                    : new NpgsqlParameter { Value = value }
            );
        }
        return command;
    }
}
