namespace Hearth.Foundation;

/// <summary>Something a person can fix: the field it belongs to and a sentence that says what to do.</summary>
public sealed record Problem(string Field, string Sentence);

/// <summary>What a file from outside became: the value, if one could be read, and every issue met on the way.</summary>
public sealed record Parsed<T>(T? Value, IReadOnlyList<Problem> Problems);

/// <summary>Raised for what the person at the command line can fix; printed as one sentence, never as a trace.</summary>
public sealed class HearthException(string sentence, Exception? inner = null) : Exception(sentence, inner);
