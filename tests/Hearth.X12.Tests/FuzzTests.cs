using Hearth.Bench;

namespace Hearth.X12.Tests;

/// <summary>A short run of what <c>./hearth bench fuzz-x12</c> does for as long as it is asked to.</summary>
public sealed class FuzzTests
{
    private const int Cases = 150;

    [Fact]
    public void Broken_files_are_read_by_everything_without_an_exception()
    {
        List<byte[]> files = [];
        for (var seed = 1; seed <= 3; seed++)
        {
            files.Add(Written(stream => SampleFiles.WriteClaims(stream, 5, seed)));
            files.Add(Written(stream => SampleFiles.WriteRemittances(stream, 5, seed)));
        }
        Run(new(files, 20261126));
    }

    [Fact]
    public void Broken_files_of_others_as_well()
    {
        List<byte[]> files = [.. Fixtures.All().Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000)];
        Run(new(files, 20261127));
    }

    private static void Run(X12Mutations mutations)
    {
        for (var i = 0; i < Cases; i++)
        {
            var bytes = mutations.Next();
            foreach (var (name, read) in X12Readers.All)
            {
                var failure = Record.Exception(() => read(bytes));
                Assert.True(failure is null, $"Case {i}, {name}: {failure}");
            }
        }
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
