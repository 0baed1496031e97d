using System.Text.Encodings.Web;
using System.Text.Json;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hearth.Foundation.Audit;

/// <summary>An entity that concerns one supported person, who can be told about every change of it.</summary>
public interface IAboutPerson
{
    Guid? AboutPersonId { get; }
}

/// <summary>
/// Turns what a save is about to write into audit entries. Personal columns that are not sealed are named but not
/// quoted: the audit outlives a deletion and must not keep what was deleted.
/// </summary>
internal static class AuditOfChanges
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Add(Db db, Access.Access access, DateTimeOffset at, string? why)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db
            .ChangeTracker.Entries()
            .Where(e => e.Entity is not AuditEntry)
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        db.AddRange(entries.Select(e => Describe(e, access, at, why)));
    }

    private static AuditEntry Describe(EntityEntry entry, Access.Access access, DateTimeOffset at, string? why) =>
        new()
        {
            Id = Ids.New(at),
            OrganizationId =
                (entry.Entity as IOwned)?.OrganizationId ?? access.OrganizationId ?? AuditEntry.Installation,
            At = at,
            AccountId = access.AccountId,
            Actor = access.Actor,
            Action = entry.State switch
            {
                EntityState.Added => "added",
                EntityState.Deleted => "removed",
                _ => "changed",
            },
            Subject = entry.Metadata.GetTableName()!,
            SubjectId = entry.Metadata.FindProperty("Id") is null ? null : entry.Property("Id").CurrentValue as Guid?,
            PersonId = (entry.Entity as IAboutPerson)?.AboutPersonId,
            Why = why,
            OldValue = entry.State == EntityState.Added ? null : Values(entry, p => p.OriginalValue),
            NewValue = entry.State == EntityState.Deleted ? null : Values(entry, p => p.CurrentValue),
        };

    private static string Values(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var changed = entry
            .Properties.Where(p => entry.State != EntityState.Modified || p.IsModified)
            .Where(p => Class(p) != RecordClass.Key);
        return JsonSerializer.Serialize(
            changed.ToDictionary(p => p.Metadata.GetColumnName(), p => Quotable(p, value(p))),
            Json
        );
    }

    private static object? Quotable(PropertyEntry property, object? value) =>
        value switch
        {
            null => null,
            byte[] sealedValue => Convert.ToBase64String(sealedValue),
            _ when Class(property) == RecordClass.Personal => "(theirs)",
            _ => value,
        };

    private static RecordClass? Class(PropertyEntry property) => Records.ClassOf(property.Metadata.PropertyInfo);
}
