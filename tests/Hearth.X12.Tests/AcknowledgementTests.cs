using System.Text;

namespace Hearth.X12.Tests;

public sealed class AcknowledgementTests
{
    private const string Golden =
        "ISA*00*          *00*          *ZZ*RECEIVER       *ZZ*SENDER         *261126*0915*^*00501*000000042*0*P*:~\n"
        + "TA1*000000007*261101*0900*A*000~\n"
        + "GS*FA*RCVAPP*SNDAPP*20261126*0915*1*X*005010X231A1~\n"
        + "ST*999*0001*005010X231A1~\n"
        + "AK1*HC*17*005010X222A1~\n"
        + "AK2*837*0001*005010X222A1~\n"
        + "IK5*A~\n"
        + "AK2*837*0002*005010X222A1~\n"
        + "IK3*CLM*22*2300*8~\n"
        + "CTX*SITUATIONAL TRIGGER*CLM*22*2300*5:3*1331~\n"
        + "CTX*CLM01:A-17~\n"
        + "IK4*5:1*1331*7*ZZ~\n"
        + "CTX*SITUATIONAL TRIGGER*SBR*9**9~\n"
        + "IK4*2*782*6*1O0.00~\n"
        + "IK3*REF*30**I6~\n"
        + "IK5*R*5*I5~\n"
        + "AK9*P*3*2*1*5~\n"
        + "SE*15*0001~\n"
        + "ST*999*0002*005010X231A1~\n"
        + "AK1*HS*18*005010X279A1~\n"
        + "AK9*R*1*1*0*4~\n"
        + "SE*4*0002~\n"
        + "GE*2*1~\n"
        + "IEA*1*000000042~\n";

    private static readonly Envelope Received = new()
    {
        Sender = new("ZZ", "SENDER", "SNDAPP"),
        Receiver = new("ZZ", "RECEIVER", "RCVAPP"),
        Time = new(2026, 11, 1, 9, 0, 0),
        ControlNumber = "7",
        Security = "SECRET",
        SecurityQualifier = "01",
    };

    private static readonly Envelope Reply = Received.Answer("42", new(2026, 11, 26, 9, 15, 0));

    private static readonly TransactionAcknowledgement Good = new()
    {
        Transaction = "837",
        ControlNumber = "0001",
        Guide = "005010X222A1",
        Verdict = "A",
    };

    private static readonly TransactionAcknowledgement Bad = Good with
    {
        ControlNumber = "0002",
        Verdict = "R",
        ErrorCodes = ["5", "I5"],
        SegmentErrors =
        [
            new()
            {
                Segment = "CLM",
                Position = 22,
                Loop = "2300",
                Code = "8",
                Contexts =
                [
                    ErrorContext.BusinessUnit("CLM01", "A-17"),
                    ErrorContext.Trigger("CLM", 22, "2300", 5) with
                    {
                        Component = 3,
                        DataElement = 1331,
                    },
                ],
                ElementErrors =
                [
                    new()
                    {
                        Position = 5,
                        Component = 1,
                        DataElement = 1331,
                        Code = "7",
                        BadValue = "ZZ",
                        Contexts = [ErrorContext.Trigger("SBR", 9, element: 9)],
                    },
                    new()
                    {
                        Position = 2,
                        DataElement = 782,
                        Code = "6",
                        BadValue = "1O0.00",
                    },
                ],
            },
            new()
            {
                Segment = "REF",
                Position = 30,
                Code = "I6",
            },
        ],
    };

    private static readonly AcknowledgementFile Answer = new()
    {
        Interchanges = [InterchangeAcknowledgement.For(Received)],
        Groups =
        [
            Acknowledgement.For("HC", "17", "005010X222A1", [Good, Bad], included: 3, errorCodes: ["5"]),
            Acknowledgement.For("HS", "18", "005010X279A1", [], included: 1, errorCodes: ["4"]) with
            {
                Received = 1,
            },
        ],
    };

    [Fact]
    public void The_answer_to_a_file_is_written_with_its_TA1_before_any_group() =>
        Assert.Equal(Golden, Written(Answer, Reply, "\n"));

