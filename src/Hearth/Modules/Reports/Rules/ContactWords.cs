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

    private static readonly SupportKinds[] EachKind = [.. Enum.GetValues<SupportKinds>().Where(k => k != SupportKinds.None)];

    public static string Code<T>(T value)
        where T : struct, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? Unknown : Dashed(value.ToString());

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
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Convert.ToInt32(v, CultureInfo.InvariantCulture) != 0).Select(Code);

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

    /// <summary>"in-person" as "In person".</summary>
    public static string Words(string code) =>
        code switch
        {
            "health-training" => "Peer-run health training",
            "recovery-center" => "Drop-in or recovery community center",
            "older-adult-support" => "Older-adult support",
            "youth-mentoring" => "Youth and young-adult mentoring",
            "bridging" => "Bridging and in-reach",
            "jail-or-court" => "Jail or court",
            "a-place-to-be" => "A place to be",
            _ => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' '),
        };

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
