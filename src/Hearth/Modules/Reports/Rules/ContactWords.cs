using System.Globalization;
using System.Text;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support;

namespace Hearth.Modules.Reports.Rules;

/// <summary>The codes by which definitions, exports and links name the values of a dimension, and their plain words.</summary>
internal static class ContactWords
{
    public const string Unknown = "unknown";
    public const string MoreThanOne = "more-than-one";

    private static readonly SupportKinds[] EachKind =
    [
        .. Enum.GetValues<SupportKinds>().Where(k => k != SupportKinds.None),
    ];

    public static string Code<T>(T value)
        where T : struct, Enum =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? Unknown : Dashed(value.ToString());

    /// <summary>The value a code stands for, or null.</summary>
    public static T? Find<T>(string code)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Code(value) == code)
            {
                return value;
            }
        }
        return null;
    }

    public static IEnumerable<string> Codes<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Convert.ToInt32(v, CultureInfo.InvariantCulture) != 0).Select(Code);

    public static IEnumerable<string> KindCodes(SupportKinds kinds) =>
        kinds == SupportKinds.None ? [Unknown] : EachKind.Where(k => kinds.HasFlag(k)).Select(Code);

    /// <summary>The codes a dimension can hold, where they are fixed.</summary>
    public static IReadOnlyList<string>? Fixed(Dimension dimension) =>
        dimension switch
        {
            Dimension.How => [.. Codes<ContactHow>()],
            Dimension.Place => [.. Codes<ContactPlace>()],
            Dimension.Kind => [.. Codes<SupportKinds>()],
            Dimension.Level => [.. Codes<RecordLevel>()],
            Dimension.Model => [.. Codes<ProgramModel>()],
            _ => null,
        };

    /// <summary>The words of a code, as the pages of support say them.</summary>
    public static string Words(Dimension dimension, string code) =>
        dimension switch
        {
            Dimension.How => Capital(SupportWords.Of(Known<ContactHow>(code))),
            Dimension.Place => Capital(SupportWords.Of(Known<ContactPlace>(code))),
            Dimension.Level => Capital(SupportWords.Of(Known<RecordLevel>(code))),
            Dimension.Kind => Capital(SupportWords.OfOne(Known<SupportKinds>(code))),
            _ => code switch
            {
                "health-training" => "Peer-run health training",
                "recovery-center" => "Drop-in or recovery community center",
                "older-adult-support" => "Older-adult support",
                "youth-mentoring" => "Youth and young-adult mentoring",
                "bridging" => "Bridging and in-reach",
                _ => Capital(code.Replace('-', ' ')),
            },
        };

    /// <summary>The name by which the list of contacts knows a value.</summary>
    public static string ListName(Dimension dimension, string code) =>
        dimension switch
        {
            Dimension.How => Known<ContactHow>(code).ToString(),
            Dimension.Kind => Known<SupportKinds>(code).ToString(),
            Dimension.Level => Known<RecordLevel>(code).ToString(),
            _ => code,
        };

    private static T Known<T>(string code)
        where T : struct, Enum =>
        Find<T>(code) ?? throw new InvalidOperationException($"No {typeof(T).Name} is called {code}.");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Dashed(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append('-');
            }
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