    [Fact]
    public void What_is_written_follows_the_guide() => Assert.Empty(Guided.Complaints(Golden));

    [Fact]
    public void What_is_written_is_read_and_written_again_byte_for_byte()
    {
        var read = Read(Golden);

        Assert.Equal(Golden, Written(read, read.Groups[0].Origin!.Envelope, "\n"));
        Assert.All(read.Groups, g => Assert.Empty(g.NotCarried));
        Assert.Empty(read.Interchanges[0].NotCarried);
    }

    [Fact]
    public void Every_member_comes_back_as_it_was()
    {
        var read = Read(Golden);

        Assert.Equal(new DateOnly(2026, 11, 1), read.Interchanges[0].Date);
        Assert.Equal(("000000007", "A", "000"), Ta1(read.Interchanges[0]));
        Assert.Equal("RECEIVER", read.Interchanges[0].Envelope!.Sender.Id);
        var group = read.Groups[0];
        Assert.Equal(("HC", "17", "P", 3, 2, 1), Head(group));
        Assert.Equal(["5"], group.ErrorCodes);
        Assert.False(group.IsAccepted);
        Assert.True(group.Transactions[0].IsAccepted);
        var error = group.Transactions[1].SegmentErrors[0];
        Assert.Equal(("CLM", 22, "2300", "8"), (error.Segment, error.Position, error.Loop, error.Code));
        Assert.Equal(["SITUATIONAL TRIGGER", "CLM01"], error.Contexts.Select(c => c.Name));
        var element = error.ElementErrors[0];
        Assert.Equal(
            (5, 1, 1331, "7", "ZZ"),
            (element.Position, element.Component, element.DataElement, element.Code, element.BadValue)
        );
        Assert.Equal(
            ("SBR", 9, 9),
            (element.Contexts[0].Segment, element.Contexts[0].Position, element.Contexts[0].Element)
        );
    }

    [Fact]
    public void A_file_of_TA1_alone_has_no_group()
    {
        var rejected = new AcknowledgementFile
        {
            Interchanges = [InterchangeAcknowledgement.For(Received, "R", "021")],
        };

        var lines = Written(rejected, Reply, "\n").Split('\n');

        Assert.Equal(["TA1*000000007*261101*0900*R*021~", "IEA*0*000000042~", ""], lines[1..]);
    }

    [Theory]
    [InlineData("a*b:c~d^e", "abcde")]
    [InlineData("  Grüße\n\u0001", "Gre")]
    [InlineData("~~~", null)]
    public void Copies_of_bad_values_lose_what_the_file_cannot_hold(string bad, string? copy) =>
        Assert.Equal(copy, Copy(bad));

    [Fact]
    public void Copies_of_bad_values_are_cut_at_99_characters() =>
        Assert.Equal(99, Copy(new string('x', 100_000))!.Length);

    [Fact]
    public void Loops_are_written_with_the_four_characters_that_there_is_room_for() =>
        Assert.Equal(
            "2010",
            Read(
                Written(
                    With(
                        new()
                        {
                            Segment = "NM1",
                            Position = 4,
                            Loop = "2010AA",
                            Code = "8",
                        }
                    )
                )
            )
                .Groups[0]
                .Transactions[0]
                .SegmentErrors[0]
                .Loop
        );

    [Fact]
    public void A_clean_group_is_accepted_and_one_with_errors_that_do_no_harm_is_too()
    {
        var warned = Bad with { Verdict = "E" };

        Assert.Equal("A", For(Good).Verdict);
        Assert.Equal("E", For(Good, warned).Verdict);
        Assert.Equal("P", For(Good, warned, Bad).Verdict);
        Assert.Equal(2, For(Good, warned, Bad).Accepted);
        Assert.Equal("R", For(Bad).Verdict);
        Assert.Equal("R", For().Verdict);
        Assert.Empty(For(Good, warned, Bad).Check());
    }

