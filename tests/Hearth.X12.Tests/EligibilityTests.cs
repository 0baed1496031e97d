using System.Text;

namespace Hearth.X12.Tests;

public sealed class EligibilityTests
{
    private const string Body = """
        BHT*0022*11*ASK-1*20261126*0916~
        HL*1**20*1~
        NM1*PR*2*A PLAN*****PI*12345~
        PER*IC*HELP DESK*TE*5035550100*EX*7~
        HL*2*1*21*1~
        NM1*1P*2*OPEN PORCH*****XX*1234567893~
        HL*3*2*22*0~
        TRN*2*T-1*1123456789~
        TRN*1*P-9*9999999999~
        NM1*IL*1*DOE*JO****MI*M-1~
        REF*6P*G-7*GROUP OF SEVEN~
        N3*1 MAIN ST~
        N4*SALEM*OR*97301~
        DMG*D8*19800229*F~
        INS*Y*18*001*25~
        DTP*346*D8*20260101~
        DTP*291*RD8*20260101-20261231~
        EB*1*IND*30^MH*MC*GOLD 123~
        HSD*VS*12***34*1~
        REF*18*PLAN-1~
        DTP*348*D8*20260101~
        MSG*CALL FIRST~
        MSG*RECERT MONTH=12~
        III*ZZ*11~
        LS*2120~
        NM1*P3*1*ROE*SAM****XX*1234567893*27~
        N3*2 MAIN ST~
        N4*SALEM*OR*97301~
        PER*IC**TE*5035550101~
        PRV*PC*PXC*207Q00000X~
        NM1*PR*2*OTHER PLAN~
        LE*2120~
        EB*A*IND*MH*****.2***N*W*HC:H0038::::::H0039*1:2~
        EB*B**98**PLAN*27*10.25****Y*N~
        EB*F**MH***23***VS*20~
        AAA*Y**56*N~

        """;

    private static readonly string Golden = X12Text.Interchange(
        X12Text.Transaction("271", Body).Replace("*0001~BHT", "*0001*005010X279A1~BHT", StringComparison.Ordinal),
        "HB"
    );

    [Fact]
    public void The_example_follows_the_guide() => Assert.Empty(Guided.Complaints(Golden));

    [Fact]
    public void Who_answers_whom_about_whom()
    {
        var read = Assert.Single(Read(Golden));

        Assert.Equal(("ASK-1", new DateTime(2026, 11, 26, 9, 16, 0)), (read.Reference, read.Created));
        Assert.Equal([new Channel("TE", "5035550100"), new("EX", "7")], read.Source!.Contacts[0].Channels);
        Assert.Equal("1234567893", read.Receiver!.Id);
        var person = read.Patient!;
        Assert.Equal(("DOE", "JO", "M-1", "F"), (person.Name!.Last, person.Name.First, person.MemberId, person.Gender));
        Assert.Equal(new DateOnly(1980, 2, 29), person.Born);
        Assert.Equal(new Reference("6P", "G-7", "GROUP OF SEVEN"), person.References[0]);
        Assert.Equal(("1 MAIN ST", "SALEM"), (person.Address!.Line1, person.Address.City));
        Assert.Equal(("18", "001", "25"), (person.Relationship, person.Change, person.ChangeReason));
        Assert.Equal(
            [new("346", new DateOnly(2026, 1, 1)), new("291", new(2026, 1, 1), new(2026, 12, 31))],
            person.Dates
        );
        Assert.Equal([("T-1", true), ("P-9", false)], read.Traces.Select(t => (t.Number, t.IsAskers)));
        Assert.Empty(read.NotCarried);
    }

    [Fact]
    public void Benefits_come_with_all_that_is_said_of_them()
    {
        var read = Read(Golden)[0];

        Assert.True(read.IsActive);
        Assert.Equal(["1", "A", "B", "F"], read.Benefits.Select(b => b.Information));
        var active = read.Benefits[0];
        Assert.Equal(("IND", "MC", "GOLD 123"), (active.CoverageLevel, active.InsuranceType, active.Plan));
        Assert.Equal(["30", "MH"], active.ServiceTypes);
        Assert.Equal(
            ("VS", 12m, "34", 1m),
            (
                active.Deliveries[0].QuantityQualifier,
                active.Deliveries[0].Quantity,
                active.Deliveries[0].TimePeriod,
                active.Deliveries[0].PeriodCount
            )
        );
        Assert.Equal("PLAN-1", active.References[0].Value);
        Assert.Equal(["CALL FIRST", "RECERT MONTH=12"], active.Messages);
        Assert.Equal(new BenefitCondition("ZZ", "11"), active.Conditions[0]);
        Assert.Equal(["P3", "PR"], active.Entities.Select(e => e.Party.Role));
        Assert.Equal(
            ("ROE, SAM", "207Q00000X", "27"),
            (active.Entities[0].Party.FullName, active.Entities[0].Role!.Id, active.Entities[0].Relationship)
        );
        Assert.Equal("5035550101", active.Entities[0].Party.Contacts[0].Channels[0].Number);
    }

