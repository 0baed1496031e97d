using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;

var host = new CommandHost();
var root = new RootCommand("Hearth: the open platform that peer-run organizations run on.") { host.Data, host.Database };
foreach (var command in Module.All.SelectMany(m => m.Commands(host)).OrderBy(c => c.Name, StringComparer.Ordinal))
{
    CommandTree.Add(root, command);
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }
    await Console.Error.WriteLineAsync("Run ./hearth --help, or --help behind any command, to see how it is used.");
    return 2;
}
// Time for a server to answer what it has begun, and for an import to take itself back.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
