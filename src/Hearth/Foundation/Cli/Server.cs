using System.CommandLine;
using System.Globalization;
using Hearth.Foundation.Database;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hearth.Foundation.Cli;

/// <summary>Runs the web server until it is asked to stop (Ctrl-C, SIGTERM).</summary>
public static class Server
{
    public static Option<int> Port(int usual)
    {
        var port = new Option<int>("--port")
        {
            Description = $"The port on 127.0.0.1 (default: {usual})",
            DefaultValueFactory = _ => usual,
        };
        port.Validators.Add(result =>
        {
            if (
                result.Tokens.Count > 0
                && (
                    !int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value)
                    || value is < 0 or > 65535
                )
            )
            {
                result.AddError("--port takes a number from 0 to 65535.");
            }
        });
        return port;
    }

    /// <param name="listening">Called with the address once the server answers.</param>
    /// <exception cref="HearthException">The port is taken.</exception>
    public static async Task RunAsync(
        WebSettings settings,
        HearthDatabase database,
        Func<WebApplication, string, Task> listening,
        CancellationToken cancel
    )
    {
        await using var app = Web.Build(settings, database);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException failure)
            when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new HearthException(
                $"Something else already listens on {settings.Urls}. Nothing was started. "
                    + "Stop it, or name another port with --port.",
                failure
            );
        }
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        await listening(app, address);
        _ = WarmUpAsync(address);
        await app.WaitForShutdownAsync(cancel);
    }

    // The first page of a process costs a second; nobody should wait for it.
    private static async Task WarmUpAsync(string address)
    {
        try
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(
                new Uri(
                    address
                        .Replace("[::]", "localhost", StringComparison.Ordinal)
                        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal) + "/sign-in"
                )
            );
        }
        catch (HttpRequestException)
        {
            // The server still answers; only the first visitor waits a little longer.
        }
    }
}
