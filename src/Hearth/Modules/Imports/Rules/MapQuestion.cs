namespace Hearth.Modules.Imports.Rules;

/// <summary>One possible answer. The suggested one, if any, comes first.</summary>
public sealed record MapChoice(string Value, string Label);

/// <summary>Something the sheet does not say and only a person can. Apply the answer with <see cref="MapGuess.Answer"/>.</summary>
/// <param name="Id">
/// date-order, year, month, year-rolls-over, blank-date, bare-times, program, names, program-word:WORD or kind-word:WORD.
/// </param>
/// <param name="Sentence">The question in plain words.</param>
/// <param name="MustAnswer">Rows become problems, or are read by a guess, until it is answered; otherwise the first choice is already in the map.</param>
public sealed record MapQuestion(string Id, string Sentence, IReadOnlyList<MapChoice> Choices, bool MustAnswer);
