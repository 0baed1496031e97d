using System.Reflection;

namespace Hearth.Foundation.Privacy;

/// <summary>What a column is about, and so who may ever see it and when it must go.</summary>
public enum RecordClass
{
    /// <summary>Keys, versions, hashes: nothing about anybody.</summary>
    System,

    /// <summary>Opens or finds something else. Never copied: not into the audit, an export or a log.</summary>
    Key,

    /// <summary>About the organization itself: programs, sites, settings.</summary>
    Organization,

    /// <summary>About people who work or volunteer there.</summary>
    Workforce,

    /// <summary>About a moment of support, without anyone in it.</summary>
    Counted,

    /// <summary>A supported person's own: encrypted or self-described, and deleted with them.</summary>
    Personal,

    /// <summary>What a payer requires, kept as law requires.</summary>
    Billable,
}

/// <summary>
/// Names the record class of every column: on the class for all of it, on a property for the exceptions.
/// A test fails for any mapped column that has neither.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class HoldsAttribute(RecordClass @class) : Attribute
{
    public RecordClass Class { get; } = @class;
}

public static class Records
{
    /// <summary>The record class of a mapped property: its own, else its entity's; null where neither names one.</summary>
    public static RecordClass? ClassOf(PropertyInfo? property) =>
        property?.GetCustomAttribute<HoldsAttribute>()?.Class
        ?? property?.DeclaringType?.GetCustomAttribute<HoldsAttribute>()?.Class;
}
