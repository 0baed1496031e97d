using System.Text;
using System.Text.Json;
using Hearth.Modules.Billing.Commands;
using Hearth.X12;
using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

public sealed class X12CommandTests : IDisposable
{
    private readonly X12Commands commands = new();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task A_summary_as_JSON_has_the_keys_others_rely_on()
    {
        var (code, output, _) = await X12Commands.RunAsync(["x12", "summary", commands.Write("a.835"), "--json"]);

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
        commands.Write("a.835");
        commands.Write("b.835");
        var (code, output, _) = await X12Commands.RunAsync(
            ["x12", "summary", commands.Path("*.835"), "-", "--json"],
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
        var (code, output, errors) = await X12Commands.RunAsync(["x12", "summary", commands.Path("none.835")]);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is no file", errors, StringComparison.Ordinal);

        Assert.Equal(2, (await X12Commands.RunAsync(["x12", "summary"])).Code);
    }

    [Theory]
    [InlineData("summary FILE --nope", "There is no option --nope")]
    [InlineData("generate 835 --claims abc", "--claims takes a number from 1 to 10000000.")]
    [InlineData("generate 835 --claims 0", "--claims takes a number from 1 to 10000000.")]
    [InlineData("generate 835 --seed x", "--seed takes a whole number")]
    public async Task What_is_asked_for_wrongly_is_said_in_a_sentence(string asked, string words)
    {
        var file = commands.Write("a.835");
        var (code, output, errors) = await X12Commands.RunAsync([
            "x12",
            .. asked.Split(' ').Select(part => part == "FILE" ? file : part),
        ]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(words, errors, StringComparison.Ordinal);
        Assert.Equal(2, errors.TrimEnd().Split('\n').Length); // and where help is
    }

    [Fact]
    public async Task An_acknowledgement_does_not_go_over_the_file_it_is_about()
    {
        var file = commands.Write("a.835");
        var (code, output, errors) = await X12Commands.RunAsync(["x12", "validate", file, "--ack", file]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("is a file to check", errors, StringComparison.Ordinal);
        Assert.Equal(X12Text.Remittance, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task People_read_amounts_and_what_to_do()
    {
        var wrong = X12Text.Remittance.Replace("BPR*I*31.5", "BPR*I*1031.5", StringComparison.Ordinal);
        var (code, output, _) = await X12Commands.RunAsync(["x12", "summary", commands.Write("wrong.835", wrong)]);

        Assert.Equal(0, code);
        Assert.Contains("1,031.50", output, StringComparison.Ordinal);
        Assert.Contains("BPR02 pays 1031.50", output, StringComparison.Ordinal);
        Assert.Contains("Do not post it", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_file_commands_no_terminal()
    {
        var hostile = X12Text
            .Remittance.Replace("CAS*CO*45*-15~", "CAS*\e[2J*\a*-15~", StringComparison.Ordinal)
            .Replace("CLP*A-1*1*100*", "CLP*\e]0;x\a*1*\u009B31m*", StringComparison.Ordinal);
        using var before = new MemoryStream(Encoding.UTF8.GetBytes(X12Text.Remittance));
        using var after = new MemoryStream(Encoding.UTF8.GetBytes(hostile));
        using var shown = new StringWriter();

        X12SummaryText.Write(shown, [("a\e[1m.835", Summary.Read(new MemoryStream(Encoding.UTF8.GetBytes(hostile))))]);
        X12DiffText.Write(shown, Comparison.Of(before, after));

        var text = shown.ToString();
        Assert.Contains("␛[2J", text, StringComparison.Ordinal);
        Assert.Contains("␛]0;x␇", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.ReplaceLineEndings(""), char.IsControl);
    }
}
