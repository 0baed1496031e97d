using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

/// <summary>Runs commands on files in a folder of the test's own.</summary>
internal sealed class X12Commands : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hearth-x12-");

    public void Dispose() => folder.Delete(recursive: true);

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public string Write(string name, string? text = null)
    {
        File.WriteAllText(Path(name), text ?? X12Text.Remittance);
        return Path(name);
    }

    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string input = "")
    {
        using var process = HearthProcess.Start(arguments, takesInput: true);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
