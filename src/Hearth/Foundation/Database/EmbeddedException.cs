namespace Hearth.Foundation.Database;

/// <summary>The embedded PostgreSQL cannot run here. The message is a sentence for the person at the terminal.</summary>
public sealed class EmbeddedException(string sentence, Exception? inner = null) : Exception(sentence, inner);
