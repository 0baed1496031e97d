using System.Security.Cryptography;
using System.Text.Json;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.People;

/// <summary>Seals and opens what says who a person is, and makes the blind indexes by which they are found.</summary>
public sealed class PersonSeal(Keyring keyring)
{
    private const int KeyLength = 32;

    /// <summary>A new person with a key of their own.</summary>
    public Person Create(Guid id, Guid organizationId, DateTimeOffset at, Guid? by)
    {
        var wrapped = WrapNewKey(organizationId, id);
        return new Person
        {
            Id = id,
            OrganizationId = organizationId,
            OwnKey = wrapped,
            CreatedAt = at,
            CreatedBy = by,
        };
    }

    public byte[] WrapNewKey(Guid organizationId, Guid personId) =>
        Sealed.Seal(
            keyring.WrappingKey(organizationId),
            RandomNumberGenerator.GetBytes(KeyLength),
            Context("key", personId)
        );

    public void SetCode(Person person, string? code)
    {
        person.CodeSealed = Seal(person, code, "code");
        person.CodeIndex = string.IsNullOrWhiteSpace(code) ? null : CodeIndex(person.OrganizationId, code);
    }

    public void SetName(Person person, string? name)
    {
        person.NameSealed = Seal(person, name, "name");
        person.NameIndex = string.IsNullOrWhiteSpace(name) ? null : NameIndex(person.OrganizationId, name);
    }

    public void SetReach(Person person, Reach? reach) =>
        person.ReachSealed = Seal(
            person,
            reach is null || reach.IsEmpty ? null : JsonSerializer.Serialize(reach),
            "reach"
        );

    public string? Code(Person person) => Open(person, person.CodeSealed, "code");

    public string? Name(Person person) => Open(person, person.NameSealed, "name");

    public Reach? Reach(Person person) =>
        Open(person, person.ReachSealed, "reach") is { } json ? JsonSerializer.Deserialize<Reach>(json) : null;

    /// <summary>What they are called: their name where they gave one, else their code.</summary>
    public string Called(Person person) => Name(person) ?? Code(person) ?? "";

    /// <summary>Seals any other text that is theirs, such as a note, for the place it is kept in.</summary>
    public byte[]? Seal(Person person, string? text, string place) =>
        string.IsNullOrWhiteSpace(text) ? null : Sealed.SealText(Key(person), text.Trim(), Context(place, person.Id));

    public string? Open(Person person, byte[]? box, string place) =>
        box is null ? null : Sealed.OpenText(Key(person), box, Context(place, person.Id));

    public byte[] CodeIndex(Guid organizationId, string code) =>
        BlindIndex.Of(keyring.IndexKey(organizationId), "code", code);

    public byte[] NameIndex(Guid organizationId, string name) =>
        BlindIndex.Of(keyring.IndexKey(organizationId), "name", name);

    /// <summary>A new key for what the law keeps of a person, so that nothing else of theirs opens any more.</summary>
    public KeyChange NewKey(Person person)
    {
        var wrapped = WrapNewKey(person.OrganizationId, person.Id);
        return new KeyChange(person.Id, wrapped, Key(person), Unwrap(person.OrganizationId, person.Id, wrapped));
    }

    private byte[] Key(Person person) => Unwrap(person.OrganizationId, person.Id, person.OwnKey);

    private byte[] Unwrap(Guid organizationId, Guid personId, byte[] wrapped) =>
        Sealed.Open(keyring.WrappingKey(organizationId), wrapped, Context("key", personId));

    internal static string Context(string place, Guid personId) => $"person/{place}/{personId}";
}

/// <summary>The step from a person's key to a new one. Whatever stays is sealed anew; the rest opens no more.</summary>
public sealed class KeyChange
{
    private readonly Guid personId;
    private readonly byte[] before;
    private readonly byte[] after;

    internal KeyChange(Guid personId, byte[] wrapped, byte[] before, byte[] after) =>
        (this.personId, Wrapped, this.before, this.after) = (personId, wrapped, before, after);

    /// <summary>The new key as the person's row keeps it.</summary>
    internal byte[] Wrapped { get; }

    /// <summary>The value under the new key; unchanged where it was never this person's to open.</summary>
    public byte[]? Reseal(byte[]? box, string place)
    {
        if (box is null)
        {
            return null;
        }
        var context = PersonSeal.Context(place, personId);
        try
        {
            return Sealed.Seal(after, Sealed.Open(before, box, context), context);
        }
        catch (CryptographicException)
        {
            return box;
        }
    }
}
