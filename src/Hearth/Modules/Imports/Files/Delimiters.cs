namespace Hearth.Modules.Imports.Files;

/// <summary>Which character stands between cells: the one that splits the sample most evenly.</summary>
internal static class Delimiters
{
    private const int SampleRows = 300;
    private static readonly char[] Candidates = ['\t', ';', ',', '|', '^', '~', '\u001F'];

    public static char Find(ReadOnlySpan<char> sample, bool whole)
    {
        var best = ',';
        var bestScore = 0.0;
        foreach (var candidate in Candidates)
        {
            var score = Score(sample, whole, candidate);
            if (score <= bestScore)
                continue;
            best = candidate;
            bestScore = score;
        }
        return best;
    }

    // Excel writes "sep=;" as the first line and hides it.
    public static char? Declared(ReadOnlySpan<char> sample) =>
        sample.Length > 5 && sample[..4].Equals("sep=", StringComparison.OrdinalIgnoreCase) && sample[5] is '\r' or '\n'
            ? sample[4]
            : null;

    private static double Score(ReadOnlySpan<char> sample, bool whole, char delimiter)
    {
        var reader = new RowReader(delimiter);
        var row = new SheetRow();
        var counts = new Dictionary<int, int>();
        var rows = 0;
        while (rows < SampleRows && !sample.IsEmpty)
        {
            var used = reader.Read(sample, whole, row);
            if (used <= 0)
                break;
            sample = sample[used..];
            if (row.IsBlank)
                continue;
            rows++;
            if (row.Count > 1)
                counts[row.Count] = counts.GetValueOrDefault(row.Count) + 1;
        }
        if (counts.Count == 0)
            return 0;
        var most = counts.MaxBy(pair => pair.Value * Math.Log(pair.Key + 1));
        // Evenness first; among equally even splits, the one that makes more cells.
        return (double)most.Value / rows + Math.Min(most.Key, 100) * 0.0001;
    }
}
