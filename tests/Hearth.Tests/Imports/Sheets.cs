using System.Text;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

/// <summary>Sheets and contexts for the import tests.</summary>
internal static class Sheets
{
    public static readonly ImportContext Context = new(
        new DateOnly(2026, 11, 22),
        TimeZoneInfo.FindSystemTimeZoneById("America/Denver"),
        [new ImportProgram("house", "The House")],
        Encoding.ASCII.GetBytes("a secret of thirty-two bytes ....")
    );

    public static SheetSource Of(string text, Encoding? encoding = null) =>
        SheetSource.Open(new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text)));

    public static string[][] Cells(string text, Encoding? encoding = null) => Cells(Of(text, encoding));

    public static string[][] Cells(SheetSource source) => [.. source.Rows().Select(row => row.ToArray())];

    public static (MapGuess Guess, List<ImportRow> Rows) Import(
        string text,
        params (string Id, string Value)[] answers
    ) => Import(Of(text), Context, answers);

    public static (MapGuess Guess, List<ImportRow> Rows) Import(
        SheetSource source,
        ImportContext context,
        params (string Id, string Value)[] answers
    )
    {
        var guess = MapGuess.From(source, context);
        var map = answers.Aggregate(guess.Map, (map, answer) => MapGuess.Answer(map, answer.Id, answer.Value));
        return (guess, [.. ContactRows.Read(source, map, context)]);
    }

    public static List<ImportedContact> Contacts(string text, params (string Id, string Value)[] answers) =>
        [.. Import(text, answers).Rows.Where(row => row.Contact is not null).Select(row => row.Contact!)];

    /// <summary>A fixture outside the repository; the test is skipped, saying so, where it is absent.</summary>
    public static string Fixture(string path)
    {
        var folder = Environment.GetEnvironmentVariable("HEARTH_FIXTURES") ?? Beside() ?? "";
        var file = Path.Combine(folder, path);
        Assert.SkipUnless(File.Exists(file), $"{path} is not here. Set HEARTH_FIXTURES to the folder of fixtures.");
        return file;
    }

    private static string? Beside()
    {
        for (
            DirectoryInfo? folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var fixtures = Path.Combine(folder.FullName, "..", "shared", "fixtures");
            if (File.Exists(Path.Combine(folder.FullName, "Hearth.slnx")) && Directory.Exists(fixtures))
                return fixtures;
        }
        return null;
    }
}
