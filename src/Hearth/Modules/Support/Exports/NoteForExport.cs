using System.Text.Json;
using System.Text.Json.Nodes;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Exports;
using Hearth.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Support.Exports;

/// <summary>Opens notes with the key of the one person they are about, read beside the rows that stream by.</summary>
internal sealed class NoteReader(IServiceScopeFactory scopes, Access access, PersonSeal seal) : IAsyncDisposable
{
    private readonly AsyncServiceScope scope = scopes.CreateAsyncScope();
    private Db? beside;

    public async ValueTask<string?> OpenAsync(Guid contactId, byte[]? note, CancellationToken cancel)
    {
        if (note is null)
        {
            return null;
        }
        if (beside is null)
        {
            scope.ServiceProvider.GetRequiredService<Access>().EnterAsCommandLine(access.RequireOrganization());
            beside = scope.ServiceProvider.GetRequiredService<Db>();
        }
        var people = await (
            from link in beside.Set<ContactPerson>()
            join person in beside.Set<Person>() on link.PersonId equals person.Id
            where link.ContactId == contactId
            select person
        )
            .AsNoTracking()
            .Take(2)
            .ToListAsync(cancel);
        return people is [var one] ? seal.Open(one, note, ContactLog.NotePlace(contactId)) : "(sealed)";
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

internal sealed class NoteForExport(NoteReader notes) : IOpenForExport
{
    public Type Entity => typeof(SupportContact);
    public string Property => nameof(SupportContact.NoteSealed);

    public ValueTask<string?> OpenAsync(object entity, ExportWish wish, CancellationToken cancel)
    {
        var contact = (SupportContact)entity;
        return notes.OpenAsync(contact.Id, contact.NoteSealed, cancel);
    }
}

/// <summary>An earlier version with its note in readable form.</summary>
internal sealed class VersionForExport(NoteReader notes) : IOpenForExport
{
    public Type Entity => typeof(SupportContactVersion);
    public string Property => nameof(SupportContactVersion.Body);

    public async ValueTask<string?> OpenAsync(object entity, ExportWish wish, CancellationToken cancel)
    {
        var version = (SupportContactVersion)entity;
        if (
            JsonNode.Parse(version.Body) is not JsonObject body
            || body[nameof(ContactFacts.NoteSealed)] is not { } note
        )
        {
            return version.Body;
        }
        body.Remove(nameof(ContactFacts.NoteSealed));
        body["Note"] = await OpenAsync(version.ContactId, note.GetValue<string>(), cancel);
        return body.ToJsonString(AuditTrail.Json);
    }

    private async ValueTask<string?> OpenAsync(Guid contactId, string note, CancellationToken cancel)
    {
        try
        {
            return await notes.OpenAsync(contactId, Convert.FromBase64String(note), cancel);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // The moment was about somebody else at that time.
            return "(sealed)";
        }
    }
}
