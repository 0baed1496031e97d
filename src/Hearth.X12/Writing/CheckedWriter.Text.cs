namespace Hearth.X12.Writing;

// Text and codes.
internal sealed partial class CheckedWriter
{
    /// <summary>Text that has to be there.</summary>
    public void Required(string? text, int most, string what, int least = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Missing(what);
            Skip();
        }
        else
        {
            Optional(text, most, what, least);
        }
    }

    /// <summary>Text that may be absent. Accents and the like are brought into X12's character set.</summary>
    public void Optional(string? text, int most, string what, int least = 1)
    {
        var folded = text is null ? "" : PlainText.Fold(text);
        if (folded.Length == 0 && !string.IsNullOrWhiteSpace(text))
        {
            Add($"{Capital(what)} holds nothing that can stand in this file.", "Write it in plain letters.", text);
        }
        if (folded.Length > 0 && !IsGood(folded, least, most, what))
        {
            folded = "";
        }
        writer.Element(folded);
        Next();
    }

    /// <summary>A code that has to be there and to be one of those that the guide allows.</summary>
    public void RequiredOf(string? code, IReadOnlyCollection<string> codes, string what)
    {
        if (string.IsNullOrEmpty(code))
        {
            Missing(what);
        }
        OptionalOf(code, codes, what);
    }

    /// <summary>A code that may be absent.</summary>
    public void OptionalOf(string? code, IReadOnlyCollection<string> codes, string what)
    {
        if (!string.IsNullOrEmpty(code) && !codes.Contains(code))
        {
            Add($"\"{code}\" is no code for {what}.", $"Use one of {string.Join(", ", codes)}.", code);
            code = null;
        }
        writer.Element(code);
        Next();
    }

    /// <summary>An element that repeats.</summary>
    public void Repeated(IReadOnlyList<string> texts, int most, int longest, string what)
    {
        AtMost(texts.Count, most, $"repetitions of {what}");
        if (texts.Any(t => !IsGood(t, 1, longest, what)))
        {
            texts = [];
        }
        if (texts.Count == 0)
        {
            Skip();
            return;
        }
        // What is joined was checked text by text; the signs between must stand there.
        writer.Known(System.Text.Encoding.Latin1.GetBytes(string.Join((char)Delimiters.Repetition, texts)));
        Next();
    }

    /// <summary>A control number of up to nine digits, with zeros before it up to a width.</summary>
    public void Digits(string number, int width, string what)
    {
        if (number.Length > 9 || number.Any(c => !char.IsAsciiDigit(c)))
        {
            Add($"\"{number}\" cannot be {what}.", "Use one to nine digits.", number);
            number = "0";
        }
        Required(number.Length == 0 ? "" : number.PadLeft(width, '0'), 9, what);
    }

    /// <summary>Text without what this file cannot hold, and no longer than asked; null where nothing is left.</summary>
    public string? Clean(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }
        var kept = new System.Text.StringBuilder(Math.Min(text.Length, most));
        foreach (var c in text)
        {
            if (kept.Length < most && (c == ' ' || writer.CanWrite([c])))
            {
                kept.Append(c);
            }
        }
        var clean = kept.ToString().Trim();
        return clean.Length == 0 ? null : clean;
    }

    private bool IsGood(string text, int least, int most, string what)
    {
        if (text.Length < least || text.Length > most)
        {
            var length = least == most ? $"{most}" : $"{least} to {most}";
            Add($"{Capital(what)} has {text.Length} characters.", $"It has to have {length}.", text);
            return false;
        }
        if (!writer.CanWrite(text) || string.IsNullOrWhiteSpace(text))
        {
            Add(
                $"{Capital(what)} holds a character that cannot stand in this file.",
                $"Use plain letters, digits and signs, but none of {Forbidden()}.",
                text
            );
            return false;
        }
        return true;
    }

    private string Forbidden() =>
        string.Join(
            ' ',
            new[] { Delimiters.Element, Delimiters.Component, Delimiters.Repetition, Delimiters.Segment }
                .Where(b => b > ' ')
                .Select(b => (char)b)
        );
}
