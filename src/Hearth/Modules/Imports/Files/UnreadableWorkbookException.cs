namespace Hearth.Modules.Imports.Files;

/// <summary>A workbook that cannot be read, with the sentence for the person; it does not leave this folder.</summary>
internal sealed class UnreadableWorkbookException(string sentence) : Exception(sentence)
{
    public const string Damaged =
        "This workbook is damaged: its parts cannot be read to their end. Nothing of it was kept. Open it in your "
        + "spreadsheet program, which may mend it, save it anew, and bring that file.";

    public static UnreadableWorkbookException TooLarge(string what) =>
        new(
            $"This workbook {what}, which is more than a spreadsheet holds. Nothing of it was kept. If it is a sheet of "
                + "yours, save it as CSV and bring that file."
        );
}
