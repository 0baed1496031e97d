namespace Hearth.Modules.Imports.Rules;

/// <summary>Whole numbers below a hundred written as words, English or Spanish; a dozen and two dozen too.</summary>
internal static class NumberWords
{
    private const int Longest = 40;

    private static readonly Dictionary<string, int> Ones = Numbered(
        1,
        "one two three four five six seven eight nine",
        "uno dos tres cuatro cinco seis siete ocho nueve"
    );

    private static readonly Dictionary<string, int> Teens = Numbered(
        10,
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
    );

    private static readonly Dictionary<string, int> Tens = Numbered(
        2,
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
    );

    private static Dictionary<string, int> Numbered(int first, params string[] lists) =>
        lists
            .SelectMany(list => list.Split(' ').Select((word, i) => (Word: word, Number: first + i)))
            .ToDictionary(pair => pair.Word, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>The number a text starts with, and what stands behind it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int number, out string rest)
    {
        number = 0;
        rest = "";
        if (text.IsEmpty || text.Length > Longest || !char.IsLetter(text[0]))
            return false;
        var words = Words.Plain(text).Split(' ');
        var at = Below(words, out number);
        if (at < words.Length && words[at] is "dozen" or "docena" or "docenas" && number < 10)
        {
            number = Math.Max(1, number) * 12;
            at++;
        }
        else if (number == 0)
            return false;
        rest = string.Join(' ', words.Skip(at));
        return true;
    }

    // How many words make a number below a hundred.
    private static int Below(string[] words, out int number)
    {
        if (words[0] is "a" or "una")
        {
            number = 0;
            return 1;
        }
        if (Teens.TryGetValue(words[0], out number) || Ones.TryGetValue(words[0], out number))
            return 1;
        if (!Tens.TryGetValue(words[0], out number))
            return 0;
        number *= 10;
        var next = words.Length > 2 && words[1] is "y" ? 2 : 1;
        if (next >= words.Length || !Ones.TryGetValue(words[next], out var one))
            return 1;
        number += one;
        return next + 1;
    }
}
