namespace Hearth.Modules.Imports.Rules;

/// <summary>Remembers what a cell's text means, so that a word said a million times is understood once. Bounded.</summary>
internal sealed class CellMemory<T>(Func<string, T> meaning)
{
    private const int Most = 4096;

    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> known = new Dictionary<string, T>(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public T Of(ReadOnlySpan<char> cell)
    {
        if (known.TryGetValue(cell, out var value))
            return value;
        var text = cell.ToString();
        value = meaning(text);
        if (known.Dictionary.Count < Most && text.Length < 400)
            known.Dictionary[text] = value;
        return value;
    }
}
