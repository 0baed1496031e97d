using System.Text.Json;
using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

public sealed class X12DiffCommandTests : IDisposable
{
    private readonly X12Commands commands = new();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task Files_that_say_the_same_end_with_0()
    {
        var other = X12Text.Remittance.Replace('*', '|').Replace("~", "~\n", StringComparison.Ordinal);
        var (code, output, errors) = await X12Commands.RunAsync(["x12", "diff", commands.Write("a.835"), "-"], other);
        Assert.Equal((0, "Both files say the same.", ""), (code, output.Trim(), errors));
    }

    [Fact]
    public async Task What_differs_is_a_line_that_names_it_and_ends_with_1()
    {
        var (code, output, _) = await X12Commands.RunAsync(["x12", "diff", commands.Write("a.835"), OneCentLess()]);

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "Payment 12345 of 1512345678 > Claim A-1 > Line H0038: Paid was 50.00, is 49.99",
                "Sum over the file: Paid on lines was 110.25, is 110.24",
                "1 difference.",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())
        );
    }

    [Fact]
    public async Task As_JSON_it_has_both_values_and_places()
    {
        var (code, output, _) = await X12Commands.RunAsync([
            "x12",
            "diff",
            commands.Write("a.835"),
            OneCentLess(),
            "--json",
        ]);

        Assert.Equal(1, code);
        using var json = JsonDocument.Parse(output);
        var difference = Assert.Single(json.RootElement.GetProperty("differences").EnumerateArray());
        Assert.Equal(
            ("changed", "Paid", "50.00", "49.99"),
            (
                difference.GetProperty("change").GetString(),
                difference.GetProperty("field").GetString(),
                difference.GetProperty("before").GetString(),
                difference.GetProperty("after").GetString()
            )
        );
        Assert.Equal(15, difference.GetProperty("beforePlace").GetProperty("ordinal").GetInt32());
        Assert.False(json.RootElement.GetProperty("isSame").GetBoolean());
    }

    [Fact]
    public async Task What_cannot_be_read_ends_with_2_and_a_sentence()
    {
        var file = commands.Write("a.835");
        foreach (
            var (one, two, words) in new[]
            {
                (file, commands.Path("none"), "There is no file"),
                (file, commands.Write("b.txt", "hello"), "no X12 transaction"),
                ("-", "-", "Only one of the two"),
            }
        )
        {
            var (code, output, errors) = await X12Commands.RunAsync(["x12", "diff", one, two]);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains(words, errors, StringComparison.Ordinal);
        }
    }

    private string OneCentLess() =>
        commands.Write("b.835", X12Text.Remittance.Replace("H0038*40*50", "H0038*40*49.99", StringComparison.Ordinal));
}
