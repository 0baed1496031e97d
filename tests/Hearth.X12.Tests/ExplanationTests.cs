using System.Text;

namespace Hearth.X12.Tests;

public sealed class ExplanationTests
{
    private const string Claims = """
        BHT*0019*00*1*20261102*0900*CH~
        NM1*41*2*OPEN PORCH*****46*123~
        PER*IC*ANN*TE*5555550100~
        NM1*40*2*A PLAN*****46*456~
        HL*1**20*1~
        NM1*85*2*OPEN PORCH*****XX*1234567893~
        N3*1 MAIN ST*FLOOR 2~
        N4*OAKTON*NY*12345~
        REF*EI*999999999~
        HL*2*1*22*0~
        SBR*P*18*******MC~
        NM1*IL*1*DOE*JANE*Q**JR*MI*M12~
        DMG*D8*19700102*F~
        NM1*PR*2*A PLAN*****PI*456~
        CLM*C-1*1234.5***11:B:1*Y*A*Y*Y~
        REF*G1*PA-1~
        HI*ABK:F331*ABF:F411~
        LX*1~
        SV1*HC:H0038:HQ:U5*1234.5*UN*4***1:2~
        DTP*472*RD8*20261005-20261007~
        HL*3*1*22*0~
        SBR*P*18*******MC~
        NM1*IL*1*ROE*RAY****MI*M13~
        NM1*PR*2*A PLAN*****PI*456~
        CLM*C-2*20***11:B:1*Y*A*Y*Y~
        HI*ABK:F331~
        LX*1~
        SV1*HC:H0038*20*UN*1***1~
        DTP*472*D8*20261005~

        """;

    private static readonly string ClaimFile = X12Text
        .Interchange(X12Text.Transaction("837", Claims), kind: "HC")
        .Replace("005010X221A1", "005010X222A1", StringComparison.Ordinal)
        .Replace("ST*837*0001", "ST*837*0001*005010X222A1", StringComparison.Ordinal);

