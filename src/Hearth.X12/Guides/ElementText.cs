using System.Globalization;

namespace Hearth.X12.Guides;

/// <summary>Reads the elements of a guide's line: "R=85 R=1,2 S(R=HC R S) S@states".</summary>
internal sealed class ElementText(GuideLine line, string text, Func<string, CodeList> lists)
{
    private int at;

    /// <summary>Rules by place, the one at 0 unused; places that are not named are not used.</summary>
    public ElementRule[] Read(SegmentDefinition definition)
    {
        var rules = new ElementRule[definition.Elements.Length + 1];
        for (var place = 1; place < rules.Length; place++)
        {
            SkipBlanks();
            rules[place] = Rule(definition, place, isThere: at < text.Length && text[at] != ')');
        }
        SkipBlanks();
        if (at < text.Length && text[at] != ')')
        {
            throw line.Wrong($"{definition.Tag} has no more than {definition.Elements.Length} elements");
        }
        return rules;
    }

    private ElementRule Rule(SegmentDefinition definition, int place, bool isThere)
    {
        var (number, repeats) = definition.Elements[place - 1];
        var composite = Dictionary.Segment(number);
        var element =
            Dictionary.Element(number)
            ?? (composite is null ? null : new DataElement(number, ElementType.Composite, 0, 0, composite.Name))
            ?? throw line.Wrong($"there is no element {number}");
        var (shortest, longest) = (element.Shortest, element.Longest);
        var usage = isThere ? UsageOf(text[at++]) : Usage.NotUsed;
        CodeSet? codes = null;
        CodeList? list = null;
        PartRules? parts = null;
        var isCounter = false;
        while (isThere && at < text.Length && text[at] is not (' ' or ')'))
        {
            switch (text[at++])
            {
                case '=' when at < text.Length && text[at] == '@':
                case '@':
                    at += text[at] == '@' ? 1 : 0;
                    list = lists(Word());
                    break;
                case '=':
                    codes = new CodeSet(Word().Split(','));
                    break;
                case '^':
                    repeats = Number(Word());
                    break;
                case '#':
                    isCounter = true;
                    break;
                case '{':
                    var lengths = Word().TrimEnd('}').Split('-');
                    (shortest, longest) = (Number(lengths[0]), Number(lengths[^1]));
                    break;
                case '(' when composite is not null:
                    parts = new(Read(composite));
                    at++;
                    break;
                default:
                    throw line.Wrong($"\"{text[at - 1]}\" means nothing here");
            }
        }
        // What a guide leaves open in a composite may be there in any of its parts.
        parts ??= composite is null ? null : new(Open(composite));
        codes ??= list is { IsPartial: false } ? new CodeSet(list.Entries.Select(e => e.Code), Ended(list)) : null;
        var meaning =
            isCounter ? Meaning.Counter
            : number == "1251" ? Meaning.Period
            : number is "67" or "127" && place > 1 ? Meaning.Identifier
            : Meaning.None;
        return new(element, usage, element.Type, meaning, shortest, longest, repeats, codes, list, parts);
    }

    private ElementRule[] Open(SegmentDefinition composite) =>
        new ElementText(line, string.Join(' ', Enumerable.Repeat('S', composite.Elements.Length)), lists).Read(
            composite
        );

    private static Func<string, int> Ended(CodeList list) =>
        code => list.Find(code)?.To is { } day ? (day.Year * 10000) + (day.Month * 100) + day.Day : 0;

    private Usage UsageOf(char letter) =>
        letter switch
        {
            'R' => Usage.Required,
            'S' => Usage.Situational,
            'N' => Usage.NotUsed,
            _ => throw line.Wrong($"\"{letter}\" is no usage"),
        };

    private string Word()
    {
        var from = at;
        while (at < text.Length && text[at] is not (' ' or '(' or ')' or '^' or '@' or '{' or '#' or '='))
        {
            at++;
        }
        return text[from..at];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
