namespace Hearth.X12.Writing;

/// <summary>
/// Writes elements and finds what cannot be written, so that one description of a segment serves the check and the file.
/// What is found wrong is left empty; its caller sees that such a file reaches nobody.
/// </summary>
internal sealed partial class CheckedWriter(SegmentWriter writer)
{
    private readonly List<Finding> findings = [];
    private string tag = "";
    private int element;
    private int component; // 0 outside of a composite
    private int transactions;

    /// <summary>Writes nowhere, to find what cannot be written.</summary>
    public static CheckedWriter Dry(Delimiters? delimiters = null)
    {
        var own = delimiters is { } given && CanDelimit(given) ? given : SegmentWriter.Usual;
        return new(new(Stream.Null, own));
    }

    public IReadOnlyList<Finding> Findings => findings;

    public Delimiters Delimiters => writer.Delimiters;

    /// <summary>Segments from ST to the one that is written, both counted.</summary>
    public int Segments => writer.Segments + 1;

    /// <summary>The claim, patient or group that findings are about.</summary>
    public string About { get; set; } = "";

    public void BeginTransaction()
    {
        transactions++;
        writer.Segments = 0;
    }

    public void Begin(string segment)
    {
        Span<byte> bytes = stackalloc byte[3];
        writer.Begin(bytes[..System.Text.Encoding.ASCII.GetBytes(segment, bytes)]);
        (tag, element, component) = (segment, 1, 0);
    }

    public void End() => writer.End();

    /// <summary>A whole segment of codes that the writer chooses itself.</summary>
    public void Codes(string segment, params ReadOnlySpan<string> codes)
    {
        Begin(segment);
        foreach (var code in codes)
        {
            Code(code);
        }
        End();
    }

    public void BeginComposite()
    {
        writer.BeginComposite();
        component = 1;
    }

    public void EndComposite()
    {
        writer.EndComposite();
        (element, component) = (element + 1, 0);
    }

    public void Skip(int count = 1)
    {
        writer.Skip(count);
        Next(count);
    }

    /// <summary>A code that the writer chooses itself.</summary>
    public void Code(string code)
    {
        writer.Element(code);
        Next();
    }

    public void AtMost(int count, int most, string what)
    {
        if (count > most)
        {
            Add($"There are {count} {what}.", $"Give at most {most}.", null);
        }
    }

    public void Missing(string what, int? at = null) =>
        Add($"{Capital(what)} is missing.", "Give it before the file is written.", null, at: at);

    // The segment and element are named where they are not those that are being written.
    public void Add(string sentence, string next, string? found, string? segment = null, int? at = null) =>
        findings.Add(
            new(Severity.Error, sentence, next)
            {
                Transaction = transactions,
                Segment = segment ?? tag,
                Element = at ?? (segment is null ? element : 0),
                Part = segment is null && at is null ? component : 0,
                Claim = About,
                Found = found,
            }
        );

    private void Next(int count = 1)
    {
        if (component > 0)
        {
            component += count;
        }
        else
        {
            element += count;
        }
    }

    /// <summary>Four different signs that stand in no text.</summary>
    public static bool CanDelimit(Delimiters d)
    {
        ReadOnlySpan<byte> all = [d.Element, d.Component, d.Repetition, d.Segment];
        for (var i = 0; i < all.Length; i++)
        {
            var isText = char.IsAsciiLetterOrDigit((char)all[i]) || all[i] is (byte)' ' or (byte)'.' or (byte)'-' or 0;
            if (isText || all[i] > 0x7E || all[(i + 1)..].Contains(all[i]))
            {
                return false;
            }
        }
        return true;
    }

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