    [Fact]
    public void What_a_receiver_would_reject_is_refused_and_nothing_is_written()
    {
        AcknowledgementFile[] wrong =
        [
            new() { Groups = [For(Good) with { Verdict = "Q" }] },
            new() { Groups = [For(Good) with { Accepted = 0 }] },
            new() { Groups = [For(Good) with { GroupControlNumber = "12x" }] },
            new() { Groups = [For(Good) with { Version = "" }] },
            new() { Groups = [For(Good) with { Transactions = [Good, Good] }] },
            new() { Groups = [For(Bad with { ErrorCodes = [] })] },
            new() { Groups = [For(Bad with { ErrorCodes = ["5", "5", "5", "5", "5", "5"] })] },
            new() { Groups = [For(Good with { SegmentErrors = Bad.SegmentErrors })] },
            With(Bad.SegmentErrors[0] with { Code = "3" }),
            With(Bad.SegmentErrors[0] with { Position = 0 }),
            With(Bad.SegmentErrors[0] with { Segment = "A*B" }),
            With(Bad.SegmentErrors[0] with { Contexts = [ErrorContext.BusinessUnit("CLM02", "1")] }),
            With(Bad.SegmentErrors[0] with { ElementErrors = [new() { Position = 1, Code = "99" }] }),
            new() { Interchanges = [InterchangeAcknowledgement.For(Received, "A", "021")] },
            new() { Interchanges = [InterchangeAcknowledgement.For(Received with { Time = null })] },
        ];

        foreach (var file in wrong)
        {
            using var stream = new MemoryStream();
            var refused = Assert.Throws<X12RefusedException>(() => file.Write(stream, Reply));
            Assert.All(refused.Findings, f => Assert.NotEmpty(f.Next));
            Assert.Equal(0, stream.Length);
        }
    }

    [Fact]
    public void An_envelope_that_cannot_be_written_is_refused()
    {
        Envelope[] wrong =
        [
            Reply with
            {
                ControlNumber = "1234567890",
            },
            Reply with
            {
                ControlNumber = "",
            },
            Reply with
            {
                GroupControlNumber = "A",
            },
            Reply with
            {
                Time = null,
            },
            Reply with
            {
                Sender = new("ZZ", "SIXTEENCHARACTER"),
            },
            Reply with
            {
                Sender = new("", "ME"),
            },
            Reply with
            {
                Receiver = new("ZZ", "A~B"),
            },
            Reply with
            {
                Receiver = new("ZZ", "ME", ""),
            },
            Reply with
            {
                Delimiters = new((byte)'*', (byte)'*', (byte)'^', (byte)'~'),
            },
            Reply with
            {
                Delimiters = new((byte)'A', (byte)':', (byte)'^', (byte)'~'),
            },
        ];

        Assert.All(wrong, e => Assert.NotEmpty(Answer.Check(e)));
        Assert.Empty(Answer.Check(Reply));
    }