    [Fact]
    public void Qualifiers_become_labels_and_codes_get_their_meaning()
    {
        var said = Said(ClaimFile);

        Assert.Contains("Prior authorization: PA-1", said);
        Assert.Contains("Subscriber: JANE Q DOE JR (member number M12)", said);
        Assert.Contains("Billing provider: OPEN PORCH (NPI 1234567893)", said);
        Assert.Contains("Billing provider address: 1 MAIN ST, FLOOR 2", said);
        Assert.Contains("Billing provider city, state, ZIP code: OAKTON, NY 12345", said);
        Assert.Contains("Employer's tax number: 999999999", said);
        Assert.Contains("Service date: 2026-10-05 to 2026-10-07", said);
        Assert.Contains(
            "Health care diagnosis code | Principal diagnosis (ICD-10): F331 | Diagnosis (ICD-10): F411",
            said
        );
        Assert.Contains(
            "Professional service | Procedure: H0038 | Modifiers: HQ, U5 | Charge: 1,234.50 | Units: 4 | Diagnosis pointers: 1, 2",
            said
        );
        Assert.Contains(
            said,
            s =>
                s.StartsWith(
                    "Claim information | Claim number: C-1 | Charge: 1,234.50 | Place of service: 11 (Office)",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Adjustments_are_read_with_their_group_and_reason()
    {
        var said = Said(X12Text.Remittance);

        Assert.Contains(
            "Service adjustment: Contractual obligation (written off) | CO-45 Charge is above the fee schedule or the contracted amount: 5.00 | CO-94 Paid more than was charged: -15.00",
            said
        );
        Assert.Contains(
            "Provider adjustment | Provider: 1234567893 | Fiscal year ends: 2026-12-31 | L6 Interest owed: -1.50 (reference CLAIM)",
            said
        );
    }

    [Fact]
    public void Loops_keep_their_names_and_a_repetition_is_a_loop_of_its_own()
    {
        var segments = Read(ClaimFile);
        var lines = segments.Where(s => s.Tag == "SV1").ToList();

        Assert.Equal(["2000A", "2000B", "2300", "2400"], lines[0].Loops.Select(l => l.Id));
        Assert.Equal("Billing provider level", lines[0].Loops[0].Name);
        Assert.Same(lines[0].Loops[0], lines[1].Loops[0]);
        Assert.NotSame(lines[0].Loops[1], lines[1].Loops[1]);
        Assert.Equal("Professional health care claim", lines[0].Guide?.Name);
    }

    [Fact]
    public void Without_a_guide_levels_claims_and_lines_still_make_a_tree()
    {
        var segments = Read(ClaimFile.Replace("005010X222A1", "009999X999", StringComparison.Ordinal));
        var line = segments.Last(s => s.Tag == "SV1");

        Assert.Null(line.Guide);
        Assert.Equal(["Information source", "Subscriber", "Claim", "Line"], line.Loops.Select(l => l.Name));
        Assert.Contains(
            Said(segments),
            s => s.StartsWith("Prior authorization number: PA-1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void One_claim_is_shown_with_the_headers_it_stands_under()
    {
        var segments = Read(ClaimFile, "C-2");

        Assert.Equal(["C-2"], segments.Where(s => s.Tag == "CLM").Select(s => s.Fields[0].Values[0].Text));
        Assert.Equal(
            "ISA GS ST BHT NM1 PER NM1 HL NM1 N3 N4 REF HL SBR NM1 NM1 CLM HI LX SV1 DTP",
            string.Join(' ', segments.Select(s => s.Tag))
        );
        Assert.Contains("Subscriber: RAY ROE (member number M13)", Said(segments));
        Assert.Empty(Read(ClaimFile, "C"));
    }

    [Fact]
    public void A_finding_stands_under_the_segment_it_is_about_even_where_it_takes_the_whole_claim_to_find_it()
    {
        var wrong = ClaimFile.Replace("CLM*C-1*1234.5", "CLM*C-1*99", StringComparison.Ordinal);
        var clm = Read(wrong).First(s => s.Tag == "CLM");

        Assert.Contains(clm.Findings, f => f.Sentence.StartsWith("CLM02 charges 99.00", StringComparison.Ordinal));
        Assert.Equal(clm.Place, clm.Findings[0].Place);
    }

    [Fact]
    public void What_is_found_too_late_stands_where_it_was_found()
    {
        var body = new StringBuilder();
        body.Append("BPR*I*1*C*NON************20261102~TRN*1*1*1512345678~N1*PR*A~N1*PE*B*XX*1234567893~LX*1~");
        for (var i = 0; i < 400; i++)
        {
            body.Append("CLP*A-1*1*1*0**MC*P*11*1~CAS*CO*45*1~NM1*QC*1*DOE*JANE~");
        }
        var late = Read(X12Text.Interchange(X12Text.Transaction("835", body.ToString())))
            .SelectMany(s => s.Findings.Select(f => (s.Tag, f)))
            .Single(f => f.f.Segment == "BPR");

        Assert.Equal("SE", late.Tag);
    }

    [Fact]
    public void What_is_no_segment_of_the_standard_is_said_as_it_is()
    {
        var said = Said(X12Text.Interchange(X12Text.Transaction("835", "QQQ*A**B~")));
        Assert.Contains("Unknown segment QQQ | Element 1: A | Element 3: B", said);
    }

    [Fact]
    public void A_segment_with_more_elements_than_anybody_could_mean_is_said_in_part()
    {
        var said = Said(
            X12Text.Interchange(X12Text.Transaction("835", $"REF{string.Concat(Enumerable.Repeat("*A", 5000))}~"))
        );
        Assert.Contains(said, s => s.StartsWith("Reference information A: A", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fixture_is_read_aloud_in_full()
    {
        foreach (var file in Fixtures.All())
        {
            using var stream = File.OpenRead(file);
            var explanation = new Explanation(stream);
            var segments = explanation.Read().ToList();

            stream.Position = 0;
            var reader = new SegmentReader(stream);
            var count = 0;
            while (reader.Read())
            {
                count++;
            }
            Assert.Equal(count, segments.Count);
            Assert.All(segments, s => Assert.NotEqual("", s.Title));
            var summary = explanation.Summary!;
            if (count > 0)
            {
                Assert.Equal(
                    summary.Errors.Count + summary.Warnings.Count + summary.MoreFindings,
                    segments.Sum(s => s.Findings.Count)
                );
            }
        }
    }

    [Fact]
    public void Broken_files_are_read_aloud_as_far_as_they_go()
    {
        Mutations.Try(
            ClaimFile,
            bytes =>
            {
                var explanation = new Explanation(new MemoryStream(bytes));
                Assert.All(explanation.Read(), s => Assert.NotEqual("", s.Title));
                Assert.NotNull(explanation.Summary);
            }
        );
    }

    private static List<ExplainedSegment> Read(string text, string? claim = null) =>
        [.. new Explanation(new MemoryStream(Encoding.Latin1.GetBytes(text)), claim).Read()];

    private static List<string> Said(string text) => Said(Read(text));

    private static List<string> Said(IEnumerable<ExplainedSegment> segments) => [.. segments.Select(Said)];

    private static string Said(ExplainedSegment segment) =>
        segment.Fields.Aggregate(
            segment.Title,
            (text, field) =>
                text
                + (field.Label.Length == 0 ? ": " : $" | {field.Label}: ")
                + string.Join(
                    ", ",
                    field.Values.Select(v => v.Meaning.Length == 0 ? v.Text : $"{v.Text} ({v.Meaning})")
                )
        );
}
