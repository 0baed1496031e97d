using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Accounts.Members;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Accounts.Setup;

/// <summary>What the first administrator says about the organization and its first program.</summary>
internal sealed record FirstOrganizationForm(
    string Name,
    OrganizationKind Kind,
    string State,
    string TimeZone,
    string PersonWord,
    string ProgramName,
    ProgramModel Model
)
{
    public IReadOnlyList<Problem> Check()
    {
        var problems = new List<Problem>();
        Length(Name, Organization.NameLength, "organization", "Write the organization's name");
        if (!Enum.IsDefined(Kind))
        {
            problems.Add(new("kind", "Choose what kind of organization it is."));
        }
        if (!States.IsKnown(State))
        {
            problems.Add(new("state", "Choose the state."));
        }
        if (!TimeZones.IsKnown(TimeZone))
        {
            problems.Add(new("zone", "Choose the time zone."));
        }
        Length(PersonWord, 40, "word", "Write the word you use for a person, such as guest");
        Length(ProgramName, Organization.NameLength, "program", "Write the name of one program, such as The drop-in");
        if (!Enum.IsDefined(Model))
        {
            problems.Add(new("model", "Choose what the program does."));
        }
        return problems;

        void Length(string text, int most, string field, string ask)
        {
            if (text.Length == 0 || text.Length > most)
            {
                problems.Add(new(field, $"{ask}, in at most {most} letters."));
            }
        }
    }
}

/// <summary>Makes the installation's first organization, with the account in scope as its director.</summary>
internal sealed class FirstOrganization(
    Db db,
    HearthDatabase database,
    Access access,
    MemberBook members,
    SetupLink link,
    TimeProvider clock
)
{
    /// <returns>Null where somebody else used the link meanwhile; nothing was made then.</returns>
    public async Task<OrganizationContext?> MakeAsync(FirstOrganizationForm form, string token)
    {
        await using var turn = await link.WaitAsync();
        if (!await link.HoldsAsync(token))
        {
            return null;
        }
        var now = clock.GetUtcNow();
        var organization = new Organization
        {
            Id = Ids.New(now),
            Slug = Slug.Unique(Slug.From(form.Name, "organization"), await TakenAsync()),
            Name = form.Name,
            Kind = form.Kind,
            State = form.State,
            TimeZone = form.TimeZone,
            PersonWord = form.PersonWord,
            CreatedAt = now,
        };
        var context = new OrganizationContext(
            organization.Id,
            organization.Slug,
            organization.Name,
            TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone),
            organization.PersonWord
        );
        access.Enter(context, Role.Director);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(organization);
        await db.SaveChangesAsync();
        db.Add(
            new SupportProgram
            {
                Id = Ids.New(now),
                OrganizationId = organization.Id,
                Slug = Slug.From(form.ProgramName, "program"),
                Name = form.ProgramName,
                Model = form.Model,
                LegalRegime = LegalRegime.InternalPromise,
            }
        );
        await members.AddAsync(access.AccountId!.Value, access.Actor, Role.Director);
        await transaction.CommitAsync();
        link.Use();
        return context;
    }

    // Houses that nobody runs any more keep their addresses.
    private async Task<IReadOnlyCollection<string>> TakenAsync()
    {
        await using var command = database.Owner.CreateCommand("select slug from organizations");
        await using var row = await command.ExecuteReaderAsync();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (await row.ReadAsync())
        {
            taken.Add(row.GetString(0));
        }
        return taken;
    }
}
