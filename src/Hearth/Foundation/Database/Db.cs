using System.Reflection;
using Hearth.Foundation.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Hearth.Foundation.Database;

/// <summary>A row that belongs to one organization. Row-level security and a query filter both see to it.</summary>
public interface IOwned
{
    Guid OrganizationId { get; }
}

/// <summary>
/// Writes and ordinary screens. Entities are found by reflection (each maps itself in its own file); every save carries
/// its audit entries in the same transaction, so that a write without its entry cannot be.
/// </summary>
public sealed class Db(DbContextOptions<Db> options, Access.Access access, TimeProvider clock) : DbContext(options)
{
    private Guid Organization => access.OrganizationId ?? Guid.Empty;

    internal Access.Access Access => access;

    /// <summary>Why the next save happens, in the person's words; kept in the audit.</summary>
    public string? Why { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly(), t => !t.IsNested || t.IsNestedPrivate);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            Names.Apply(entity);
            if (typeof(IOwned).IsAssignableFrom(entity.ClrType))
            {
                typeof(Db)
                    .GetMethod(nameof(Filter), BindingFlags.NonPublic | BindingFlags.Instance)!
                    .MakeGenericMethod(entity.ClrType)
                    .Invoke(this, [builder]);
            }
        }
    }

    private void Filter<T>(ModelBuilder builder)
        where T : class, IOwned => builder.Entity<T>().HasQueryFilter(e => e.OrganizationId == Organization);

    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        AuditOfChanges.Add(this, access, clock.GetUtcNow(), Why);
        Why = null;
        return base.SaveChangesAsync(cancellationToken);
    }

    public override int SaveChanges() => throw new NotSupportedException("Save with SaveChangesAsync.");
}

/// <summary>snake_case for every table and column, as the migrations write them.</summary>
internal static class Names
{
    public static void Apply(IMutableEntityType entity)
    {
        if (entity.GetTableName() is null)
        {
            return;
        }
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(Snake(property.Name));
        }
    }

    public static string Snake(string name) =>
        string.Concat(
            name.Select(
                (c, i) =>
                    i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()
            )
        );
}

/// <summary>Tells every session that opens which organization and account it serves.</summary>
internal sealed class SessionInterceptor : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        System.Data.Common.DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    private static NpgsqlCommand Command(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
    {
        var access = ((Db)eventData.Context!).Access;
        return HearthDatabase.EnterCommand((NpgsqlConnection)connection, access.OrganizationId, access.AccountId);
    }
}
