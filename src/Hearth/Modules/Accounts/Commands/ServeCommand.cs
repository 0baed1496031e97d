using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.Modules.Accounts.Setup;

namespace Hearth.Modules.Accounts.Commands;

/// <summary>./hearth serve: a real installation.</summary>
internal static class ServeCommand
{
    public static Command Make(CommandHost host)
    {
        var port = Server.Port(8080);
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen on instead of 127.0.0.1, as \"http://0.0.0.0:8080;https://...\"",
        };
        var publicHost = new Option<string?>("--public-host")
        {
            Description = "The name people reach this server by, such as hearth.example.org; passkeys are bound to it",
        };
        var command = new Command("serve", "Runs Hearth for your organization.") { port, urls, publicHost };
        command.SetAction(
            CommandHost.Body(
                async (result, cancel) =>
                {
                    var installation = host.Installation(result);
                    await using var running = await RunningDatabase.StartAsync(installation, cancel);
                    var address = result.GetValue(urls) ?? $"http://127.0.0.1:{result.GetValue(port)}";
                    var settings = new WebSettings(installation, address) { PublicHost = result.GetValue(publicHost) };
                    await Server.RunAsync(settings, running.Database, AnnounceAsync, cancel);
                    return 0;
                }
            )
        );
        return command;
    }

    private static async Task AnnounceAsync(WebApplication app, string address)
    {
        Console.WriteLine($"Hearth is at {address}. Ctrl-C stops it.");
        if (await app.Services.GetRequiredService<SetupLink>().MakeAsync() is { } token)
        {
            // Browsers make passkeys for names, not for numbers.
            var named = address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            Console.WriteLine();
            Console.WriteLine(
                "Nobody runs an organization here yet. This link makes the first director; it works once, for a day:"
            );
            Console.WriteLine($"  {PublicAddress(app, named)}/setup/{token}");
        }
    }

    private static string PublicAddress(WebApplication app, string address) =>
        app.Services.GetRequiredService<WebSettings>().PublicHost is { } host ? "https://" + host : address;
}
