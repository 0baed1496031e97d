using System.CommandLine;

namespace Hearth.Modules.Imports.Commands;

/// <summary>What "import contacts" can be told.</summary>
internal sealed class ImportOptions
{
    public Argument<FileInfo> File { get; } =
        new("file")
        {
            Description = "A spreadsheet: an Excel workbook (.xlsx), CSV or any other delimited text",
            HelpName = "FILE",
        };

    public Option<string> Organization { get; } =
        new("--organization")
        {
            Description = "The organization's slug",
            Required = true,
            HelpName = "SLUG",
        };

    public Option<string?> Sheet { get; } =
        new("--sheet")
        {
            Description = "The sheet of a workbook; without it the first that holds rows",
            HelpName = "NAME",
        };

    public Option<FileInfo?> Map { get; } =
        new("--map") { Description = "How to read the sheet, as --save-map wrote it", HelpName = "MAP.json" };

    public Option<string?> Program { get; } =
        new("--program") { Description = "The program of every row that does not name one", HelpName = "SLUG" };

    public Option<string[]> Answer { get; } =
        new("--answer")
        {
            Description =
                "Answers something the sheet leaves open, such as date-order=DayMonth, year=2026 or names=Drop; repeatable",
            HelpName = "QUESTION=VALUE",
            DefaultValueFactory = _ => [],
        };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Do everything but keep it" };

    public Option<bool> SkipBad { get; } =
        new("--skip-bad") { Description = "Import the good rows without those that have problems" };

    public Option<bool> KeepDuplicates { get; } =
        new("--keep-duplicates")
        {
            Description = "Import rows that say exactly what an earlier row says as moments of their own",
        };

    public Option<FileInfo?> Problems { get; } =
        new("--problems")
        {
            Description = "Write rows that have problems here, to mend and import again",
            HelpName = "OUT.csv",
        };

    public Option<FileInfo?> SaveMap { get; } =
        new("--save-map")
        {
            Description = "Write how the sheet is read here, to look at, change and use with --map",
            HelpName = "OUT.json",
        };

    public Option<string> YesLanguage { get; } =
        new("--language")
        {
            Description = "The language of the sheet's own words, under which people wrote their code",
            HelpName = "TAG",
            DefaultValueFactory = _ => "en",
        };

    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON" };

    public Command AddTo(Command command)
    {
        command.Arguments.Add(File);
        foreach (
            var option in new Option[]
            {
                Organization,
                Sheet,
                Map,
                Program,
                Answer,
                DryRun,
                SkipBad,
                KeepDuplicates,
                Problems,
                SaveMap,
                YesLanguage,
                Json,
            }
        )
        {
            command.Options.Add(option);
        }
        return command;
    }
}
