using System.Diagnostics;

namespace Hearth.X12.Tests;

/// <summary>
/// What a processor with narrower vectors, or with none, would do: the runtime chooses its way at the start, so each is another
/// process.
/// </summary>
public sealed class ProcessorTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Files_are_read_and_written_the_same_without(string instructions)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [instructions] = "0" },
        };
        foreach (
            var word in (string[])
                [
                    "--no-progress",
                    "--filter-class",
                    typeof(DigitsTests).FullName!,
                    typeof(HandWorkedFixtureTests).FullName!,
                    typeof(NarrowTests).FullName!,
                    typeof(PlainSignsTests).FullName!,
                    typeof(PlantedDefectTests).FullName!,
                    typeof(SegmentReaderTests).FullName!,
                ]
        )
        {
            start.ArgumentList.Add(word);
        }
        using var other = Process.Start(start)!;
        var (said, failed) = (other.StandardOutput.ReadToEndAsync(), other.StandardError.ReadToEndAsync());
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(other.ExitCode == 0, $"{await said}\n{await failed}");
        Assert.Contains("failed: 0", await said, StringComparison.Ordinal);
    }
}
