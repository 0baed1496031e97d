using System.Text;

namespace Hearth.X12.Tests;

/// <summary>What may change in a file without a change of what it says: its delimiters, its line ends, its pieces, its neighbors.</summary>
public sealed class MetamorphicTests
{
    /// <summary>Every valid file and every planted defect.</summary>
    private static readonly string[] Files =
    [
        .. ValidFiles.All.Values,
        .. PlantedDefectTests.Defects.Select(row =>
            PlantedDefectTests.Planted(row.Data.Item1, row.Data.Item2, row.Data.Item3)
        ),
    ];

    [Theory]
    [InlineData('|', '>', '!', '\'')]
    [InlineData('\x1D', ':', '^', '~')]
    [InlineData('\x1F', '\x1C', '\x1E', '\x1D')]
    [InlineData('\x1C', '\x1F', '\x1E', '\x1D')]
    [InlineData('*', ':', '^', '\n')]
    [InlineData('*', ':', '^', '\r')]
    [InlineData('\t', '\\', '}', '\0')]
    public void Other_delimiters_say_the_same(char element, char part, char repetition, char end)
    {
        foreach (var file in Files)
        {
            var other = string.Create(
                file.Length,
                file,
                (to, from) =>
                {
                    for (var i = 0; i < to.Length; i++)
                    {
                        to[i] = from[i] switch
                        {
                            '*' => element,
                            ':' => part,
                            '^' => repetition,
                            '~' => end,
                            var c => c,
                        };
                    }
                }
            );
            Assert.Equal(Meaning(Read(file)), Meaning(Read(other)));
        }
    }

