using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Forms;

namespace Hearth.Modules.Organizations.Rules;

/// <summary>Reads what was typed into a settings form; what cannot be read becomes a problem at its field.</summary>
internal sealed class FormText
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public void Say(string field, string sentence) => problems.Add(new(field, sentence));

    public string Required(string field, string? typed, int most, string sentence)
    {
        var text = Optional(field, typed, most) ?? "";
        if (text.Length == 0)
        {
            Say(field, sentence);
        }
        return text;
    }

    public string? Optional(string field, string? typed, int most)
    {
        var text = TypedText.Clean(typed);
        if (text?.EnumerateRunes().Count() > most)
        {
            Say(field, $"Shorten it to {most} letters; it has {text.EnumerateRunes().Count()}.");
        }
        return text;
    }

    public DateOnly? Day(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var day))
        {
            return day;
        }
        Say(field, "Give the day as 2026-11-22, or leave it empty.");
        return null;
    }

    public T Choice<T>(string field, string? typed, string sentence)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(typed, out var chosen) && Enum.IsDefined(chosen))
        {
            return chosen;
        }
        Say(field, sentence);
        return default;
    }

    public string? State(string field, string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }
        if (!States.IsKnown(typed))
        {
            Say(field, "Choose a state from the list, or leave it open.");
        }
        return typed;
    }

    public string? TimeZone(string field, string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }
        if (!TimeZones.IsKnown(typed))
        {
            Say(field, "Choose a time zone from the list.");
        }
        return typed;
    }
}
