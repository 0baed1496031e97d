using System.Globalization;
using Hearth.Foundation.Access;

namespace Hearth.Modules.Imports.Pages;

/// <summary>Words, numbers and addresses that the import pages share.</summary>
internal static class ImportText
{
    public static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string N(long count, string one, string? many = null) =>
        $"{N(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Day(OrganizationContext here, DateTimeOffset at) =>
        here.Local(at).ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>The page on which a sheet's way goes on.</summary>
    public static string Path(OrganizationContext here, SheetImport sheet) =>
        $"{here.Path}/imports/{sheet.Id}"
        + sheet.State switch
        {
            SheetImportState.Uploaded => "/map",
            SheetImportState.Checking or SheetImportState.Checked or SheetImportState.Importing => "/check",
            SheetImportState.Done or SheetImportState.Undone or SheetImportState.Discarded => "",
        };

    public static string Of(SheetImportState state) =>
        state switch
        {
            SheetImportState.Uploaded => "to be mapped",
            SheetImportState.Checking => "being checked",
            SheetImportState.Checked => "checked, not imported",
            SheetImportState.Importing => "being imported",
            SheetImportState.Done => "imported",
            SheetImportState.Undone => "undone",
            SheetImportState.Discarded => "let go",
        };

    public static string? Chip(SheetImportState state) =>
        state switch
        {
            SheetImportState.Done => "good",
            SheetImportState.Undone => "stop",
            SheetImportState.Checking or SheetImportState.Importing or SheetImportState.Checked => "note",
            SheetImportState.Uploaded or SheetImportState.Discarded => null,
        };

    public static string Icon(SheetImportState state) =>
        Chip(state) switch
        {
            null => "plain",
            var chip => chip,
        };
}
