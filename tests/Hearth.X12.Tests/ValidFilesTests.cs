using System.Text;

namespace Hearth.X12.Tests;

/// <summary>What keeps to its guide is taken without a word.</summary>
public sealed class ValidFilesTests
{
    public static TheoryData<string> Names => [.. ValidFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_keeps_to_its_guide_has_no_finding(string name)
    {
        var validation = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(ValidFiles.All[name])));

        Assert.Empty(validation.Summary.Errors);
        Assert.Empty(validation.Summary.Warnings);
        Assert.True(validation.IsAccepted);
        Assert.True(validation.Summary.Balanced);
        Assert.Equal(1, validation.Summary.Transactions);
    }
}
