using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Reports.Files;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Modules.Reports.Commands;

/// <summary>./hearth report NAME --organization SLUG --from D --to D --format html|csv|json [--output FILE]</summary>
internal sealed class ReportCommand
{
    private readonly CommandHost host;
    private readonly Argument<string?> name = new("name")
    {
        Description = "The report, such as board-one-pager",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> list = new("--list") { Description = "List the reports and stop" };
    private readonly Option<string?> organization = new("--organization")
    {
        Description = "The organization's short name",
    };
    private readonly Option<string?> from = new("--from")
    {
        Description = "First day: 2026-10-01, 10/1/2026, October 2026, Q4 2026 (default: the last whole period)",
    };
    private readonly Option<string?> to = new("--to") { Description = "Last day, written likewise" };
    private readonly Option<string> format = new("--format")
    {
        Description = "html, csv or json",
        DefaultValueFactory = _ => "html",
    };
    private readonly Option<string?> output = new("--output")
    {
        Description = "The file to write (default: standard output)",
    };

    private ReportCommand(CommandHost host) => this.host = host;

    public static Command Make(CommandHost host) => new ReportCommand(host).Build();

    private Command Build()
    {
        format.AcceptOnlyFromAmong("html", "csv", "json");
        foreach (var day in new[] { from, to })
        {
            day.Validators.Add(given =>
            {
                if (DayWords.Read(given.GetValueOrDefault<string?>(), isEnd: false) is null)
                {
                    given.AddError(
                        $"\"{given.GetValueOrDefault<string?>()}\" is not a date. Write {day.Name} as 2026-10-01, 10/1/2026 or October 2026."
                    );
                }
            });
        }
        var command = new Command("report", "Draw a report from its definition")
        {
            name,
            list,
            organization,
            from,
            to,
            format,
            output,
        };
        command.Validators.Add(given =>
        {
            if (!given.GetValue(list) && (given.GetValue(name) is null || given.GetValue(organization) is null))
            {
                given.AddError(
                    "Name a report and an organization, as in: ./hearth report board-one-pager --organization lantern. ./hearth report --list shows the reports."
                );
            }
            if (given.GetValue(from) is null != given.GetValue(to) is null)
            {
                given.AddError("Give both --from and --to, or neither for the last whole period.");
            }
            else if (DayWords.Read(given.GetValue(from), isEnd: false) > DayWords.Read(given.GetValue(to), isEnd: true))
            {
                given.AddError("--from lies after --to. Swap them.");
            }
        });
        command.SetAction(CommandHost.Body(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        if (result.GetValue(list) && result.GetValue(organization) is null)
        {
            var catalog = ReportCatalog.ReadShipped(Path.Combine(host.Installation(result).Rules, "reports"));
            return List(catalog);
        }
        await using var session = await host.OpenAsync(result, cancel);
        await using var scope = await session.EnterAsync(result.GetValue(organization)!);
        var services = scope.ServiceProvider;
        var access = services.GetRequiredService<Access>();
        var reports = await services.GetRequiredService<ReportCatalog>().AllAsync(access, cancel);
        if (result.GetValue(list))
        {
            return List(reports);
        }
        var definition =
            reports.FirstOrDefault(r => r.Id == result.GetValue(name))
            ?? throw new HearthException(
                $"No report is called \"{result.GetValue(name)}\". Known here: {string.Join(", ", reports.Select(r => r.Id))}."
            );
        var period = Period(
            result,
            definition,
            access.RequireOrganization().Today(services.GetRequiredService<TimeProvider>())
        );
        var report = await services.GetRequiredService<Reporting>().DrawAsync(access, definition, period, cancel);
        await WriteAsync(result, report, services, cancel);
        await services.GetRequiredService<ReportDraws>().NoteAsync(access, report, result.GetValue(format)!);
        return 0;
    }

    private ReportPeriod Period(ParseResult result, ReportDefinition definition, DateOnly today) =>
        result.GetValue(from) is { } first
            ? new ReportPeriod(
                DayWords.Read(first, isEnd: false)!.Value,
                DayWords.Read(result.GetValue(to), isEnd: true)!.Value
            )
            : ReportPeriod.LastBefore(today, definition.Period);

    private async Task WriteAsync(
        ParseResult result,
        ReportResult report,
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        var bytes = await ReportFile.WriteAsync(report, result.GetValue(format)!, services);
        if (result.GetValue(output) is not { } file)
        {
            await using var standard = Console.OpenStandardOutput();
            await standard.WriteAsync(bytes, cancel);
            return;
        }
        // Written beside it first, so that a file that was there is whole until the new one is.
        var unfinished = file + ".unfinished";
        await File.WriteAllBytesAsync(unfinished, bytes, cancel);
        File.Move(unfinished, file, overwrite: true);
        await Console.Error.WriteLineAsync($"{report.Definition.Title}, {report.Period.Words}, is in {file}.");
    }

    private static int List(IReadOnlyList<ReportDefinition> reports)
    {
        var width = reports.Max(r => (int?)r.Id.Length) ?? 0;
        foreach (var report in reports)
        {
            Console.WriteLine($"{report.Id.PadRight(width)}  {report.Title}. For: {report.Recipient}");
        }
        return 0;
    }
}
