using Hearth.X12.Claims;

namespace Hearth.X12;

public sealed partial record ClaimFile
{
    /// <summary>
    /// Reads the professional claims of a stream one after the other, in memory that does not grow with their number.
    /// Each says what of it, and of the levels above it, is not carried; what follows the last claim only
    /// <see cref="Read"/> tells. Transactions of other kinds are passed over.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    public static IEnumerable<Claim> ReadClaims(Stream stream)
    {
        var reader = new ClaimReader(stream);
        while (reader.Read())
        {
            yield return reader.Current;
        }
    }

    /// <summary>Reads all professional claims of a stream with what stands around them.</summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    /// <returns>A file for each functional group that has such claims; none where there are none.</returns>
    public static IReadOnlyList<ClaimFile> Read(Stream stream) => new ClaimCollector(stream).Read();
}
