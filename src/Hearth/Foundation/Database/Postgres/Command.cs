using System.Diagnostics;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>Runs a program to its end, as another user when asked.</summary>
internal static class Command
{
    public readonly record struct Result(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static Task<Result> RunAsync(string program, IEnumerable<string> arguments, CancellationToken stop) =>
        RunAsync(SystemUser.Current, program, arguments, "", stop);

    public static async Task<Result> RunAsync(
        SystemUser user,
        string program,
        IEnumerable<string> arguments,
        string input,
        CancellationToken stop
    )
    {
        using var process = Process.Start(Describe(user, program, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.StandardInput.WriteAsync(input.AsMemory(), stop);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        return new Result(process.ExitCode, (await output + await errors).Trim());
    }

    private static ProcessStartInfo Describe(SystemUser user, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The caller's folder may be closed to the other user.
            WorkingDirectory = "/",
        };
        if (user.Name is not null)
            start.UserName = user.Name;
        foreach (var name in start.Environment.Keys.Where(IsForPostgres).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static bool IsForPostgres(string name) => name.StartsWith("PG", StringComparison.Ordinal);
}
