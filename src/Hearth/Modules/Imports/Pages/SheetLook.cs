using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports.Pages;

/// <summary>A sheet as the mapping page shows it: its columns with some of what they hold, and its first rows as read.</summary>
public sealed record SheetLook(
    SheetShape Shape,
    IReadOnlyList<IReadOnlyList<string>> Samples,
    IReadOnlyList<ImportRow> Preview
)
{
    private const int LookRows = 60;
    private const int SamplesOf = 3;
    private const int PreviewRows = 20;
    private const int PreviewLook = 5_000;
    private const int LongestSample = 40;

    public static SheetLook At(SheetSource source, ContactMap map, ImportContext context)
    {
        var shape = SheetShape.Of(source);
        var samples = shape.Headers.Select(_ => new List<string>()).ToArray();
        if (shape.Kind == SheetKind.Log)
        {
            foreach (var row in source.Rows().Skip(shape.FirstDataRow - 1).Take(LookRows))
            {
                for (var i = 0; i < samples.Length; i++)
                {
                    Add(samples[i], row.Trimmed(i));
                }
            }
        }
        var preview =
            map.Missing().Count > 0
                ? []
                : ContactRows
                    .Read(source, map, context)
                    .Take(PreviewLook)
                    .Where(row => row.Skipped is null)
                    .Take(PreviewRows)
                    .ToList();
        return new(shape, samples, preview);
    }

    private static void Add(List<string> samples, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || samples.Count >= SamplesOf)
        {
            return;
        }
        var text = cell.Length <= LongestSample ? cell.ToString() : string.Concat(cell[..LongestSample], "…");
        if (!samples.Contains(text))
        {
            samples.Add(text);
        }
    }
}