    [Fact]
    public void Amounts_are_cents_and_shares_are_as_they_were_sent()
    {
        var benefits = Read(Golden)[0].Benefits;

        Assert.Equal(
            (0.2m, null, "N", "W"),
            (benefits[1].Percent, benefits[1].AmountCents, benefits[1].AuthorizationNeeded, benefits[1].InNetwork)
        );
        Assert.Equal(
            ("H0038", null, "H0039"),
            (benefits[1].Procedure!.Code, benefits[1].Procedure!.Description, benefits[1].LastProcedure)
        );
        Assert.Equal([1, 2], benefits[1].DiagnosisPointers);
        Assert.Equal(
            (10_25L, "27", "Y", "N"),
            (benefits[2].AmountCents, benefits[2].TimePeriod, benefits[2].AuthorizationNeeded, benefits[2].InNetwork)
        );
        Assert.Equal(("23", "VS", 20m), (benefits[3].TimePeriod, benefits[3].QuantityQualifier, benefits[3].Quantity));
        Assert.Equal(new EligibilityRejection(EligibilityLevel.Benefit, true, "56", "N"), benefits[3].Rejections[0]);
    }

    [Theory]
    [InlineData("EB*1*IND", "EB*6*IND", false)]
    [InlineData("EB*1*IND", "EB*5*IND", true)]
    [InlineData("EB*1*IND", "EB*V*IND", null)]
    public void Coverage_is_active_inactive_or_not_said(string right, string other, bool? isActive) =>
        Assert.Equal(isActive, Read(Golden.Replace(right, other, StringComparison.Ordinal))[0].IsActive);

    [Fact]
    public void A_refusal_says_at_which_level_and_why()
    {
        var refused = Golden[..Golden.IndexOf("HL*3", StringComparison.Ordinal)] + "AAA*Y**50*N~SE*8*0001~";
        var source = Golden
            .Replace("NM1*PR*2*A PLAN", "AAA*N**42*R~NM1*PR*2*A PLAN", StringComparison.Ordinal)
            .Replace("DMG*", "AAA*N**72*C~DMG*", StringComparison.Ordinal);

        var read = Assert.Single(Read(refused));
        Assert.Null(read.Patient);
        Assert.Equal([new(EligibilityLevel.Receiver, true, "50", "N")], read.Rejections);
        Assert.Equal(
            [new(EligibilityLevel.Source, false, "42", "R"), new(EligibilityLevel.Subscriber, false, "72", "C")],
            Assert.Single(Read(source)).Rejections
        );
    }

    [Fact]
    public void What_no_member_carries_is_listed_as_it_stands()
    {
        var changed = Golden
            .Replace("EB*B**98**PLAN*27*10.25", "EB*B**98**PLAN*27*ten", StringComparison.Ordinal)
            .Replace("EB*A*", "MPI*A*AE*A~EB*A*", StringComparison.Ordinal)
            .Replace("DTP*346*D8*20260101", "DTP*346*D8*2026", StringComparison.Ordinal);

        var read = Assert.Single(Read(changed));

        Assert.Equal(
            ["DTP*346*D8*2026", "MPI*A*AE*A", "EB*B**98**PLAN*27*ten****Y*N"],
            read.NotCarried.Select(n => n.Text)
        );
        Assert.Contains("07", read.NotCarried[2].Reason, StringComparison.Ordinal);
        Assert.Null(read.Benefits[2].AmountCents);
    }

    [Fact]
    public void Files_of_others_are_read()
    {
        var dependent = Assert.Single(
            Of("LinuxForHealth+x12/src/tests/resources/271_005010X279A1/dependent-health-benefit-check.271")
        );
        // NM1*IL*1*SMITH*JOHN, NM1*03*1*SMITH*MARY, INS*N*19, five EB, NM1*P3*1*JONES*MARCUS below EB*L
        Assert.Equal(
            ("JOHN", "MARY", "19"),
            (dependent.Subscriber!.Name!.First, dependent.Patient!.Name!.First, dependent.Patient.Relationship)
        );
        Assert.Equal(5, dependent.Benefits.Count);
        Assert.Equal("JONES", dependent.Benefits[1].Entities[0].Party.Name);
        Assert.Equal([1000L, 3000L], dependent.Benefits.Skip(3).Select(b => b.AmountCents!.Value));
        Assert.Equal(10, dependent.Benefits[3].ServiceTypes.Count);
        Assert.True(dependent.IsActive);
        Assert.Empty(dependent.NotCarried);

        var error = Assert.Single(
            Of("LinuxForHealth+x12/src/tests/resources/271_005010X279A1/subscriber-health-benefit-check-error.271")
        );
        Assert.Equal("50", error.Rejections[0].Reason);

        // EB*1*IND*30**MA Eligible with five messages; DMG*D8*10010101
        var medicaid = Assert.Single(Of("indice-co+EDI.Net/test/indice.Edi.Tests/Samples/x12.Issue88.edi"));
        Assert.Equal(14, medicaid.Benefits.Count);
        Assert.Equal(5, medicaid.Benefits[0].Messages.Count);
        Assert.Equal("MEDICARE ABD", medicaid.Benefits[13].Entities[0].Party.Name);
        Assert.Empty(medicaid.NotCarried);
    }

    [Fact]
    public void Nothing_in_the_bytes_makes_a_reader_throw() =>
        Mutations.Try(Golden, bytes => _ = Eligibility.Read(new MemoryStream(bytes)).ToList());

    private static List<Eligibility> Read(string text) =>
        [.. Eligibility.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)))];

    private static List<Eligibility> Of(string fixture)
    {
        using var stream = File.OpenRead(Fixtures.File(fixture));
        return [.. Eligibility.Read(stream)];
    }
}
