using System.Reflection;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hearth.Foundation.Exports;

/// <summary>One column of an export.</summary>
public sealed record ExportedColumn(string Name, PropertyInfo Property, IOpenForExport? Opener)
{
    private Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>What kind of value stands in it, for the explanation.</summary>
    public string Kind =>
        Opener is not null ? "text"
        : Type.IsEnum
            ? (IsFlags ? "any of: " : "one of: ")
                + string.Join(", ", Enum.GetValues(Type).Cast<Enum>().Select(ExportWords.OfOne))
        : Type == typeof(Guid) ? "id"
        : Type == typeof(bool) ? "yes or no"
        : Type == typeof(DateOnly) ? "day"
        : Type == typeof(DateTimeOffset) ? "instant in UTC"
        : Type == typeof(byte[]) ? "bytes in base64"
        : Type == typeof(string) ? "text"
        : Type.IsArray ? "list, separated by semicolons in CSV"
        : "number";

    private bool IsFlags => Type.GetCustomAttribute<FlagsAttribute>() is not null;
}

/// <summary>One table of what an organization owns, as the model describes it. Keys are never part of it.</summary>
public sealed record ExportedTable(string Name, Type Entity, IReadOnlyList<ExportedColumn> Columns)
{
    private const string SealedSuffix = "_sealed";

    public static IReadOnlyList<ExportedTable> All(IModel model, IEnumerable<IOpenForExport> openers)
    {
        var known = openers.ToDictionary(o => (o.Entity, o.Property));
        return
        [
            .. from entity in model.GetEntityTypes()
            where typeof(IOwned).IsAssignableFrom(entity.ClrType) || typeof(IOwner).IsAssignableFrom(entity.ClrType)
            let name = entity.GetTableName()
            where name is not null
            orderby name
            select new ExportedTable(
                name,
                entity.ClrType,
                [
                    .. from property in entity.GetProperties()
                    where property.PropertyInfo is not null && Records.ClassOf(property.PropertyInfo) != RecordClass.Key
                    let opener = known.GetValueOrDefault((entity.ClrType, property.Name))
                    let column = property.GetColumnName()
                    orderby property.GetIndex()
                    select new ExportedColumn(
                        opener is not null && column.EndsWith(SealedSuffix, StringComparison.Ordinal)
                            ? column[..^SealedSuffix.Length]
                            : column,
                        property.PropertyInfo!,
                        opener
                    ),
                ]
            ),
        ];
    }
}

/// <summary>Turns codes into the words they stand for.</summary>
public static class ExportWords
{
    /// <summary>A single value of an enumeration: PeerRespite is "peer respite".</summary>
    public static string OfOne(Enum value) =>
        string.Concat(
            value
                .ToString()
                .Select(
                    (c, i) =>
                        i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()
                )
        );

    /// <summary>All that a value of flags holds.</summary>
    public static IEnumerable<string> Each(Enum value) =>
        Enum.GetValues(value.GetType())
            .Cast<Enum>()
            .Where(v => Convert.ToInt64(v, null) != 0 && value.HasFlag(v))
            .Select(OfOne);

    public static bool IsFlags(Type type) => type.GetCustomAttribute<FlagsAttribute>() is not null;
}
