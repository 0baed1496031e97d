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

    [Fact]
    public void A_reversal_and_its_correction_are_added_with_their_signs()
    {
        var s = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(ValidRemittances.Reversal))).Summary;

        // CLP*A-1*22*-100*-80, CLP*A-1*1*100*85 with lines of 60 and 40, CLP*A-2*4*30*0 without lines.
        Assert.Equal((3L, 3L), (s.Claims, s.Services));
        Assert.Equal(-100_00 + 100_00 + 30_00, s.ChargeCents);
        Assert.Equal(-100_00 + 60_00 + 40_00, s.LineChargeCents);
        Assert.Equal(-80_00 + 85_00 + 0, s.PaidCents);
        // CAS*CO*45 of -20, 5 and 5; CAS*PR*2*3**3*2; CAS*CO*29*30.
        Assert.Equal(-20_00 + 5_00 + 5_00, s.AdjustmentCents["CO-45"]);
        Assert.Equal(
            (3_00L, 2_00L, 30_00L),
            (s.AdjustmentCents["PR-2"], s.AdjustmentCents["PR-3"], s.AdjustmentCents["CO-29"])
        );
        // PLB: WO 2 is held back, L6 -1.50 is paid; 5 - 2 + 1.50 = 4.50.
        Assert.Equal(2_00 - 1_50, s.PlbCents);
        Assert.Equal(5_00 - 2_00 + 1_50, s.BprCents);
    }
}
