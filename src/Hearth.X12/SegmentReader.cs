using System.Runtime.CompilerServices;
using Hearth.X12.Reading;

namespace Hearth.X12;

/// <summary>
/// Reads the segments of an X12 stream of any size, one after the other, in memory that does not grow with it. Each ISA
/// brings its own delimiters. Nothing in the input makes it throw; what is no X12 is passed over and counted.
/// </summary>
/// <param name="stream">Read to its end; the caller closes it. Errors of the stream itself are thrown as they come.</param>
/// <param name="chunk">Bytes asked for at a time.</param>
public sealed class SegmentReader(Stream stream, int chunk = SegmentReader.DefaultChunk)
{
    internal const int DefaultChunk = 128 * 1024;

    /// <summary>A segment longer than this is cut off here, and <see cref="WasCut"/> says so.</summary>
    public const int LongestSegment = 1 << 20;

    // What is marked at a time, so that bytes and marks are both still near when the segments are walked.
    private const int Window = 8 * 1024;

    private byte[] buffer = new byte[Math.Max(chunk, 2 * Delimiters.LongestHeader)];
    private int[] marks = new int[Window + Marks.Slack];
    private readonly int[] ends = new int[Window + Marks.Slack]; // of the marks, those that end a segment
    private readonly ulong[] unusual = new ulong[(Window / 64) + 1]; // a bit for each byte of the stretch last marked
    private int mapped; // where that stretch begins
    private bool maps;
    private int start; // the segment that is looked for begins here or after
    private int end; // of the bytes in the buffer
    private int marked; // bytes before this one have their marks
    private int firstMark; // of the segment
    private int nextMark;
    private int markCount;
    private int nextEnd;
    private int endCount;
    private long consumed; // bytes of the stream before the buffer's first
    private bool isAtEnd;
    private bool knowsDelimiters;
    private Delimiters delimiters;
    private int segmentStart;
    private long ordinal; // of the segment last read, and where it begins in the stream
    private long offset;

    /// <summary>Bytes that belong to no segment: before the first ISA, or after a broken one.</summary>
    public long Skipped { get; private set; }

    /// <summary>The stream began with a UTF-8 byte order mark, which X12 does not allow.</summary>
    public bool HasByteOrderMark { get; private set; }

    /// <summary>The stream began as an ISA does, but no delimiters could be read there.</summary>
    internal bool HasBrokenHeader { get; private set; }

    /// <summary>The last segment came to the end of the stream without a terminator.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>The last segment was longer than <see cref="LongestSegment"/>; what follows is read as another.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Asks for <see cref="Oddities"/>, which cost a look at every byte.</summary>
    internal void LookForUnusual() => maps = true;

    /// <summary>What is in the segment last read besides plain elements.</summary>
    internal Oddities Oddities
    {
        get
        {
            var (from, to) = (marks[firstMark] + 1 - mapped, marks[nextMark - 1] - mapped);
            if (!maps || from <= 0 || to > marked - mapped)
            {
                return default;
            }
            return to - from <= Contents.Word
                ? new(AreKnown: true, Contents.Bits(unusual, from, to - from))
                : new(Contents.IsPlain(unusual, from, to), 0);
        }
    }

    /// <summary>The segment last read.</summary>
    public Segment Current =>
        new(buffer, segmentStart, marks.AsSpan(firstMark, nextMark - firstMark), delimiters, ordinal, offset);

    /// <summary>Where the segment last read stands.</summary>
    internal Place Place => new(ordinal, offset);

    /// <summary>Moves on to the next segment.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Read()
    {
        (IsUnterminated, WasCut) = (false, false);
        return ReadMarked() || ReadAny();
    }

    // A segment whose end is not marked yet, or that may be a header.
    private bool ReadAny()
    {
        if (!FindStart() || ((!knowsDelimiters || IsHeader()) && !ReadDelimiters()))
        {
            return false;
        }
        return ReadMore();
    }

    private bool ReadMore()
    {
        firstMark = nextMark;
        while (true)
        {
            if (nextEnd < endCount)
            {
                nextMark = ends[nextEnd++];
                return marks[nextMark] - start > LongestSegment ? Cut() : Take(marks[nextMark++] + 1);
            }
            nextMark = markCount;
            if (marked < end)
            {
                MarkMore();
            }
            else if (end - start > LongestSegment)
            {
                return Cut();
            }
            else if (!Fill())
            {
                IsUnterminated = true;
                return TakeRest();
            }
        }
    }

