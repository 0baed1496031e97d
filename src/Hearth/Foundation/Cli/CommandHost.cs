using System.CommandLine;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;

namespace Hearth.Foundation.Cli;

/// <summary>
/// What a command works with: the installation named by the options common to all, and the application's own services
/// without its web server.
/// </summary>
public sealed class CommandHost
{
    public Option<string?> Data { get; } =
        new("--data")
        {
            Description = "The folder that holds the database, keys and uploads (default: data)",
            Recursive = true,
        };

    public Option<string?> Database { get; } =
        new("--database")
        {
            Description = "A PostgreSQL 15 or newer to use instead of the embedded one, as \"Host=...;Username=...\"",
            Recursive = true,
        };

    public Installation Installation(ParseResult result) =>
        Foundation.Installation.FromEnvironment(result.GetValue(Data), result.GetValue(Database));

    /// <summary>
    /// The installation a command works on. Where nothing was named and only a demo is there, the demo: a newcomer's first
    /// report is on it.
    /// </summary>
    private Installation Present(ParseResult result)
    {
        var installation = Installation(result);
        var demo = installation.Demo;
        if (installation.Database is null && !installation.HasDatabase && demo.HasDatabase)
        {
            Console.Error.WriteLine($"Working on the demo's data in {demo.Data}.");
            return demo;
        }
        return installation;
    }

    /// <summary>Starts or attaches to the database and puts the services together.</summary>
    public async Task<CommandSession> OpenAsync(ParseResult result, CancellationToken cancel)
    {
        var installation = Present(result);
        var running = await RunningDatabase.StartAsync(installation, cancel);
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true));
        Web.AddServices(services, installation, running.Database, TimeProvider.System);
        return new CommandSession(running, services.BuildServiceProvider());
    }

    /// <summary>Runs a command's body: 0 when it is done, 1 with one sentence on standard error when it failed.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Body(
        Func<ParseResult, CancellationToken, Task<int>> body
    ) =>
        async (result, cancel) =>
        {
            try
            {
                return await body(result, cancel);
            }
            catch (HearthException failure)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return 1;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return 1;
            }
        };
}

/// <summary>A command's view of the application.</summary>
public sealed class CommandSession(RunningDatabase running, ServiceProvider services) : IAsyncDisposable
{
    public HearthDatabase Database => running.Database;
    public IServiceProvider Services => services;

    /// <summary>A scope that acts for one organization in the name of the command line.</summary>
    /// <exception cref="HearthException">No organization has this slug.</exception>
    public async Task<AsyncServiceScope> EnterAsync(string slug)
    {
        var scope = services.CreateAsyncScope();
        var organization =
            await OrganizationLookup.FindAsync(running.Database, slug)
            ?? throw new HearthException(
                $"No organization is called \"{slug}\". {await OrganizationLookup.KnownAsync(running.Database)}"
            );
        scope.ServiceProvider.GetRequiredService<Access.Access>().EnterAsCommandLine(organization);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<Audit.AuditSealer>().SealAsync();
        await services.DisposeAsync();
        await running.DisposeAsync();
    }
}
