namespace Hearth.X12;

/// <summary>
/// What an error hangs together with (CTX): the segment or element that made another one necessary, or the claim, patient
/// or payment that it is about.
/// </summary>
public sealed record ErrorContext
{
    internal const string SituationalTrigger = "SITUATIONAL TRIGGER";

    /// <summary>SITUATIONAL TRIGGER, or the element that names a business unit, such as CLM01 (CTX01-1).</summary>
    public required string Name { get; init; }

    /// <summary>The business unit's number; null for a trigger (CTX01-2).</summary>
    public string? Value { get; init; }

    /// <summary>The segment that triggered (CTX02).</summary>
    public string? Segment { get; init; }

    /// <summary>Its place in the transaction, ST being 1 (CTX03).</summary>
    public int? Position { get; init; }

    /// <summary>The loop it stands in; written with four characters (CTX04).</summary>
    public string? Loop { get; init; }

    /// <summary>The element that triggered, from 1 on (CTX05-1).</summary>
    public int? Element { get; init; }

    /// <summary>The part of a composite (CTX05-2).</summary>
    public int? Component { get; init; }

    /// <summary>Which repetition (CTX05-3).</summary>
    public int? Repetition { get; init; }

    /// <summary>The number of the data element in the standard's dictionary (CTX06-1).</summary>
    public int? DataElement { get; init; }

    /// <summary>It names a business unit, no trigger.</summary>
    public bool IsBusinessUnit => Name != SituationalTrigger;

    /// <summary>The claim, patient or payment that an error is about.</summary>
    /// <param name="name">The element that holds the number: CLM01, TRN02, NM109, ENT01, PATIENT NAME NM109, SUBSCRIBER NAME NM109 or SUBSCRIBER NUMBER REF02.</param>
    /// <param name="value">The number, at most 35 characters of which are written.</param>
    public static ErrorContext BusinessUnit(string name, string value) => new() { Name = name, Value = value };

    /// <summary>The segment, or an element of it, that made another one necessary.</summary>
    public static ErrorContext Trigger(string segment, int position, string? loop = null, int? element = null) =>
        new()
        {
            Name = SituationalTrigger,
            Segment = segment,
            Position = position,
            Loop = loop,
            Element = element,
        };
}
