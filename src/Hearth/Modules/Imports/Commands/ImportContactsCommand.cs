using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Imports.Runs;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Imports.Commands;

/// <summary>./hearth import contacts FILE: asks nothing; what it cannot know it names, with the option that answers it.</summary>
internal sealed class ImportContactsCommand(ImportOptions options, CommandHost host)
{
    public static Command Create(CommandHost host)
    {
        var options = new ImportOptions();
        var contacts = options.AddTo(new Command("contacts", "Import a spreadsheet of contacts"));
        contacts.SetAction(CommandHost.Body(new ImportContactsCommand(options, host).RunAsync));
        return new Command("import", "Bring in what the organization keeps elsewhere") { contacts };
    }

    private async Task<int> RunAsync(ParseResult asked, CancellationToken cancel)
    {
        var file = asked.GetRequiredValue(options.File);
        if (!file.Exists)
        {
            throw new HearthException($"There is no file {file.FullName}. Nothing was imported.");
        }
        await using var stream = file.OpenRead();
        var sha256 = await SHA256.HashDataAsync(stream, cancel);
        using var source = SheetSource.Open(stream, sheet: asked.GetValue(options.Sheet));
        if (source.Refusal is not null)
        {
            throw new HearthException(source.Refusal);
        }
        if (asked.GetValue(options.Sheet) is not null && source.Sheet is null)
        {
            throw new HearthException(
                $"{file.Name} is text and holds one sheet without a name. Nothing was imported. Leave --sheet out."
            );
        }
        await using var session = await host.OpenAsync(asked, cancel);
        await using var scope = await session.EnterAsync(asked.GetRequiredValue(options.Organization));
        var import = scope.ServiceProvider.GetRequiredService<ContactImport>();
        var map = await MapAsync(asked, source, import, scope.ServiceProvider);
        var ask = new ImportAsk(
            Ids.New(scope.ServiceProvider.GetRequiredService<TimeProvider>()),
            map,
            new SheetFile(SheetText.Clean(source.NameOf(file.Name), SheetImport.MostFileName), sha256, file.Length)
        )
        {
            DryRun = asked.GetValue(options.DryRun),
            SkipBad = asked.GetValue(options.SkipBad),
            KeepDuplicates = asked.GetValue(options.KeepDuplicates),
            YesLanguage = asked.GetRequiredValue(options.YesLanguage),
        };
        var report = await ImportAsync(asked, import, source, ask, cancel);
        return ImportSummary.Print(ask, report, asked.GetValue(options.Json), asked.GetValue(options.Problems));
    }

    private async Task<ImportReport> ImportAsync(
        ParseResult asked,
        ContactImport import,
        SheetSource source,
        ImportAsk ask,
        CancellationToken cancel
    )
    {
        if (asked.GetValue(options.Problems) is not { } path)
        {
            return await ImportProgressBar.ShowAsync(progress => import.RunAsync(source, ask, null, progress, cancel));
        }
        await using var problems = new StreamWriter(path.FullName, false, new UTF8Encoding(true), 1 << 16);
        return await ImportProgressBar.ShowAsync(progress => import.RunAsync(source, ask, problems, progress, cancel));
    }

    private async Task<ContactMap> MapAsync(
        ParseResult asked,
        SheetSource source,
        ContactImport import,
        IServiceProvider services
    )
    {
        var program = await ProgramAsync(asked, services);
        var (map, open, notes) = asked.GetValue(options.Map) is { } path
            ? (await ReadMapAsync(path), [], [.. source.Notes()])
            : await GuessAsync(import, source);
        foreach (var answer in asked.GetRequiredValue(options.Answer))
        {
            var parts = answer.Split('=', 2);
            var answered = parts.Length == 2 ? MapGuess.Answer(map, parts[0], parts[1]) : map;
            open = [.. open.Where(q => q.Id != parts[0])];
            map = answered;
        }
        if (program is not null)
        {
            map = map with { FixedProgram = program };
            open =
            [
                .. open.Where(q => q.Id != "program" && !q.Id.StartsWith("program-word:", StringComparison.Ordinal)),
            ];
        }
        if (asked.GetValue(options.SaveMap) is { } save)
        {
            await File.WriteAllTextAsync(save.FullName, map.ToJson() + "\n");
        }
        Explain(asked, map, notes);
        var missing = open.Where(q => q.MustAnswer)
            .Select(Ask)
            .Concat(open.Any(q => q.Id == "program") ? [] : map.Missing())
            .ToList();
        return missing.Count == 0
            ? map
            : throw new HearthException(
                string.Join(
                    '\n',
                    missing.Append(
                        "Nothing was imported. --save-map writes the map to a file, where all of this can be said too."
                    )
                )
            );
    }

    private static async Task<(ContactMap, MapQuestion[], string[])> GuessAsync(
        ContactImport import,
        SheetSource source
    )
    {
        var guess = await import.GuessAsync(source);
        if (source.Refusal is not null)
        {
            throw new HearthException(source.Refusal);
        }
        return (guess.Map, [.. guess.Questions], [.. guess.Notes]);
    }

    private static async Task<ContactMap> ReadMapAsync(FileInfo path)
    {
        var (map, refusal) = ContactMap.FromJson(await File.ReadAllTextAsync(path.FullName));
        return map ?? throw new HearthException($"{path.Name}: {refusal}");
    }

    private async Task<string?> ProgramAsync(ParseResult asked, IServiceProvider services)
    {
        if (asked.GetValue(options.Program) is not { } slug)
        {
            return null;
        }
        var programs = await services.GetRequiredService<ProgramList>().AllAsync(services.GetRequiredService<Access>());
        return programs.Any(p => p.Slug == slug)
            ? slug
            : throw new HearthException(
                $"No program here is called \"{slug}\". Its programs: {string.Join(", ", programs.Select(p => p.Slug))}. Nothing was imported."
            );
    }

    private static string Ask(MapQuestion question)
    {
        var ways = question.Choices.Take(8).Select(c => $"--answer \"{question.Id}={c.Value}\"").ToList();
        var program =
            question.Id == "program" ? $"--program {question.Choices.FirstOrDefault()?.Value ?? "SLUG"}, or " : "";
        return $"{question.Sentence} Say {program}{string.Join(" or ", ways)}.";
    }

    private void Explain(ParseResult asked, ContactMap map, string[] notes)
    {
        if (asked.GetValue(options.Json))
        {
            return;
        }
        Console.WriteLine("How the sheet is read:");
        foreach (var line in MapWords.Lines(map).Concat(notes))
        {
            Console.WriteLine("  " + line);
        }
    }
}
