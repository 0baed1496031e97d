using static Hearth.X12.Tests.Claims.ClaimSamples;

namespace Hearth.X12.Tests.Claims;

public sealed class ClaimWritingTests
{
    [Fact]
    public void A_claim_of_one_line_is_this_file()
    {
        Assert.Equal(
            """
            ISA*00*          *00*          *ZZ*OP01           *ZZ*SAMPLEMC       *261112*0930*^*00501*000000007*0*T*:~
            GS*HC*OP01*SAMPLEMC*20261112*0930*7*X*005010X222A1~
            ST*837*0001*005010X222A1~
            BHT*0019*00*B-1*20261112*0930*CH~
            NM1*41*2*OPEN PORCH SAMPLE*****46*OP01~
            PER*IC*BILLING*TE*2075550100~
            NM1*40*2*SAMPLE MEDICAID*****46*SAMPLEMC~
            HL*1**20*1~
            PRV*BI*PXC*251S00000X~
            NM1*85*2*OPEN PORCH SAMPLE*****XX*1999999992~
            N3*12 SAMPLE WAY~
            N4*AUGUSTA*ME*043300001~
            REF*EI*010000001~
            HL*2*1*22*0~
            SBR*P*18*******MC~
            NM1*IL*1*DOE*ROBIN****MI*M000001~
            N3*12 SAMPLE WAY~
            N4*AUGUSTA*ME*04330~
            DMG*D8*19800229*U~
            NM1*PR*2*SAMPLE MEDICAID*****PI*SAMPLEMC~
            CLM*OP-1*60.5***11:B:1*Y*A*Y*Y~
            HI*ABK:F3289~
            LX*1~
            SV1*HC:H0038*60.5*UN*4***1~
            DTP*472*D8*20261102~
            SE*24*0001~
            GE*1*7~
            IEA*1*000000007~

            """.ReplaceLineEndings("\n"),
            Text(File(Simple))
        );
    }

    [Fact]
    public void A_replacement_carries_the_number_it_replaces()
    {
        var segments = Segments(Simple with { Frequency = "7", OriginalReference = "PAYER-1" });

        Assert.Contains("CLM*OP-1*60.5***11:B:7*Y*A*Y*Y", segments);
        Assert.Contains("REF*F8*PAYER-1", segments);
    }

    [Fact]
    public void A_patient_who_is_not_the_subscriber_has_a_level_of_their_own()
    {
        var child = new Patient
        {
            Relationship = "19",
            Name = PartyName.Person("DOE", "KIT", "A", "JR"),
            Address = Street,
            Born = new(2015, 1, 1),
            Gender = "F",
            Died = new(2026, 11, 3),
        };

        var segments = Segments(Simple with { Patient = child });

        Assert.Equal(
            ["HL*1**20*1", "HL*2*1*22*1", "HL*3*2*23*0"],
            segments.Where(s => s.StartsWith("HL*", StringComparison.Ordinal))
        );
        Assert.Contains("SBR*P********MC", segments);
        Assert.Contains("PAT*19****D8*20261103", segments);
        Assert.Contains("NM1*QC*1*DOE*KIT*A**JR", segments);
        Assert.Contains("DMG*D8*20150101*F", segments);
    }

    [Fact]
    public void Claims_that_follow_each_other_share_their_levels()
    {
        var other = Simple with { Subscriber = Robin with { MemberId = "M000002" } };

        var levels = Text(File(Simple, Simple with { Id = "OP-2" }, other))
            .Split('\n')
            .Where(s => s.StartsWith("HL*", StringComparison.Ordinal));

        Assert.Equal(["HL*1**20*1~", "HL*2*1*22*0~", "HL*3*1*22*0~"], levels);
    }

