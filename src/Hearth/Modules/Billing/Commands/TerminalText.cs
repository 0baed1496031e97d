using System.Text;

namespace Hearth.Modules.Billing.Commands;

internal enum TextStyle
{
    Plain,
    Strong,
    Loop,
    Faint,
    Warning,
    Error,
}

/// <summary>Text of one style.</summary>
internal readonly record struct Styled(string Text, TextStyle Style = TextStyle.Plain);

/// <summary>Lays words out in lines of a terminal.</summary>
/// <param name="width">Characters in a line.</param>
/// <param name="isColored">Styles are shown by escape sequences.</param>
/// <param name="write">Takes each line.</param>
internal sealed class TerminalText(int width, bool isColored, Action<string> write)
{
    /// <summary>Stands at the end of a group that is not the last.</summary>
    public const string Separator = " ·";

    private readonly StringBuilder line = new();
    private int column;
    private int room; // columns that words may fill
    private int hanging;
    private int gap; // blanks before the next word
    private bool isFresh; // there is no word in the line
    private TextStyle active;

    /// <summary>Writes lines of at most the terminal's width. What could command the terminal is made harmless.</summary>
    /// <param name="groups">Each stays on one line where it fits on one.</param>
    /// <param name="indent">Blanks before the first line.</param>
    /// <param name="further">Blanks more before the others.</param>
    public void Write(IEnumerable<IReadOnlyList<Styled>> groups, int indent, int further)
    {
        Begin(indent);
        hanging = indent + further;
        foreach (var group in groups)
        {
            var length = group.Sum(piece => piece.Text.Length);
            if (!isFresh && column + gap + length > width && hanging + length <= width)
            {
                Break();
            }
            // A group that is broken leaves room for what parts it from the next, which would look lost on a line of its own.
            room = column + gap + length > width ? width - Separator.Length : width;
            Add(group);
        }
        Break();
    }

    private void Add(IReadOnlyList<Styled> group)
    {
        foreach (var (text, style) in group)
        {
            var rest = HarmlessText.Of(text).AsSpan();
            while (!rest.IsEmpty)
            {
                var blanks = rest.IndexOfAnyExcept(' ') is var first && first < 0 ? rest.Length : first;
                gap = Math.Max(gap, Math.Min(blanks, 2));
                rest = rest[blanks..];
                var end = rest.IndexOf(' ') is var next && next < 0 ? rest.Length : next;
                if (end > 0)
                {
                    AddWord(rest[..end], style);
                }
                rest = rest[end..];
            }
        }
        gap = Math.Max(gap, 1);
    }

    // A word that is longer than a line is cut.
    private void AddWord(ReadOnlySpan<char> word, TextStyle style)
    {
        var end = word.SequenceEqual(Separator.AsSpan().Trim()) ? width : room;
        if (!isFresh && column + gap + word.Length > end)
        {
            Break();
        }
        if (!isFresh)
        {
            Change(active == style ? style : TextStyle.Plain);
            line.Append(' ', gap);
            column += gap;
        }
        Change(style);
        while (word.Length > Math.Max(width - column, 1))
        {
            var cut = Math.Max(width - column, 1);
            line.Append(word[..cut]);
            word = word[cut..];
            Break();
            Change(style);
        }
        line.Append(word);
        column += word.Length;
        (gap, isFresh) = (0, false);
    }

    private void Break()
    {
        Change(TextStyle.Plain);
        write(line.ToString());
        Begin(hanging);
    }

    private void Begin(int indent)
    {
        line.Clear().Append(' ', indent);
        (column, gap, isFresh) = (indent, 0, true);
    }

    private void Change(TextStyle to)
    {
        if (isColored && to != active)
        {
            line.Append(active == TextStyle.Plain ? "" : "\e[0m").Append(Code(to));
        }
        active = to;
    }

    private static string Code(TextStyle style) =>
        style switch
        {
            TextStyle.Plain => "",
            TextStyle.Strong => "\e[1m",
            TextStyle.Loop => "\e[1;36m",
            TextStyle.Faint => "\e[2m",
            TextStyle.Warning => "\e[33m",
            TextStyle.Error => "\e[31m",
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
}
