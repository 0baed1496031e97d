using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Reads a sheet through a map, row by row, in constant memory. Never throws on content.</summary>
public static class ContactRows
{
    /// <summary>
    /// Every row's outcome in the file's order. Duplicates are not judged here: two outcomes with one
    /// <see cref="ImportedContact.Key"/> are exact duplicates, and the caller reports them.
    /// </summary>
    public static IEnumerable<ImportRow> Read(SheetSource source, ContactMap map, ImportContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(context);
        if (map.Kind == SheetKind.Tally)
            return new TallyRows(map, context).Read(source);
        return new LogReader(map, context, SheetShape.Of(source)).Read(source);
    }
}
