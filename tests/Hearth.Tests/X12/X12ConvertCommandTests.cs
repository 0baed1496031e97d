using System.Text.Json;
using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

public sealed class X12ConvertCommandTests : IDisposable
{
    private readonly X12Commands commands = new();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task A_table_goes_to_standard_output_and_says_nothing_else()
    {
        var (code, output, errors) = await X12Commands.RunAsync([
            "x12",
            "convert",
            commands.Write("a.835"),
            "--to",
            "csv",
        ]);

        Assert.Equal((0, ""), (code, errors));
        var lines = output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("level,transaction,trace_number,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("claim,1,12345,2026-11-02,31.50,ACH,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_of_standard_input_goes_to_the_file_that_was_named()
    {
        var file = commands.Path("out.json");
        var (code, output, _) = await X12Commands.RunAsync(
            ["x12", "convert", "-", "--to", "json", "--output", file],
            X12Text.Remittance
        );

        Assert.Equal((0, ""), (code, output));
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        Assert.Equal(
            31_50,
            json.RootElement.GetProperty("transactions")[0].GetProperty("payment").GetProperty("amountCents").GetInt32()
        );
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_a_sentence()
    {
        var file = commands.Write("a.835");
        foreach (
            var (arguments, input, words) in new (string[], string, string)[]
            {
                ([file, "--to", "csv", "--output", file], "", "is the file to convert"),
                ([commands.Path("none"), "--to", "csv"], "", "There is no file"),
                (["-", "--to", "csv"], "hello", "nothing to convert"),
            }
        )
        {
            var (code, output, errors) = await X12Commands.RunAsync(["x12", "convert", .. arguments], input);
            Assert.Equal((1, ""), (code, output));
            Assert.Contains(words, errors, StringComparison.Ordinal);
        }
        Assert.Equal(2, (await X12Commands.RunAsync(["x12", "convert", file, "--to", "xml"])).Code);
        Assert.Equal(X12Text.Remittance, await File.ReadAllTextAsync(file));
    }
}
