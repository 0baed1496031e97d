using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hearth.X12.Guides;

/// <summary>A code of a list: what it means, and when it may be used.</summary>
/// <param name="Code">As it stands in a file.</param>
/// <param name="From">The first day; null where unknown or always.</param>
/// <param name="To">The day it ended; null where it has not or nobody knows.</param>
/// <param name="Meaning">In our own words.</param>
/// <param name="IsUnsure">The source is thin.</param>
internal sealed record CodeEntry(string Code, DateOnly? From, DateOnly? To, string Meaning, bool IsUnsure);

/// <summary>A code list as Codes/NAME.txt holds it.</summary>
internal sealed class CodeList
{
    private readonly Dictionary<string, CodeEntry> entries = new(StringComparer.Ordinal);

    private CodeList(string name, string title, bool isOutside, bool isPartial) =>
        (Name, Title, IsOutside, IsPartial) = (name, title, isOutside, isPartial);

    public string Name { get; }
    public string Title { get; }

    /// <summary>Kept by others, who change it: an unknown code is worth a warning, no more.</summary>
    public bool IsOutside { get; }

    /// <summary>Not all of the list is here, so that an unknown code says nothing.</summary>
    public bool IsPartial { get; }

    public IReadOnlyCollection<CodeEntry> Entries => entries.Values;

    public CodeEntry? Find(string code) => entries.GetValueOrDefault(code);

    public static CodeList Read(string name)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<CodeEntry>();
        foreach (var line in GuideText.Lines($"Codes/{name}.txt"))
        {
            var cells = line.Text.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 1)
            {
                var (key, value) = line.Pair();
                head[key] = value;
                continue;
            }
            if (cells.Length < 4)
            {
                throw line.Wrong("a code, two days and a meaning belong here");
            }
            rows.Add(new(cells[0], Day(line, cells[1]), Day(line, cells[2]), cells[3], cells[^1] == "unsure"));
        }
        var list = new CodeList(
            name,
            head.GetValueOrDefault("list", name),
            head.GetValueOrDefault("outside") == "yes",
            head.GetValueOrDefault("partial") == "yes"
        );
        foreach (var row in rows)
        {
            if (!list.entries.TryAdd(row.Code, row))
            {
                throw new FormatException($"{name}.txt lists {row.Code} twice.");
            }
        }
        return list;
    }

    private static DateOnly? Day(GuideLine line, string text) =>
        text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw line.Wrong($"\"{text}\" is no day");
}

/// <summary>Codes packed into numbers so that a look-up compares no text.</summary>
internal sealed class CodeSet
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int FewBits = 3; // of the number of slots
    private const int MostBits = 7; // of a short list that still has two codes in a slot
    private readonly Slot[] slots;
    private readonly int shift;

    /// <summary>A set of codes.</summary>
    /// <param name="codes">What is in it.</param>
    /// <param name="ended">The day after which a code is no longer used, as CCYYMMDD; 0 where it has not ended.</param>
    public CodeSet(IEnumerable<string> codes, Func<string, int>? ended = null)
    {
        var all = codes.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Codes = all;
        HasEnds = ended is not null && all.Any(code => ended(code) != 0);
        var packed = all.Select(Pack).ToList();
        var bits = FewBits;
        while (1 << bits < all.Count * 2)
        {
            bits++;
        }
        // Codes that have a slot each are found at once.
        while (bits < MostBits && packed.DistinctBy(code => Start(code, 64 - bits)).Count() < all.Count)
        {
            bits++;
        }
        (slots, shift) = (new Slot[1 << bits], 64 - bits);
        for (var i = 0; i < all.Count; i++)
        {
            var at = Start(packed[i], shift);
            while (slots[at].Code != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }
            slots[at] = new(packed[i], ended?.Invoke(all[i]) ?? 0);
        }
    }

    /// <summary>What is in it, in the order it was given.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Some of its codes are used no longer.</summary>
    public bool HasEnds { get; }

    public bool Contains(ulong packed) => TryFind(packed, out _);

    /// <summary>
    /// Whether a code is seen to be in it without a search. It may be in it all the same, or have ended:
    /// <see cref="TryFind"/> knows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ContainsAtOnce(ulong packed)
    {
        ref readonly var slot = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(slots),
            (nint)((packed * Spread) >> shift)
        );
        return packed != 0 && slot.Code == packed && slot.Ended == 0;
    }

    /// <summary>Whether a code is in it.</summary>
    /// <param name="packed">See <see cref="Pack(ReadOnlySpan{byte})"/>.</param>
    /// <param name="ended">The code's last day as CCYYMMDD, 0 where it has none.</param>
    public bool TryFind(ulong packed, out int ended)
    {
        ended = 0;
        for (var at = Start(packed, shift); packed != 0 && slots[at].Code != 0; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at].Code == packed)
            {
                ended = slots[at].Ended;
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// A code's bytes as one number, the first lowest; 0 for none. What is longer than eight bytes is hashed, with the
    /// highest bit set, which ASCII never sets.
    /// </summary>
    public static ulong Pack(ReadOnlySpan<byte> code)
    {
        ref var first = ref MemoryMarshal.GetReference(code);
        switch (code.Length)
        {
            case 0:
                return 0;
            case 1:
                return first;
            case 2:
                return Unsafe.ReadUnaligned<ushort>(ref first);
            case 3:
                return Unsafe.ReadUnaligned<ushort>(ref first) | ((ulong)Unsafe.Add(ref first, 2) << 16);
            case <= sizeof(ulong):
                // Two halves that overlap say the same where they do.
                return Unsafe.ReadUnaligned<uint>(ref first)
                    | (
                        (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, code.Length - sizeof(uint)))
                        << ((code.Length - sizeof(uint)) * 8)
                    );
            default:
                return Hashed(code);
        }
    }

    private static ulong Hashed(ReadOnlySpan<byte> code)
    {
        ulong hash = 0;
        foreach (var b in code)
        {
            hash = (hash ^ b) * 0x100000001B3;
        }
        return hash | (1UL << 63);
    }

    /// <inheritdoc cref="Pack(ReadOnlySpan{byte})"/>
    public static ulong Pack(string code) => Pack(System.Text.Encoding.ASCII.GetBytes(code));

    private static int Start(ulong packed, int shift) => (int)((packed * Spread) >> shift);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(ulong Code, int Ended);
}
