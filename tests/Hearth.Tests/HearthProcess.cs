using System.Diagnostics;

namespace Hearth.Tests;

/// <summary>The built application as a process of its own, as ./hearth starts it.</summary>
internal static class HearthProcess
{
    /// <summary>Both outputs are redirected: read them, or a talkative command waits for ever.</summary>
    public static Process Start(params IEnumerable<string> arguments) => Start(arguments, takesInput: false);

    public static Process Start(IEnumerable<string> arguments, bool takesInput)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = takesInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Hearth.dll")).Prepend("exec")
        )
        {
            start.ArgumentList.Add(argument);
        }
        // What the machine's own installation uses is never a test's.
        start.Environment.Remove("HEARTH_DATA");
        start.Environment.Remove("HEARTH_DATABASE");
        return Process.Start(start)!;
    }
}
