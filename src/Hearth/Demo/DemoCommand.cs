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
        var contacts = new Option<int?>("--contacts")
        {
            Description = "How many moments of support the network's history holds",
        };
        var command = new Command("demo", "Shows Hearth with a made-up network, on this machine only.")
        {
            port,
            contacts,
        };
        command.SetAction(
            CommandHost.Body(
                async (result, cancel) =>
                {
                    var installation = host.Installation(result);
                    installation = installation with { Data = Path.Combine(installation.Data, "demo") };
                    Console.WriteLine("Starting the demo's own database ...");
                    await using var running = await RunningDatabase.StartAsync(installation, cancel);
                    await FillAsync(running.Database, cancel);
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

    private static async Task FillAsync(HearthDatabase database, CancellationToken cancel)
    {
        await using var command = database.Owner.CreateCommand(
            "select count(*) filter (where is_synthetic), count(*) filter (where not is_synthetic) from organizations"
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var (synthetic, real) = (row.GetInt64(0), row.GetInt64(1));
        if (real > 0)
        {
            throw new HearthException(
                "This database holds a real organization. Nothing was changed. Leave out --database, or name an empty one."
            );
        }
        if (synthetic == 0)
        {
            await TinyNetwork.FillAsync(database, cancel);
        }
    }

    private static async Task AnnounceAsync(WebApplication app, string address)
    {
        Console.WriteLine();
        Console.WriteLine($"The demo is at {address} (everything in it is made up). Ctrl-C stops it.");
        Console.WriteLine("Sign in as:");
        var personas = await app.Services.GetRequiredService<Personas>().AllAsync();
        var width = personas.Max(p => p.Name.Length);
        foreach (var persona in personas)
        {
            var what = $"{RoleWords.List(persona.Roles)}, {persona.Organization}";
            Console.WriteLine($"  {persona.Name.PadRight(width)}  {what}  {address}{persona.Path}");
        }
    }
}
