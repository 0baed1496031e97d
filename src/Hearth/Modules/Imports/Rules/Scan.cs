namespace Hearth.Modules.Imports.Rules;

/// <summary>A place in a cell's text, moving forward over numbers, words and separators.</summary>
internal ref struct Scan(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public int At { get; private set; }

    public readonly ReadOnlySpan<char> Rest => text[At..];

    public readonly bool Done => At >= text.Length;

    public readonly char Peek => At < text.Length ? text[At] : '\0';

    public readonly char PeekAfter(int count) => At + count < text.Length ? text[At + count] : '\0';

    public void Skip(int count = 1) => At += count;

    public void Spaces()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At]))
            At++;
    }

    public void Any(ReadOnlySpan<char> of)
    {
        while (At < text.Length && of.Contains(text[At]))
            At++;
    }

    /// <summary>Digits from here as a number of at most nine digits; false when there is none.</summary>
    public bool Number(out int value, out int digits)
    {
        value = 0;
        digits = 0;
        while (At < text.Length && char.IsAsciiDigit(text[At]) && digits < 9)
        {
            value = (value * 10) + (text[At++] - '0');
            digits++;
        }
        return digits > 0 && !char.IsAsciiDigit(Peek);
    }

    public ReadOnlySpan<char> Word()
    {
        var from = At;
        while (At < text.Length && char.IsLetter(text[At]))
            At++;
        return text[from..At];
    }

    public readonly bool IsSame(ReadOnlySpan<char> word) => Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
