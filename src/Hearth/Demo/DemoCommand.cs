using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.Foundation.Database;
using Hearth.Modules.Accounts;

namespace Hearth.Demo;

/// <summary>
/// ./hearth demo: everything made up, on this machine only. It keeps a data folder of its own inside the data folder, so
/// that a real installation is never filled with it.
/// </summary>
internal static class DemoCommand
{
    public static Command Make(CommandHost host)
    {
        var port = Server.Port(5080);
        var contacts = new Option<long?>("--contacts")
        {
            Description =
                "How many moments of support the network's history holds (at the first start; 60,000 when left out)",
        };
        contacts.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<long?>() is < 0)
            {
                given.AddError("--contacts cannot be below 0.");
            }
        });
        var command = new Command("demo", "Shows Hearth with a made-up network, on this machine only.")
        {
            port,
            contacts,
        };
        command.SetAction(
            CommandHost.Body(
                async (result, cancel) =>
                {
                    var installation = host.Installation(result).Demo;
                    Console.WriteLine("Starting the demo's own database ...");
                    await using var running = await RunningDatabase.StartAsync(installation, cancel);
                    await FillAsync(
                        installation,
                        running.Database,
                        result.GetValue(contacts) ?? DemoScale.Ordinary,
                        cancel
                    );
                    var settings = new WebSettings(
                        installation,
                        $"http://127.0.0.1:{result.GetValue(port)}",
                        IsDemo: true
                    )
                    {
                        SignInTriesPerMinute = 10_000,
                    };
                    await Server.RunAsync(settings, running.Database, AnnounceAsync, cancel);
                    return 0;
                }
            )
        );
        return command;
    }

    private static async Task FillAsync(
        Installation installation,
        HearthDatabase database,
        long contacts,
        CancellationToken cancel
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var added = await DemoNetwork.FillAsync(
            database,
            installation.OpenKeyring(),
            new DemoScale(contacts),
            DateOnly.FromDateTime(now.UtcDateTime),
            new Lines(),
            now,
            cancel
        );
        if (added > 0)
        {
            Console.WriteLine($"The network is there: {added} organizations were added.");
        }
    }

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine("  " + value);
    }

    private static async Task AnnounceAsync(WebApplication app, string address)
    {
        Console.WriteLine();
        Console.WriteLine($"The demo is at {address} (everything in it is made up). Ctrl-C stops it.");
        Console.WriteLine("Sign in as:");
        var personas = await app.Services.GetRequiredService<Personas>().AllAsync();
        var width = personas.Max(p => p.Path.Length);
        foreach (var persona in personas)
        {
            var what = $"{RoleWords.List(persona.Roles)}, {persona.Organization}";
            Console.WriteLine($"  {address}{persona.Path.PadRight(width)}  {persona.Name}, {what}");
        }
    }
}
