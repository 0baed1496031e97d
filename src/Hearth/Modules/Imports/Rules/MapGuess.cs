using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>One possible answer. The suggested one, if any, comes first.</summary>
public sealed record MapChoice(string Value, string Label);

/// <summary>Something the sheet does not say and only a person can. Apply the answer with <see cref="MapGuess.Answer"/>.</summary>
/// <param name="Id">date-order, year, year-rolls-over, program, names, or program-word:WORD / kind-word:WORD.</param>
/// <param name="Sentence">The question in plain words.</param>
/// <param name="MustAnswer">Rows become problems until it is answered.</param>
public sealed record MapQuestion(string Id, string Sentence, IReadOnlyList<MapChoice> Choices, bool MustAnswer);

/// <summary>A first map for a sheet, how sure it is, and what to ask.</summary>
/// <param name="Confidence">0 to 1: how much of what a contact needs was found without guessing.</param>
/// <param name="Notes">What was noticed, as sentences: encoding, title lines, dropped caller numbers.</param>
public sealed record MapGuess(
    ContactMap Map, double Confidence, IReadOnlyList<MapQuestion> Questions, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// Looks at the whole sheet once and proposes a map. A remembered map whose headers fit is kept, and only what this
    /// file leaves open is asked again.
    /// </summary>
    public static MapGuess From(SheetSource source, ImportContext context, ContactMap? remembered = null) =>
        throw new NotImplementedException();

    /// <summary>The map with one question answered; an unknown id or value leaves it as it was.</summary>
    public static ContactMap Answer(ContactMap map, string questionId, string value) => throw new NotImplementedException();
}
