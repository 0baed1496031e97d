using System.Text;

namespace Hearth.X12.Tests;

/// <summary>
/// Whatever a check lets pass is a file that the guide finds no fault with and that comes back as it went out, for things
/// made at random, always the same ones.
/// </summary>
public sealed class WrittenFilesTests
{
    private const int Most = 400;

    private static readonly Envelope Outward = new()
    {
        Sender = new("ZZ", "OPENPORCH"),
        Receiver = new("ZZ", "APLAN"),
        Time = new(2026, 11, 26, 9, 15, 0),
        ControlNumber = "42",
    };

    [Fact]
    public void Acknowledgements_that_pass_their_check_follow_the_guide() =>
        Holds(
            made => made.Acknowledgement(),
            a => a.Check(),
            (stream, a) => new AcknowledgementFile { Groups = [a] }.Write(stream, Outward),
            stream => Acknowledgement.Read(stream).Single()
        );

    [Fact]
    public void Eligibility_inquiries_that_pass_their_check_follow_the_guide() =>
        Holds(
            made => made.EligibilityInquiry(),
            i => i.Check(),
            (stream, i) => EligibilityInquiry.Write(stream, Outward, [i]),
            stream => EligibilityInquiry.Read(stream).Single()
        );

    [Fact]
    public void Claim_status_inquiries_that_pass_their_check_follow_the_guide() =>
        Holds(
            made => made.ClaimStatusInquiry(),
            i => i.Check(),
            (stream, i) => ClaimStatusInquiry.Write(stream, Outward, [i]),
            stream => ClaimStatusInquiry.Read(stream).Single()
        );

    private static void Holds<T>(
        Func<MadeUp, T> make,
        Func<T, IReadOnlyList<Finding>> check,
        Action<Stream, T> write,
        Func<Stream, T> read
    )
    {
        var passed = 0;
        for (var seed = 0; seed < Most; seed++)
        {
            var one = make(new(seed));
            if (check(one).Count > 0)
            {
                Assert.Throws<X12RefusedException>(() => write(Stream.Null, one));
                continue;
            }
            var text = Written(write, one);
            Assert.Equal([], Guided.Errors(text).Select(e => $"{seed}: {e}"));
            Assert.Equal(text, Written(write, read(new MemoryStream(Encoding.Latin1.GetBytes(text)))));
            passed++;
        }
        Assert.InRange(passed, Most / 20, Most * 19 / 20);
    }

    private static string Written<T>(Action<Stream, T> write, T one)
    {
        using var stream = new MemoryStream();
        write(stream, one);
        return Encoding.Latin1.GetString(stream.ToArray());
    }
}
