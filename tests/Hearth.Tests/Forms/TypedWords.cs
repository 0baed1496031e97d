using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Tests.People;

namespace Hearth.Tests.Forms;

/// <summary>What hostile and careless people type, what a field would accept, and what is the same text.</summary>
internal static class TypedWords
{
    /// <summary>blns, and what it has not: NUL, halves of surrogate pairs, what turns the line around, endless ones.</summary>
    public static IReadOnlyList<string> Naughty { get; } = [.. Together(NaughtyStrings.All, 150), .. Odd];

    /// <summary>The same in bunches so long that hardly a field takes one: to send them all in a few forms.</summary>
    public static IReadOnlyList<string> Bunches { get; } = [.. Together(NaughtyStrings.All, 1_000), .. Odd];

    /// <summary>One of each sort, short ones that a field may take, and nothing at all.</summary>
    public static IReadOnlyList<string> Few { get; } = [.. NaughtyStrings.All.Where((_, i) => i % 40 == 0), " "];

    private static IReadOnlyList<string> Odd =>
        [
            "",
            " ",
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
    public static IReadOnlyDictionary<string, string> Valid { get; } =
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

    /// <summary>Something naughty for each of these fields, another in each, and others again from another place.</summary>
    public static Dictionary<string, string> Each(
        IReadOnlyList<string> fields,
        int from,
        IReadOnlyList<string> words
    ) =>
        fields
            .Select((field, n) => (field, Words: words[(from + n * 7) % words.Count]))
            .ToDictionary(f => f.field, f => f.Words);

    /// <summary>What a browser hands over for a passkey, were there such words in all of its parts.</summary>
    public static string Credential(string words)
    {
        var part = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(words));
        return JsonSerializer.Serialize(
            new
            {
                id = part,
                rawId = part,
                type = "public-key",
                authenticatorAttachment = words,
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = part,
                    attestationObject = part,
                    authenticatorData = part,
                    signature = part,
                    userHandle = part,
                    transports = new[] { words },
                },
            }
        );
    }

    private static List<string> Together(IEnumerable<string> all, int longest)
    {
        var together = new List<string>();
        foreach (var one in all)
        {
            if (together.Count > 0 && together[^1].Length + one.Length < longest)
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
