using System.Globalization;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>Writes explained segments as a tree: loops by their names, each segment in a line, findings under them.</summary>
internal sealed class X12Tree(TerminalText text, bool showsRaw = false, bool showsIds = false)
{
    private const int Step = 2;
    private const int Deepest = 16; // steps that are indented; what is deeper stands under them
    private IReadOnlyList<ExplainedLoop> open = [];
    private long errors;
    private long warnings;

    /// <summary>A file begins, where there are several.</summary>
    public void Begin(string name) =>
        Write(
            0,
            [
                [new(name, TextStyle.Strong)],
            ]
        );

    public void Show(ExplainedSegment segment)
    {
        Enter(segment);
        Write(segment.Depth, Groups(segment));
        if (showsRaw)
        {
            Write(
                segment.Depth + 2,
                [
                    [new(segment.Raw, TextStyle.Faint)],
                ]
            );
        }
        foreach (var finding in segment.Findings)
        {
            Show(finding, segment);
        }
    }

    /// <summary>The file is at its end.</summary>
    /// <param name="summary">What was in it; null where only a part was shown.</param>
    public void Close(Summary? summary)
    {
        var found = (errors, warnings) switch
        {
            (0, 0) => "Nothing wrong was found.",
            (_, 0) => $"{Counted(errors, "error")}, marked with !",
            (0, _) => $"{Counted(warnings, "warning")}, marked with !",
            _ => $"{Counted(errors, "error")} and {Counted(warnings, "warning")}, marked with !",
        };
        var style =
            errors > 0 ? TextStyle.Error
            : warnings > 0 ? TextStyle.Warning
            : TextStyle.Plain;
        Write(0, []);
        var read = summary is null
            ? ""
            : $"{Counted(summary.Transactions, "transaction")}, {Counted(summary.Claims, "claim")}.";
        Write(
            0,
            [
                [new(read)],
                [new(found, style)],
            ]
        );
    }

    // Loops that begin here get a line each.
    private void Enter(ExplainedSegment segment)
    {
        var loops = segment.Loops;
        for (var i = 0; i < loops.Count; i++)
        {
            if (i < open.Count && open[i] == loops[i])
            {
                continue;
            }
            Write(
                3 + i,
                [
                    [new($"{loops[i].Id} {loops[i].Name}".Trim(), TextStyle.Loop)],
                ]
            );
            open = [.. loops.Take(i + 1)];
        }
        open = loops;
    }

    // The title, then each field; "Label: value" where the title names the first field.
    private IEnumerable<IReadOnlyList<Styled>> Groups(ExplainedSegment segment)
    {
        var fields = segment.Fields;
        var isLed = fields is [{ Label.Length: 0 }, ..];
        List<Styled> group = showsIds ? [new(segment.Tag + " ", TextStyle.Faint)] : [];
        group.Add(new(segment.Title + (isLed ? ":" : "  "), TextStyle.Strong));
        if (!isLed)
        {
            yield return group;
            group = [];
        }
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Label.Length > 0)
            {
                group.Add(new($"{fields[i].Label}:"));
            }
            Add(group, fields[i].Values);
            if (i < fields.Count - 1)
            {
                group.Add(new(TerminalText.Separator, TextStyle.Faint));
            }
            yield return group;
            group = [];
        }
    }

    private void Add(List<Styled> group, IReadOnlyList<ExplainedValue> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var (id, value, meaning) = values[i];
            if (showsIds)
            {
                group.Add(new($" {id}", TextStyle.Faint));
            }
            group.Add(new($" {value}"));
            if (meaning.Length > 0)
            {
                group.Add(new($" ({meaning})", TextStyle.Faint));
            }
            if (i < values.Count - 1)
            {
                group.Add(new(","));
            }
        }
    }

    private void Show(Finding finding, ExplainedSegment under)
    {
        var isError = finding.Severity == Severity.Error;
        (errors, warnings) = (errors + (isError ? 1 : 0), warnings + (isError ? 0 : 1));
        var about =
            finding.Place.Ordinal > 0 && finding.Place.Ordinal != under.Place.Ordinal
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"About segment {finding.Place.Ordinal} ({finding.Segment}): "
                )
                : "";
        Write(
            under.Depth + 1,
            [
                [
                    new(
                        $"! {(isError ? "" : "Warning: ")}{about}{finding.Sentence} {finding.Next}",
                        isError ? TextStyle.Error : TextStyle.Warning
                    ),
                ],
            ]
        );
    }

    private void Write(int depth, IEnumerable<IReadOnlyList<Styled>> groups)
    {
        var indent = Math.Min(depth, Deepest) * Step;
        text.Write(groups, indent, 2 * Step);
    }

    private static string Counted(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