    [Theory]
    [InlineData("~\n")]
    [InlineData("~\r\n")]
    [InlineData("~\r")]
    [InlineData("~\n\n")]
    public void Line_ends_after_the_terminator_say_nothing(string end)
    {
        foreach (var file in Files)
        {
            Assert.Equal(Meaning(Read(file)), Meaning(Read(file.Replace("~", end, StringComparison.Ordinal))));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(4096)]
    public void The_size_of_the_pieces_says_nothing(int chunk)
    {
        foreach (var file in Files)
        {
            var (whole, pieces) = (Read(file), Read(file, chunk));

            Assert.Equal(Meaning(whole), Meaning(pieces));
            Assert.Equal(
                whole.Errors.Concat(whole.Warnings).Select(f => f.Place),
                pieces.Errors.Concat(pieces.Warnings).Select(f => f.Place)
            );
        }
    }

    [Fact]
    public void Two_files_one_after_the_other_say_what_each_says()
    {
        for (var i = 0; i + 1 < Files.Length; i += 2)
        {
            var next = Files[i + 1].Replace("000000007", "000000008", StringComparison.Ordinal);
            var (one, two, both) = (Read(Files[i]), Read(next), Read(Files[i] + next));

            Assert.Equal(Sums(one).Zip(Sums(two), (a, b) => a + b), Sums(both));
            Assert.Equal(one.Balanced && two.Balanced, both.Balanced);
            Assert.Equal(
                one.Errors.Concat(one.Warnings)
                    .Concat(two.Errors)
                    .Concat(two.Warnings)
                    .Select(Unplaced)
                    .Order(StringComparer.Ordinal),
                both.Errors.Concat(both.Warnings).Select(Unplaced).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void A_file_of_two_transactions_says_what_two_files_of_one_say()
    {
        foreach (var file in Files)
        {
            var start = file.IndexOf("~ST*", StringComparison.Ordinal) + 1;
            var end = file.IndexOf("~GE*", StringComparison.Ordinal) + 1;
            // Not those whose envelope is what is wrong.
            if (start == 0 || end == 0 || !Whole(file))
            {
                continue;
            }
            var second = file[start..end]
                .Replace("*0001*0", "*0002*0", StringComparison.Ordinal)
                .Replace("ST*835*0001~", "ST*835*0002~", StringComparison.Ordinal);
            var last = second.LastIndexOf("*0001~", StringComparison.Ordinal);
            second = second[..last] + "*0002~";
            var together = Read(file.Insert(end, second).Replace("GE*1*", "GE*2*", StringComparison.Ordinal));
            var apart = Read(file + file.Replace("000000007", "000000008", StringComparison.Ordinal));

            Assert.Equal(Sums(apart)[2..], Sums(together)[2..]);
            Assert.Equal(
                apart.Errors.Concat(apart.Warnings).Select(Unplaced),
                together.Errors.Concat(together.Warnings).Select(Unplaced)
            );
            Assert.Equal(
                apart.Errors.Concat(apart.Warnings).Select(f => (f.Transaction, f.Position)),
                together.Errors.Concat(together.Warnings).Select(f => (f.Transaction, f.Position))
            );
        }
    }

    [Fact]
    public void A_byte_order_mark_is_one_more_warning()
    {
        foreach (var file in ValidFiles.All.Values)
        {
            var summary = Read("\u00EF\u00BB\u00BF" + file);

            Assert.Empty(summary.Errors);
            Assert.Single(summary.Warnings);
            Assert.Equal(Sums(Read(file))[..^2], Sums(summary)[..^2]);
        }
    }

    [Theory]
    [InlineData("Date: today\r\nSubject: claims\r\n\r\n")]
    [InlineData("ISA is below:\r\n")]
    [InlineData("TA1*000000007*261101*0900*A*000~")]
    public void What_stands_before_the_first_header_is_said_once_and_the_rest_is_read(string before)
    {
        foreach (var file in ValidFiles.All.Values)
        {
            var summary = Read(before + file);

            Assert.Single(summary.Errors.Concat(summary.Warnings));
            Assert.Equal(Sums(Read(file))[..^2], Sums(summary)[..^2]);
        }
    }

    [Fact]
    public void Blank_lines_before_and_after_say_nothing()
    {
        foreach (var file in ValidFiles.All.Values)
        {
            Assert.Equal(Meaning(Read(file)), Meaning(Read("\r\n\n" + file + "\r\n\r\n")));
        }
    }

    [Fact]
    public void A_file_cut_off_after_any_segment_says_which_trailers_are_missing()
    {
        foreach (var file in ValidFiles.All.Values)
        {
            for (
                var at = file.IndexOf('~', StringComparison.Ordinal);
                at < file.Length - 1;
                at = file.IndexOf('~', at + 1)
            )
            {
                var cut = file[..(at + 1)];
                var codes = Read(cut).Errors.Select(e => e.Acknowledgement).ToList();

                Assert.Equal(1, codes.Count(c => c == "TA105=023"));
                Assert.Equal(
                    cut.Contains("~GS*", StringComparison.Ordinal) && !cut.Contains("~GE*", StringComparison.Ordinal)
                        ? 1
                        : 0,
                    codes.Count(c => c == "AK905=3")
                );
                Assert.Equal(
                    cut.Contains("~ST*", StringComparison.Ordinal) && !cut.Contains("~SE*", StringComparison.Ordinal)
                        ? 1
                        : 0,
                    codes.Count(c => c == "IK502=2")
                );
            }
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_read_as_far_as_it_goes()
    {
        foreach (
            var file in (string[])[ValidClaims.Secondary, ValidRemittances.Reversal, ValidAcknowledgements.Rejected]
        )
        {
            for (var length = 0; length < file.Length - 1; length++)
            {
                Assert.False(Validation.Read(Stream(file[..length])).IsAccepted);
            }
        }
    }

    /// <summary>There is one of each header and trailer, with numbers that fit.</summary>
    private static bool Whole(string file) =>
        !Read(file).Errors.Any(e => e.Segment is "ISA" or "GS" or "ST" or "SE" or "GE" or "IEA");

    private static MemoryStream Stream(string text) => new(Encoding.Latin1.GetBytes(text));

    private static Summary Read(string text, int chunk = SegmentReader.DefaultChunk) =>
        Validation.Read(new SegmentReader(Stream(text), chunk)).Summary;

    private static long[] Sums(Summary s) =>
        [
            s.Interchanges,
            s.Groups,
            s.Transactions,
            s.Claims,
            s.Services,
            s.ChargeCents,
            s.PaidCents,
            s.BprCents,
            s.PlbCents,
            s.LineChargeCents,
            s.AdjustmentCents.Values.Sum(),
            s.Errors.Count,
            s.Warnings.Count,
        ];

    private static string Meaning(Summary s) =>
        string.Join(
            '\n',
            [
                string.Join('/', Sums(s)),
                .. s.AdjustmentCents.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"),
                .. s
                    .Errors.Concat(s.Warnings)
                    .Select(f => $"{f.Transaction} {f.Place.Ordinal} {f.Position} {Unplaced(f)}"),
            ]
        );

    /// <summary>A finding without its place and without what stands there, which may hold delimiters.</summary>
    private static string Unplaced(Finding f) =>
        $"{f.Severity} {f.Loop}/{f.Segment}{f.Element}-{f.Part} {f.Repetition} {f.DataElement} {f.Claim} {f.Expected} {f.Acknowledgement} {f.Next}";
}
