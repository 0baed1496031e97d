using System.Globalization;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Pages;

/// <summary>The mapping form and the map, both ways. Everything the form does not show stays as it was.</summary>
internal static class MapInput
{
    public const int MostWords = 1000;
    public const int MostLanguage = 20;

    /// <summary>The map as the form has it.</summary>
    /// <param name="headers">The sheet's columns, in its order.</param>
    public static ContactMap Read(IFormCollection form, ContactMap before, IReadOnlyList<string> headers)
    {
        var map = before with
        {
            DateOrder = Choice(form, "date-order", before.DateOrder),
            FixedProgram = form.ContainsKey("program") ? Text(form, "program") : before.FixedProgram,
            FixedHow = Choice(form, "how", before.FixedHow),
            FixedPlace = Choice(form, "place", before.FixedPlace),
            Year = form.ContainsKey("year") ? Number(form, "year", 1900, 2200) : before.Year,
            Names = Choice(form, "names", before.Names),
        };
        if (before.Kind == SheetKind.Log)
        {
            map = map with { Columns = [.. headers.Select((header, i) => Column(form, before, header, i))] };
        }
        foreach (var (key, value) in form.Where(f => f.Key.StartsWith("q:", StringComparison.Ordinal)))
        {
            if (
                value.ToString() is var answer
                && (answer.Length > 0 || key.StartsWith("q:program-word:", StringComparison.Ordinal))
            )
            {
                map = answer == "?" ? map : MapGuess.Answer(map, key[2..], answer);
            }
        }
        return map;
    }

    private static MapColumn Column(IFormCollection form, ContactMap before, string header, int index) =>
        new(
            index,
            header,
            Choice(form, $"col-{index.ToString(CultureInfo.InvariantCulture)}", FieldOf(before, index, header))
        );

    /// <summary>What a column fills so far.</summary>
    public static ContactField FieldOf(ContactMap map, int index, string header) =>
        (
            map.Columns.FirstOrDefault(c => c.Index == index && c.Header == header)
            ?? map.Columns.FirstOrDefault(c => c.Header == header)
        )?.Field
        ?? ContactField.Ignore;

    /// <summary>The answer a question has in the map so far; "?" where it has none.</summary>
    public static string AnswerOf(ContactMap map, MapQuestion question)
    {
        var colon = question.Id.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? "" : question.Id[(colon + 1)..];
        return (colon < 0 ? question.Id : question.Id[..colon]) switch
        {
            "year-rolls-over" => map.YearRollsOver.ToString(),
            "blank-date" => map.BlankDateMeansAbove.ToString(),
            "bare-times" => map.BareTimesAreAfternoon.ToString(),
            "length-clock" => map.ClocksHaveSeconds?.ToString() ?? "?",
            "unanswered" => map.CountUnanswered.ToString(),
            "month" => map.Month?.ToString(CultureInfo.InvariantCulture) ?? "?",
            "program-word" => map.ProgramWords.GetValueOrDefault(word) ?? "?",
            "kind-word" => map.KindWords.TryGetValue(word, out var kind) ? kind.ToString() : "?",
            _ => "?",
        };
    }

    /// <summary>Questions the form has fields of its own for.</summary>
    public static bool HasItsOwnField(MapQuestion question) =>
        question.Id is "date-order" or "year" or "program" or "names";

    private static string? Text(IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static int? Number(IFormCollection form, string name, int least, int most) =>
        int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;

    private static T Choice<T>(IFormCollection form, string name, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(form[name], out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;
}
