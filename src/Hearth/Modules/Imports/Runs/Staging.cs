using System.Buffers.Binary;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Npgsql;

namespace Hearth.Modules.Imports.Runs;

/// <summary>Puts checked contacts into the session's temporary tables as they are read.</summary>
internal sealed class Staging(
    NpgsqlConnection connection,
    OrganizationContext organization,
    IReadOnlyDictionary<string, SupportProgram> programs,
    StagedNames names,
    TimeProvider clock
) : IDisposable
{
    private const int MostSupporters = 2_000;
    private const int PeopleInOneGo = 2_000;

    private readonly ZoneDays days = new(organization);
    private readonly Dictionary<string, int> supporters = new(StringComparer.Ordinal);
    private readonly List<(string, Guid)> supporterNames = [];
    private StagedContacts contacts = new(connection, 0);

    public int Count => contacts.Count;

    /// <summary>Set when the sheet cannot be what its map says.</summary>
    public string? Refusal { get; private set; }

    public void Add(int sheetRow, ImportedContact contact)
    {
        var program = programs[contact.Program!];
        var code = contact.PersonCode is { } called ? names.IndexOf(called) : null;
        if (names.Waiting >= PeopleInOneGo)
        {
            HandOnPeople();
        }
        var start = contact.DateOnly ? contact.LocalStart.AddHours(12) : contact.LocalStart;
        contacts.Write(
            new StagedContact(
                sheetRow,
                Ids.New(clock),
                KeyOf(contact.Key),
                program.Id,
                contact.Place == ContactPlace.OurPlace ? program.SiteId : null,
                days.Instant(start),
                contact.Date,
                !contact.DateOnly,
                contact.Minutes,
                contact.How,
                contact.Place,
                contact.Kinds,
                contact.Headcount,
                contact.FirstTime,
                contact.Supporter is { } supporter ? NumberOf(supporter) : null,
                code
            )
        );
    }

    public void Complete()
    {
        contacts.Complete();
        contacts.Dispose();
        PeopleLanding.Stage(connection, names.Take());
        SupporterLanding.Stage(connection, supporterNames);
    }

    private static Guid KeyOf(ContentKey key)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key.Value);
        return new Guid(bytes, bigEndian: true);
    }

    private int? NumberOf(string supporter)
    {
        if (supporters.TryGetValue(supporter, out var number))
        {
            return number > 0 ? number : null;
        }
        if (supporters.Count >= MostSupporters)
        {
            Refusal =
                $"The column of those who gave support holds more than {MostSupporters:N0} different names, so it must hold "
                + "something else. Nothing was imported. Say in the map what that column is, then import again.";
            return null;
        }
        var name = SheetText.Clean(supporter, Supporter.NameLength);
        if (name.Length > 0)
        {
            supporterNames.Add((name, Ids.New(clock)));
        }
        supporters[supporter] = name.Length > 0 ? supporterNames.Count : 0;
        return name.Length > 0 ? supporterNames.Count : null;
    }

    // One COPY at a time on a connection: the contacts pause while the people go over.
    private void HandOnPeople()
    {
        contacts.Complete();
        contacts.Dispose();
        PeopleLanding.Stage(connection, names.Take());
        contacts = new StagedContacts(connection, contacts.Count);
    }

    public void Dispose() => contacts.Dispose();
}
