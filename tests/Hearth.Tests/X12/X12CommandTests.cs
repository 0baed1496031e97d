using System.Text.Json;
using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

public sealed class X12CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hearth-x12-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_summary_as_JSON_has_the_keys_others_rely_on()
    {
        var (code, output, _) = await RunAsync(["x12", "summary", Write("a.835"), "--json"]);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var s = json.RootElement;
        foreach (
            var (key, value) in new[]
            {
                ("interchanges", 1),
                ("groups", 1),
                ("transactions", 1),
                ("claims", 2),
                ("services", 2),
            }
        )
            Assert.Equal(value, s.GetProperty(key).GetInt32());
        foreach (
            var (key, cents) in new[]
            {
                ("chargeCents", 0),
                ("paidCents", 30_00),
                ("bprCents", 31_50),
                ("plbCents", -1_50),
                ("lineChargeCents", 100_00),
            }
        )
            Assert.Equal(cents, s.GetProperty(key).GetInt64());
        Assert.Equal(-10_00, s.GetProperty("adjustmentCents").GetProperty("CO-45").GetInt64());
        Assert.True(s.GetProperty("balanced").GetBoolean());
        Assert.Equal(0, s.GetProperty("errors").GetArrayLength());
        Assert.Equal(0, s.GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task Several_files_patterns_and_standard_input_are_read()
    {
        Write("a.835");
        Write("b.835");
        var (code, output, _) = await RunAsync(
            ["x12", "summary", Path.Combine(folder.FullName, "*.835"), "-", "--json"],
            X12Text.Remittance
        );

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            ["a.835", "b.835", "-"],
            json.RootElement.EnumerateArray().Select(f => Path.GetFileName(f.GetProperty("file").GetString()))
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_in_a_sentence()
    {
        var (code, output, errors) = await RunAsync(["x12", "summary", Path.Combine(folder.FullName, "none.835")]);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is no file", errors, StringComparison.Ordinal);

        Assert.Equal(2, (await RunAsync(["x12", "summary"])).Code);
    }

    [Fact]
    public async Task People_read_amounts_and_what_to_do()
    {
        var wrong = X12Text.Remittance.Replace("BPR*I*31.5", "BPR*I*1031.5", StringComparison.Ordinal);
        var (code, output, _) = await RunAsync(["x12", "summary", Write("wrong.835", wrong)]);

        Assert.Equal(0, code);
        Assert.Contains("1,031.50", output, StringComparison.Ordinal);
        Assert.Contains("BPR02 pays 1031.50", output, StringComparison.Ordinal);
        Assert.Contains("Do not post it", output, StringComparison.Ordinal);
    }

    private string Write(string name, string? text = null)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text ?? X12Text.Remittance);
        return file;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string input = "")
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
