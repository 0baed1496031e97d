namespace Hearth.Foundation.Privacy;

/// <summary>How much a record may know. Only a person's recorded yes moves a record up; lowering is always possible.</summary>
public enum RecordLevel : short
{
    /// <summary>Anonymous: no name, no code, no free text about a person.</summary>
    Counted = 1,

    /// <summary>The person's own: readable, correctable, portable and deletable by them.</summary>
    Personal = 2,

    /// <summary>What a payer requires, kept as law requires.</summary>
    Billable = 3,
}
