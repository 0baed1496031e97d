using System.CommandLine;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12": looks into health-care EDI files. Works on files alone, with no installation.</summary>
internal static class X12Command
{
    public static Command Make() =>
        new("x12", "Read health-care EDI files (ASC X12 005010): remittances, claims, acknowledgements")
        {
            X12SummaryCommand.Make(),
            X12ShowCommand.Make(),
            X12ValidateCommand.Make(),
            X12GenerateCommand.Make(),
            X12ConvertCommand.Make(),
            X12DiffCommand.Make(),
        };
}