    [Fact]
    public void No_level_has_more_than_a_hundred_claims()
    {
        var claims = Enumerable.Range(1, 201).Select(i => Simple with { Id = $"OP-{i}" }).ToArray();

        Assert.Equal(4, Text(File(claims)).Split('\n').Count(s => s.StartsWith("HL*", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_providers_place_at_the_line_is_left_out_where_the_claim_has_it()
    {
        var peer = Peer with { };
        var other = Peer with { Name = PartyName.Person("STONE", "AL"), Taxonomy = null };
        var segments = Segments(
            Simple with
            {
                Rendering = Peer,
                ChargeCents = 121_00,
                Lines =
                [
                    Line with
                    {
                        Rendering = peer,
                        PlaceOfService = "11",
                    },
                    Line with
                    {
                        Rendering = other,
                        PlaceOfService = "27",
                    },
                ],
            }
        );

        Assert.Equal(
            ["NM1*82*1*RIVERA*JO****XX*1234567893", "NM1*82*1*STONE*AL****XX*1234567893"],
            segments.Where(s => s.StartsWith("NM1*82", StringComparison.Ordinal))
        );
        Assert.Single(segments, "PRV*PE*PXC*175T00000X");
        Assert.Contains("SV1*HC:H0038*60.5*UN*4***1", segments);
        Assert.Contains("SV1*HC:H0038*60.5*UN*4*27**1", segments);
    }

    [Fact]
    public void Group_and_telehealth_are_modifiers_in_their_order()
    {
        var line = Line with
        {
            Modifiers = ["HQ", "95"],
            Description = "Group by video",
            Quantity = 2.25m,
            Unit = "MJ",
            Through = new(2026, 11, 4),
            PriorAuthorization = "PA-2",
            ControlNumber = "L-1",
            Note = new("ADD", "Started late"),
        };

        var segments = Segments(Simple with { PriorAuthorization = "PA-1", Lines = [line] });

        Assert.Contains("SV1*HC:H0038:HQ:95:::Group by video*60.5*MJ*2.25***1", segments);
        Assert.Contains("DTP*472*RD8*20261102-20261104", segments);
        Assert.Equal(
            ["REF*G1*PA-1", "REF*G1*PA-2", "REF*6R*L-1"],
            segments.Where(s => s.StartsWith("REF*", StringComparison.Ordinal) && s[4] != 'E')
        );
        Assert.Contains("NTE*ADD*Started late", segments);
    }

    [Fact]
    public void A_second_payer_hears_what_the_first_one_did()
    {
        var claim = Simple with { Subscriber = Robin with { Responsibility = "S" }, OtherCoverage = [Commercial] };

        Assert.Equal(
            [
                "SBR*P*01*G-7******CI",
                "CAS*CO*45*15.5",
                "CAS*PR*2*5*1",
                "AMT*D*40",
                "OI***Y***Y",
                "NM1*IL*1*DOE*SAM****MI*C0001",
                "NM1*PR*2*SAMPLE MUTUAL*****PI*SAMPLECI",
                "DTP*573*D8*20261109",
            ],
            Segments(claim)
                .SkipWhile(s => !s.StartsWith("SBR*P*01", StringComparison.Ordinal))
                .TakeWhile(s => s != "LX*1")
        );
    }

    [Fact]
    public void A_line_says_what_the_first_payer_did_with_it()
    {
        var adjudication = new LineAdjudication
        {
            PayerId = "SAMPLECI",
            PaidCents = 40_00,
            Procedure = "H0038",
            Modifiers = ["HQ"],
            Quantity = 4,
            Adjustments = [new("CO", "45", 15_50, null), new("CO", "97", 1_00, null), new("PR", "2", 4_00, null)],
            On = new(2026, 11, 9),
        };
        var claim = Simple with
        {
            Subscriber = Robin with { Responsibility = "S" },
            OtherCoverage = [Commercial with { Adjustments = [], PaidOn = null }],
            Lines = [Line with { Adjudications = [adjudication] }],
        };

        Assert.Equal(
            ["SVD*SAMPLECI*40*HC:H0038:HQ**4", "CAS*CO*45*15.5**97*1", "CAS*PR*2*4", "DTP*573*D8*20261109"],
            Segments(claim)
                .SkipWhile(s => !s.StartsWith("SVD", StringComparison.Ordinal))
                .TakeWhile(s => !s.StartsWith("SE*", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Blanks_behind_a_transactions_number_are_left_out()
    {
        var file = FileOf(Batch(Simple) with { ControlNumber = "0021  " });

        Assert.Empty(file.Check());
        Assert.Contains("ST*837*0021*005010X222A1~", Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_transactions_have_their_own_numbers_and_levels()
    {
        var file = FileOf(Batch(Simple), Batch(Simple) with { ControlNumber = "0002" });

        Assert.Equal((2, 2L, true), (Summarize(file).Transactions, Summarize(file).Claims, Summarize(file).Balanced));
        Assert.Empty(Summarize(file).Errors);
        Assert.Contains("GE*2*7~", Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_delimiters_are_kept()
    {
        var file = File(Simple);
        file = file with
        {
            Envelope = file.Envelope with { Delimiters = new((byte)'|', (byte)'>', (byte)'^', (byte)'\n') },
        };

        Assert.Contains("\nSV1|HC>H0038|60.5|UN|4|||1\n", Text(file, ""), StringComparison.Ordinal);
        Assert.Equal(Text(file, ""), Text(Read(Text(file, ""))[0], ""));
    }

    [Theory]
    [InlineData("José", "Jose")]
    [InlineData("Straße", "Strasse")]
    [InlineData("Ægir Łuk Đỗ", "AEgir Luk Do")]
    [InlineData("O’Neil – “Ann” ", "O'Neil - \"Ann\"")]
    public void Accents_are_left_off_and_letters_spelled_out(string name, string written)
    {
        var claim = Simple with { Subscriber = Robin with { Name = PartyName.Person(name, "R") } };

        Assert.Contains($"NM1*IL*1*{written}*R****MI*M000001", Segments(claim));
    }

    [Fact]
    public void An_accent_at_any_place_of_a_name_of_any_length_is_left_off()
    {
        for (var length = 1; length <= 40; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var name = new string('A', place) + "É" + new string('B', length - place - 1);
                var claim = Simple with { Subscriber = Robin with { Name = PartyName.Person(name, null) } };

                Assert.Contains($"NM1*IL*1*{name.Replace('É', 'E')}*****MI*M000001", Segments(claim));
            }
        }
    }

    [Fact]
    public void Lists_of_any_kind_are_written_the_same()
    {
        var line = Line with
        {
            Modifiers = new List<string> { "HQ", "U1" },
            DiagnosisPointers = Array.AsReadOnly([1]),
        };
        var claim = Simple with
        {
            Lines = new List<ServiceLine> { line },
            Diagnoses = Array.AsReadOnly([.. Simple.Diagnoses]),
        };

        Assert.Contains("SV1*HC:H0038:HQ:U1*60.5*UN*4***1", Segments(claim));
        Assert.Contains("HI*ABK:F3289", Segments(claim));
    }

    [Fact]
    public void Claims_are_written_one_by_one_as_well_as_at_once()
    {
        var file = File(Simple, Simple with { Id = "OP-2" });
        using var stream = new MemoryStream();

        var writer = new ClaimWriter(stream, file.Envelope, "\n");
        writer.Begin(Batch());
        writer.Write(file.Batches[0].Claims[0]);
        Assert.Throws<X12RefusedException>(() => writer.Write(Simple with { ChargeCents = 1 }));
        writer.Write(file.Batches[0].Claims[1]);
        writer.End();

        Assert.Equal(Text(file), System.Text.Encoding.ASCII.GetString(stream.ToArray()));
        Assert.Throws<InvalidOperationException>(() => writer.Write(Simple));
    }
}
