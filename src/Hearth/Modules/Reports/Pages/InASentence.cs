namespace Hearth.Modules.Reports.Pages;

/// <summary>A recipient's name as it stands inside a sentence.</summary>
internal static class InASentence
{
    public static string The(string recipient) =>
        recipient.StartsWith("The ", StringComparison.Ordinal) ? "the " + recipient[4..] : recipient;
}
