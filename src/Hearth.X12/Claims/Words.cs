using System.Text;

namespace Hearth.X12.Claims;

/// <summary>Short text that comes again and again, such as codes and names of providers, is made into a string once.</summary>
internal sealed class Words
{
    private const int Longest = 32;
    private readonly string?[] known = new string?[4096];

    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
        {
            return Segment.ToText(bytes);
        }
        ref var word = ref known[Hash(bytes) % (uint)known.Length];
        if (word is null || word.Length != bytes.Length || !Ascii.Equals(bytes, word))
        {
            word = Segment.ToText(bytes);
        }
        return word;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const uint prime = 16777619;
        var hash = 2166136261;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * prime;
        }
        return hash ^ (hash >> 15);
    }
}
