using System.Globalization;
using System.Text;

namespace Hearth.X12.Tests;

/// <summary>As often as a guide allows, and once more.</summary>
public sealed class LimitsTests
{
    /// <summary>Which file, after what, what is put ("#" is its number), how often it may be there, and what is found beyond.</summary>
    public static TheoryData<string, string, string, int, string> Repeats { get; } =
        new()
        {
            { "837P", "NM1*PR*2*A PLAN*****PI*PAYER1~", "REF*2U*SECOND#~", 3, "2010BB/REF IK304=5" },
            {
                "837P",
                "PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~",
                "PER*IC*DOE #*TE*5185550101~",
                1,
                "1000A/PER IK304=5"
            },
            { "837P", "CLM*A-1*100***11:B:1*Y*A*Y*Y~", "PWK*OZ*BM***AC*DOC#~", 10, "2300/PWK IK304=5" },
            { "837P", "CLM*A-1*100***11:B:1*Y*A*Y*Y~", "K3*STATE DATA #~", 10, "2300/K3 IK304=5" },
            { "837P", "CLM*A-1*100***11:B:1*Y*A*Y*Y~", "NTE*ADD*NOTE #~", 1, "2300/NTE IK304=5" },
            { "837P", "CLM*A-1*100***11:B:1*Y*A*Y*Y~", "REF*G1*AUTH#~", 1, "2300/REF IK304=5" },
            { "837P", "REF*EI*146000001~", "PER*IC*DOE #*TE*5185550101~", 2, "2010AA/PER IK304=5" },
            { "837P secondary", "SBR*P*18*GROUP9******CI~", "CAS*CO*45*0~", 5, "2320/CAS IK304=5" },
            { "835", "DTM*232*20250101~", "AMT*AU*#~", 13, "2100/AMT IK304=5" },
            { "835", "TRN*1*12345*1512345678~", "REF*EV*R#~", 1, "/REF IK304=5" },
            { "835", "LQ*HE*N130~", "LQ*HE*N130~", 98, "2110/LQ IK304=5" },
            { "271", "NM1*PR*2*A PLAN*****PI*PAYER1~", "PER*IC*DESK #*TE*8005550101~", 2, "2100A/PER IK304=5" },
            { "276", "TRN*1*TRACE0003~", "REF*BLT*11#~", 1, "2200D/REF IK304=5" },
        };

    [Theory]
    [MemberData(nameof(Repeats))]
    public void As_many_segments_as_the_guide_allows_and_one_more(
        string file,
        string after,
        string segment,
        int most,
        string expected
    )
    {
        Assert.Empty(Read(With(most)));
        Assert.Equal([expected], Read(With(most + 1)));

        string With(int times)
        {
            var text = ValidFiles.All[file];
            return ValidFiles.Recount(
                text.Insert(text.IndexOf(after, StringComparison.Ordinal) + after.Length, Times(segment, 1, times))
            );
        }
    }

    [Theory]
    [InlineData(50, "")]
    [InlineData(51, "2400/LX IK304=4")]
    public void A_claim_has_fifty_lines_at_most(int lines, string expected)
    {
        var text = ValidClaims.Dependent.Replace(
            "SE*",
            Times("LX*#~SV1*HC:H0038*1*UN*1***1~DTP*472*D8*20261015~", 2, lines - 1) + "SE*",
            StringComparison.Ordinal
        );
        text = text.Replace(
            "CLM*A-2*75.5*",
            string.Create(CultureInfo.InvariantCulture, $"CLM*A-2*{75.5m + lines - 1}*"),
            StringComparison.Ordinal
        );
        Assert.Equal(expected, string.Join(" & ", Read(ValidFiles.Recount(text))));
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "2300/CLM IK304=4")]
    public void A_patient_has_a_hundred_claims_at_most(int claims, string expected)
    {
        const string Claim = "CLM*B-#*1***11:B:1*Y*A*Y*Y~HI*ABK:F329~LX*1~SV1*HC:H0038*1*UN*1***1~DTP*472*D8*20261015~";
        var text = ValidClaims.Dependent.Replace("SE*", Times(Claim, 2, claims - 1) + "SE*", StringComparison.Ordinal);
        Assert.Equal(expected, string.Join(" & ", Read(ValidFiles.Recount(text))));
    }

    [Theory]
    [InlineData(99, "")]
    [InlineData(100, "2110C/EQ01 IK403=12")]
    public void A_question_names_ninety_nine_kinds_of_service_at_most(int kinds, string expected)
    {
        var text = ValidInquiries.Eligibility.Replace(
            "EQ*30~",
            $"EQ*{string.Join('^', Enumerable.Repeat("30", kinds))}~",
            StringComparison.Ordinal
        );
        Assert.Equal(expected, string.Join(" & ", Read(text)));
    }

    [Theory]
    [InlineData("837P", "NM1*85*2*OPEN PORCH*", "NM1*85*2*{0}*", 60, "2010AA/NM103 IK403=5")]
    [InlineData("837P", "N3*1 PORCH STREET~", "N3*{0}~", 55, "2010AA/N301 IK403=5")]
    [InlineData("837P", "N4*ALBANY*", "N4*{0}*", 30, "2010AA/N401 IK403=5")]
    [InlineData("837P", "MI*MEM0001~", "MI*{0}~", 80, "2010BA/NM109 IK403=5")]
    [InlineData("837P", "REF*6R*L1~", "REF*6R*{0}~", 50, "2400/REF02 IK403=5")]
    [InlineData("837P", "SBR*P*18*******MC~", "SBR*P*18*{0}******MC~", 50, "2000B/SBR03 IK403=5")]
    [InlineData("837P", "PER*IC*PAT DOE*", "PER*IC*{0}*", 60, "1000A/PER02 IK403=5")]
    [InlineData("835", "REF*EA*CHART1~", "REF*EA*{0}~", 50, "2100/REF02 IK403=5")]
    [InlineData("271", "MSG*VISITS OF ALL KINDS COUNT~", "MSG*{0}~", 264, "2110C/MSG01 IK403=5")]
    [InlineData("999 rejected", "IK4*2*782*6*1A~", "IK4*2*782*6*{0}~", 99, "2110/IK404 IK403=5")]
    public void As_long_as_the_dictionary_allows_and_one_more(
        string file,
        string one,
        string other,
        int most,
        string expected
    )
    {
        Assert.Empty(Read(With(most)));
        Assert.Equal([expected], Read(With(most + 1)));

        string With(int length) =>
            PlantedDefectTests.Planted(
                file,
                one,
                string.Format(CultureInfo.InvariantCulture, other, new string('A', length))
            );
    }

    private static string Times(string segments, int from, int times) =>
        string.Concat(
            Enumerable
                .Range(from, times)
                .Select(i => segments.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        );

    private static List<string> Read(string text)
    {
        var summary = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary;
        return
        [
            .. summary
                .Errors.Concat(summary.Warnings)
                .Select(f =>
                    $"{f.Loop}/{f.Segment}{(f.Element == 0 ? "" : f.Element.ToString("00", CultureInfo.InvariantCulture))} {f.Acknowledgement}"
                ),
        ];
    }
}