    // What nearly every segment is: its end is marked already, and it is no header.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadMarked()
    {
        if (nextEnd >= endCount)
        {
            return false;
        }
        var at = start;
        var stop = marks[ends[nextEnd]];
        while (at < stop && buffer[at] is (byte)'\n' or (byte)'\r')
        {
            at++;
        }
        if (at >= stop || buffer[at] <= (byte)' ' || buffer[at] == (byte)'I' || marks[nextMark] < at)
        {
            return false;
        }
        start = at;
        firstMark = nextMark;
        nextMark = ends[nextEnd++] + 1;
        return Take(stop + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Take(int next)
    {
        segmentStart = start;
        offset = consumed + start;
        start = next;
        ordinal++;
        return true;
    }

    private bool TakeRest()
    {
        Append(end);
        nextMark = markCount;
        return Take(end);
    }

    // Always at the same byte, however the stream came; what follows is marked anew.
    private bool Cut()
    {
        var at = start + LongestSegment;
        while (markCount > firstMark && marks[markCount - 1] >= at)
        {
            markCount--;
        }
        (marked, nextEnd, endCount, WasCut) = (at, 0, 0, true);
        Append(at);
        nextMark = markCount;
        return Take(at);
    }

    // Line ends and blanks after a terminator are for people's eyes. Outside of an interchange only an ISA begins one.
    private bool FindStart()
    {
        while (true)
        {
            while (start < end && IsBlank(buffer[start]))
            {
                start++;
            }
            if (start == end)
            {
                if (!Fill())
                {
                    return false;
                }
                continue;
            }
            if (ordinal == 0 && consumed == 0 && start == 0 && !HasByteOrderMark && SkipByteOrderMark())
            {
                continue;
            }
            // Marks of blanks that were passed over, where a delimiter is one, whether they have been made yet or not.
            marked = Math.Max(marked, start);
            while (nextMark < markCount && marks[nextMark] < start)
            {
                nextMark++;
            }
            while (nextEnd < endCount && ends[nextEnd] < nextMark)
            {
                nextEnd++;
            }
            return knowsDelimiters || FindHeader();
        }
    }

    private bool SkipByteOrderMark()
    {
        Ensure(3);
        HasByteOrderMark = buffer.AsSpan(start, end - start).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        start += HasByteOrderMark ? 3 : 0;
        return HasByteOrderMark;
    }

    private bool FindHeader()
    {
        while (true)
        {
            Ensure(Delimiters.LongestHeader);
            var at = buffer.AsSpan(start, end - start).IndexOf("ISA"u8);
            if (at >= 0)
            {
                Skip(at);
                return true;
            }
            // Its first two bytes may stand at the end.
            Skip(isAtEnd ? end - start : Math.Max(0, end - start - 2));
            if (!Fill())
            {
                Skip(end - start);
                return false;
            }
        }
    }

    private void Skip(int bytes)
    {
        Skipped += bytes;
        start += bytes;
    }

    private bool IsHeader()
    {
        if (end - start < 4)
        {
            Ensure(4);
        }
        return buffer[start] == (byte)'I'
            && end - start > 3
            && buffer[start + 1] == (byte)'S'
            && buffer[start + 2] == (byte)'A'
            && (buffer[start + 3] == delimiters.Element || !char.IsAsciiLetterOrDigit((char)buffer[start + 3]));
    }

    private bool ReadDelimiters()
    {
        while (true)
        {
            Ensure(Delimiters.LongestHeader);
            if (Delimiters.TryRead(buffer.AsSpan(start, end - start), out var found))
            {
                (delimiters, knowsDelimiters) = (found, true);
                (marked, firstMark, nextMark, markCount, nextEnd, endCount) = (start, 0, 0, 0, 0, 0);
                return true;
            }
            if (knowsDelimiters)
            {
                return true; // a segment like any other, which the checks will find
            }
            HasBrokenHeader |= Skipped == 0;
            Skip(3);
            if (!FindHeader())
            {
                return false;
            }
        }
    }

    private void MarkMore()
    {
        var bytes = Math.Min(Window, end - marked);
        var kept = markCount - firstMark;
        if (marks.Length < kept + bytes + Marks.Slack)
        {
            var wider = new int[Math.Max(2 * marks.Length, kept + bytes + Marks.Slack)];
            marks.AsSpan(firstMark, kept).CopyTo(wider);
            marks = wider;
        }
        else
        {
            marks.AsSpan(firstMark, kept).CopyTo(marks);
        }
        (nextMark, firstMark, nextEnd) = (kept, 0, 0);
        var found = Marks.Find(buffer.AsSpan(marked, bytes), delimiters, marked, marks, kept, ends);
        (markCount, endCount) = (found.Marks, found.Ends);
        mapped = marked;
        if (maps)
        {
            Contents.Map(buffer.AsSpan(marked, bytes), delimiters, unusual);
        }
        marked += bytes;
    }

    private void Append(int mark)
    {
        // Lengths are taken of more elements than there are.
        if (markCount + Marks.Slack > marks.Length)
        {
            Array.Resize(ref marks, marks.Length * 2);
        }
        marks[markCount++] = mark;
    }

    private void Ensure(int bytes)
    {
        while (end - start < bytes && Fill()) { }
    }

    // The bytes of the segment that is looked for move to the front; their marks move with them.
    private bool Fill()
    {
        if (isAtEnd)
        {
            return false;
        }
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            for (var i = firstMark; i < markCount; i++)
            {
                marks[i] -= start;
            }
            mapped -= start;
            (consumed, end, marked, start) = (consumed + start, end - start, Math.Max(0, marked - start), 0);
        }
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.Read(buffer, end, Math.Min(chunk, buffer.Length - end));
        end += read;
        isAtEnd = read == 0;
        return !isAtEnd;
    }

    private static bool IsBlank(byte b) => b is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' or 0x1A or 0;
}
