using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Reads a sheet through a map, row by row, in constant memory. Never throws on content.</summary>
public static class ContactRows
{
    /// <summary>
    /// Every row's outcome in the file's order. Duplicates are not judged here: two outcomes with one
    /// <see cref="ImportedContact.Key"/> are exact duplicates, and the caller reports them.
    /// </summary>
    public static IEnumerable<ImportRow> Read(SheetSource source, ContactMap map, ImportContext context) =>
        throw new NotImplementedException();
}
