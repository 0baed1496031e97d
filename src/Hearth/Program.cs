using System.CommandLine;
using Hearth.Foundation.Cli;

var root = CommandTree.Root(new CommandHost());
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
