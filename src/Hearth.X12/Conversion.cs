using Hearth.X12.Converting;

namespace Hearth.X12;

/// <summary>
/// Turns X12 into what spreadsheets and other programs read, in one pass and in memory that does not grow with the file.
/// </summary>
public static class Conversion
{
    /// <summary>
    /// Writes a table, UTF-8 with a line of column names and as RFC 4180 has it. Remittances: one row for each service line;
    /// one for each claim that has no lines or adjustments of its own; one for each provider-level adjustment. The columns
    /// "charge" and "paid" then add up to the claims, and "paid" to the payment. Claims (837): one row for each service line.
    /// </summary>
    /// <remarks>
    /// A file of both kinds gives a table of the kind that comes first; what is left out is a finding. A cell that a
    /// spreadsheet would run as a formula begins with an apostrophe.
    /// </remarks>
    /// <param name="from">Any number of interchanges; the caller closes it. Nothing in it makes it throw.</param>
    /// <param name="to">Takes the table; the caller closes it.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    public static Converted ToCsv(Stream from, Stream to, IProgress<long>? progress = null)
    {
        using var rows = new CsvRows(to);
        return new CsvConverter(new SegmentReader(from), rows, progress).Convert();
    }

    /// <summary>
    /// Writes one JSON object with all transactions of the file: a remittance as the types of this library have it, with
    /// amounts in whole cents and no key for what is not said; claims (837) as one object for each service line; anything
    /// else as its segments.
    /// </summary>
    /// <remarks>
    /// A segment is an object with its id and its elements. An element is a text; an array of texts where it has parts; an
    /// object with an array "repetitions" of either where it repeats.
    /// </remarks>
    /// <param name="from">Any number of interchanges; the caller closes it. Nothing in it makes it throw.</param>
    /// <param name="to">Takes the text; the caller closes it.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    public static Converted ToJson(Stream from, Stream to, IProgress<long>? progress = null)
    {
        using var json = new JsonConverter(new SegmentReader(from), to, progress);
        return json.Convert();
    }
}

/// <summary>What a conversion came to.</summary>
/// <param name="Count">Rows of the table, or transactions of the object.</param>
/// <param name="Findings">What is not as the standard or the sums say, and what was left out.</param>
/// <param name="MoreFindings">Findings beyond those that are listed.</param>
public sealed record Converted(long Count, IReadOnlyList<Finding> Findings, long MoreFindings);