    [Fact]
    public void Any_delimiters_will_do()
    {
        var other = Reply with { Delimiters = new((byte)'|', (byte)'>', (byte)'!', (byte)'\n') };

        var text = Written(Answer, other);

        Assert.Contains("CTX|CLM01>A-17\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Written(Read(text), Read(text).Groups[0].Origin!.Envelope));
    }

    [Fact]
    public void What_stands_where_it_makes_no_sense_is_listed_and_reading_goes_on()
    {
        var text = X12Text.Interchange(
            X12Text.Transaction(
                "999",
                "IK5*A~AK1*HC*1*V*MORE~ZZZ*1~AK2*837*1~IK4*1**1~IK3*CLM*X*2300*8~CTX*CLM01:1:2~IK5*R*5~IK5*Q~AK9*R*x*1*0~"
            ),
            "FA"
        );

        var group = Read(text).Groups[0];

        Assert.Equal(
            ["IK5*A", "AK1*HC*1*V*MORE", "ZZZ*1", "IK4*1**1", "IK3*CLM*X*2300*8", "IK5*Q", "AK9*R*x*1*0"],
            group.NotCarried.Select(n => n.Text)
        );
        Assert.Equal("1:2", group.Transactions[0].SegmentErrors[0].Contexts[0].Value);
        Assert.Equal("R", group.Transactions[0].Verdict);
    }

    [Fact]
    public void A_transaction_that_is_cut_off_is_read_as_far_as_it_goes()
    {
        var cut = Golden[..Golden.IndexOf("IK5*R", StringComparison.Ordinal)];

        var group = Assert.Single(Read(cut).Groups);

        Assert.Equal("", group.Verdict);
        Assert.Equal("", group.Transactions[1].Verdict);
        Assert.Equal(2, group.Transactions[1].SegmentErrors.Count);
        Assert.False(group.IsAccepted);
    }

    [Fact]
    public void Files_of_others_are_read()
    {
        var groups = Of(
            "kputnam+stupidedi/spec/fixtures/005010/X231A1 FA999 Implementation Acknowledgment for Health Care Insurance/pass/response-to-functional-group-containing-3-837s.edi"
        );

        var group = Assert.Single(groups);
        // AK1*HC*17456*..., AK9*P*3*3*1
        Assert.Equal(("HC", "17456", "P", 3, 3, 1), Head(group));
        Assert.Empty(group.NotCarried);
        // IK3*REF*57**3, CTX*SITUATIONAL TRIGGER*CLM*43**5:3, CTX*CLM01:987654321
        var missing = Assert.Single(group.Transactions[2].SegmentErrors);
        Assert.Equal(("REF", 57, "3"), (missing.Segment, missing.Position, missing.Code));
        Assert.Equal(
            (43, 5, 3),
            (missing.Contexts[0].Position, missing.Contexts[0].Element, missing.Contexts[0].Component)
        );
        Assert.Equal("987654321", missing.Contexts[1].Value);

        Assert.Equal(4, Of("azoner+pyx12/pyx12/tests/834_lui_id_5010.999.txt").Count);
        Assert.Equal(
            "NM",
            Of("imsweb+x12-parser/src/test/resources/837_5010/x12_999_rejected.txt")[0]
                .Transactions[0]
                .SegmentErrors[0]
                .Segment
        );
        // Three names in one CTX, and an IK5 too many.
        var invalid = Assert.Single(Of("xlate+staedi/src/test/resources/x12/invalid999.edi"));
        Assert.Equal(4, invalid.Transactions[2].SegmentErrors[0].Contexts.Count);
        Assert.Equal("IK5*A", invalid.NotCarried[0].Text);
    }

    [Fact]
    public void Nothing_in_the_bytes_makes_a_reader_throw() => Mutations.Try(Golden, bytes => Read(bytes));

    private static Acknowledgement For(params TransactionAcknowledgement[] transactions) =>
        Acknowledgement.For("HC", "17", "005010X222A1", transactions);

    private static AcknowledgementFile With(SegmentError error) =>
        new() { Groups = [For(Bad with { SegmentErrors = [error] })] };

    private static string? Copy(string bad)
    {
        var error = new ElementError
        {
            Position = 1,
            Code = "6",
            BadValue = bad,
        };
        var text = Written(With(Bad.SegmentErrors[0] with { ElementErrors = [error] }));
        return Read(text).Groups[0].Transactions[0].SegmentErrors[0].ElementErrors[0].BadValue;
    }

    private static (string, string, string, int, int, int) Head(Acknowledgement group) =>
        (group.FunctionalId, group.GroupControlNumber, group.Verdict, group.Included, group.Received, group.Accepted);

    private static (string, string, string) Ta1(InterchangeAcknowledgement ta1) =>
        (ta1.ControlNumber, ta1.Verdict, ta1.NoteCode);

    private static string Written(AcknowledgementFile file, Envelope? envelope = null, string lineEnd = "")
    {
        using var stream = new MemoryStream();
        file.Write(stream, envelope ?? Reply, lineEnd);
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    private static AcknowledgementFile Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    private static AcknowledgementFile Read(byte[] bytes) => AcknowledgementFile.Read(new MemoryStream(bytes));

    private static List<Acknowledgement> Of(string fixture)
    {
        using var stream = File.OpenRead(Fixtures.File(fixture));
        return [.. Acknowledgement.Read(stream)];
    }
}
