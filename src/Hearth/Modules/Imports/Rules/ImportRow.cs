using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>
/// 128 bits that stand for what a row says: the same row in another file, order, delimiter, encoding or date form has the
/// same key. Two rows of one file with one key are exact duplicates; a key already imported is not imported again.
/// Caller numbers take no part.
/// </summary>
public readonly record struct ContentKey(UInt128 Value)
{
    /// <summary>The 16 bytes, big-endian, to store.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A moment of support as a row tells it, in the site's local time.</summary>
/// <param name="Date">The local date on which it began.</param>
/// <param name="Start">The local time it began; null when the sheet has only the date.</param>
/// <param name="Minutes">How long; null when nobody wrote it down.</param>
/// <param name="Program">The program's slug; null only when the map names none (see <see cref="ContactMap.Missing"/>).</param>
/// <param name="PersonCode">What the person is called, when the map keeps it; phone-like text is taken out.</param>
/// <param name="FirstTime">Their first time here, when the sheet says.</param>
/// <param name="Supporter">Who supported, as the sheet writes it.</param>
/// <param name="Headcount">How many people: 1 for a row about one person.</param>
/// <param name="PastMidnight">The end lies on the next day.</param>
public sealed record ImportedContact(
    ContentKey Key,
    DateOnly Date,
    TimeOnly? Start,
    int? Minutes,
    string? Program,
    ContactHow How,
    ContactPlace Place,
    SupportKinds Kinds,
    string? PersonCode,
    bool? FirstTime,
    string? Supporter,
    int Headcount,
    bool PastMidnight
)
{
    /// <summary>The local start; midnight when the time is not known.</summary>
    public DateTime LocalStart => Date.ToDateTime(Start ?? TimeOnly.MinValue);

    /// <summary>The sheet gives a date and no time.</summary>
    public bool DateOnly => Start is null;
}

/// <summary>What stops one row, in words for the person who keeps the sheet.</summary>
/// <param name="Column">The column's name as the sheet has it.</param>
/// <param name="Found">What the cell holds (phone-like text taken out, shortened).</param>
/// <param name="Expected">What belongs there.</param>
/// <param name="Mend">What to do.</param>
public sealed record ImportProblem(string Column, string Found, string Expected, string Mend);

/// <summary>Why a row is not a contact and not a problem.</summary>
public enum SkipReason
{
    Blank,
    Title,
    Header,
    RepeatedHeader,
    Weekdays,
    Total,
    Note,

    /// <summary>The map leaves this row's program out.</summary>
    LeftOut,

    /// <summary>A call that nobody answered: missed, no answer, voicemail.</summary>
    Unanswered,

    /// <summary>A tally cell that says nothing was counted: blank, 0, closed, -, n/a.</summary>
    NothingCounted,
}

/// <summary>
/// One outcome of reading: exactly one of <see cref="Contact"/>, <see cref="Problems"/> (not empty) or
/// <see cref="Skipped"/>. A tally row gives one outcome for each counted or bad cell.
/// </summary>
public sealed record ImportRow
{
    /// <summary>1-based row of the file, as a spreadsheet program numbers it.</summary>
    public required int Number { get; init; }

    /// <summary>1-based line of the text.</summary>
    public required long Line { get; init; }

    public ImportedContact? Contact { get; init; }

    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    public SkipReason? Skipped { get; init; }

    /// <summary>The row's own cells, only when it has problems: for the problem file. Caller numbers are gone.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];
}
