using System.Diagnostics;

namespace Hearth.Modules.Billing.Commands;

/// <summary>The program that shows long texts page by page: $PAGER, or less.</summary>
internal static class Pager
{
    private const string Less = "less";

    private static string Asked => Environment.GetEnvironmentVariable("PAGER") ?? Less;

    /// <summary>False where there is none, and where PAGER is empty, which asks for none.</summary>
    public static bool IsThere =>
        !OperatingSystem.IsWindows()
        && Asked.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var program, ..]
        && Find(program);

    /// <summary>Starts it; what it is to show is written to its standard input.</summary>
    public static Process Start()
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Asked == Less ? "exec less -R -K" : Asked);
        // Colours are shown, and an interrupt ends it, where the user has not said otherwise.
        start.Environment.TryAdd("LESS", "RK");
        start.StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Process.Start(start)!;
    }

    private static bool Find(string program) =>
        program.Contains('/', StringComparison.Ordinal)
            ? File.Exists(program)
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Any(folder => File.Exists(Path.Combine(folder, program)));
}
