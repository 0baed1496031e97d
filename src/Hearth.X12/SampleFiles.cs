using Hearth.X12.Samples;

namespace Hearth.X12;

/// <summary>
/// Made-up files of peer-support services for tests, measurements and demonstrations. Names say that they are samples;
/// nobody in them exists, although their identifiers have check digits that are right. The same seed gives the same bytes.
/// </summary>
public static class SampleFiles
{
    /// <summary>
    /// Claims of several agencies to Medicaid, Medicare and commercial plans: individual and group services, telehealth,
    /// dependents, second payers, prior authorizations, replacements and voids.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Other ones for each.</param>
    public static IEnumerable<Claim> Claims(int count, int seed = 1)
    {
        var claims = new SampleClaims(seed);
        for (var i = 0; i < count; i++)
        {
            yield return claims.Of(i);
        }
    }

    /// <summary>Writes an 837P with transactions of at most 5,000 of <see cref="Claims"/>, in memory that does not grow.</summary>
    /// <param name="stream">Takes the bytes; the caller closes it.</param>
    /// <param name="count">How many claims, at least 1.</param>
    /// <param name="seed">Other ones for each.</param>
    /// <param name="lineEnd">Written after each segment.</param>
    public static void WriteClaims(Stream stream, int count, int seed = 1, string lineEnd = "\n")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        const int most = 5000;
        var claims = new SampleClaims(seed);
        var writer = new ClaimWriter(stream, SampleEnvelope.Of(seed, "OPENPORCH", "SAMPLECLEAR"), lineEnd);
        for (var i = 0; i < count; i++)
        {
            if (i % most == 0)
            {
                writer.Begin(SampleEnvelope.Batch(seed, (i / most) + 1));
            }
            writer.Write(claims.Of(i));
        }
        writer.End();
    }

    /// <summary>
    /// Writes an 835 that answers the first of <see cref="Claims"/> of the same seed, a payment for each 250: paid in full or
    /// in part, denied, taken back and corrected, with amounts that belong to no claim. Everything adds up.
    /// </summary>
    /// <param name="stream">Takes the bytes; the caller closes it.</param>
    /// <param name="count">How many claim payments, at least 1; one that is taken back and corrected counts as two.</param>
    /// <param name="seed">Other ones for each.</param>
    /// <param name="lineEnd">Written after each segment.</param>
    public static void WriteRemittances(Stream stream, int count, int seed = 1, string lineEnd = "\n")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        new SampleRemittance(stream, seed, lineEnd).Write(count);
    }
}
