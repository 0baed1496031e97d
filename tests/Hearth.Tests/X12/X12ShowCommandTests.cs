using System.Text;
using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

public sealed class X12ShowCommandTests : IDisposable
{
    private readonly X12Commands commands = new();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task Files_patterns_and_standard_input_are_shown_one_after_the_other()
    {
        commands.Write("a.835");
        commands.Write("b.835");
        var (code, output, errors) = await X12Commands.RunAsync(
            ["x12", "show", commands.Path("*.835"), "-"],
            X12Text.Remittance
        );

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("a.835", output, StringComparison.Ordinal);
        Assert.Contains("b.835", output, StringComparison.Ordinal);
        Assert.Contains("Standard input", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.Equal(3, output.Split("1 transaction, 2 claims.").Length - 1);
    }

    [Fact]
    public async Task One_claim_is_shown_with_its_headers_and_one_that_is_not_there_is_said()
    {
        var file = commands.Write(
            "a.835",
            X12Text.Remittance.Replace("CLP*A-1*1*", "CLP*A-2*1*", StringComparison.Ordinal)
        );
        var (code, output, _) = await X12Commands.RunAsync(["x12", "show", file, "--claim", "A-2"]);

        Assert.Equal(0, code);
        Assert.Contains("Payee: OPEN PORCH", output, StringComparison.Ordinal);
        Assert.Contains("Claim number: A-2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("A-1", output, StringComparison.Ordinal);

        var none = await X12Commands.RunAsync(["x12", "show", file, "--claim", "A"]);
        Assert.Equal((1, ""), (none.Code, none.Output));
        Assert.Contains("No claim has the number A", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_X12_is_said_in_a_sentence_and_the_others_are_shown()
    {
        var (code, output, errors) = await X12Commands.RunAsync([
            "x12",
            "show",
            commands.Write("letter.txt", "Dear biller"),
            commands.Write("a.835"),
        ]);

        Assert.Equal(1, code);
        Assert.Contains("letter.txt: There is no ISA segment", errors, StringComparison.Ordinal);
        Assert.Contains("Claim payment", output, StringComparison.Ordinal);

        Assert.Equal(1, (await X12Commands.RunAsync(["x12", "show", commands.Path("none")])).Code);
        Assert.Equal(2, (await X12Commands.RunAsync(["x12", "show"])).Code);
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_ends_it_quietly()
    {
        // Endless but for the reader: the file comes through a pipe that nobody closes.
        using var process = HearthProcess.Start(["x12", "show", "-"], takesInput: true);
        var errors = process.StandardError.ReadToEndAsync();
        var header = X12Text.Remittance[..X12Text.Remittance.IndexOf("LX*", StringComparison.Ordinal)];
        var claims = string.Concat(Enumerable.Repeat("CLP*A-1*1*1*0**MC*P*11*1~CAS*CO*45*1~", 5000));
        var writing = Task.Run(async () =>
        {
            try
            {
                await process.StandardInput.WriteAsync(header + "LX*1~");
                while (true)
                {
                    await process.StandardInput.WriteAsync(claims);
                }
            }
            catch (IOException) { } // it has ended
        });

        Assert.StartsWith("Interchange:", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        process.StandardOutput.Close();
        await process.WaitForExitAsync();
        await writing;

        Assert.Equal((0, ""), (process.ExitCode, await errors));
    }
}
