using System.Diagnostics;
using Hearth.X12;
using Hearth.X12.Reading;

namespace Hearth.Bench;

/// <summary>
/// Reading and writing on one core, beside the barest thing that could be done with the same bytes: finding the delimiters of
/// a file that stays in memory. Memory is what a pass over 1 GB comes to hold beyond what it holds after the first 10 MB.
/// </summary>
internal static class X12Bench
{
    private const int Megabyte = 1_000_000;
    private const int FileClaims = 21_000; // about 10 MB of either

    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await Task.Yield();
        var remittance = Made(stream => SampleFiles.WriteRemittances(stream, FileClaims));
        var claims = Made(stream => SampleFiles.WriteClaims(stream, FileClaims));
        var time = TimeSpan.FromSeconds(Math.Max(1, options.Seconds / 4));
        var limit = Rate(remittance, time, Scan);
        yield return Figure.AtLeast("x12.tokenise", Rate(remittance, time, Tokenise), "GB/s", 1.5, limit);
        yield return Figure.Told("x12.sums-835", Rate(remittance, time, Sum), "GB/s");
        yield return Figure.AtLeast("x12.checked-835", Rate(remittance, time, Check), "GB/s", 0.4, limit);
        yield return Figure.AtLeast(
            "x12.checked-837",
            Rate(claims, time, Check),
            "GB/s",
            0.3,
            Rate(claims, time, Scan)
        );
        yield return Figure.Told("x12.records-835", Rate(remittance, time, ReadPayments), "GB/s");
        yield return Figure.Told("x12.records-837", Rate(claims, time, ReadClaims), "GB/s");
        yield return Figure.AtLeast("x12.write-837", WriteRate(claims, time), "GB/s", 0.4, limit);
        yield return Figure.AtMost(
            "x12.memory-growth",
            Growth(remittance),
            "MB",
            1,
            remittance.Length / (double)Megabyte
        );
    }

    private static void Scan(byte[] file)
    {
        const int window = 8192;
        var (marks, ends) = (new int[window + Marks.Slack], new int[window + Marks.Slack]);
        var by = new Delimiters((byte)'*', (byte)':', (byte)'^', (byte)'~');
        for (var at = 0; at < file.Length; at += window)
        {
            Marks.Find(file.AsSpan(at, Math.Min(window, file.Length - at)), by, at, marks, 0, ends);
        }
    }

    private static void Tokenise(byte[] file)
    {
        var reader = new SegmentReader(new MemoryStream(file));
        var elements = 0L;
        while (reader.Read())
        {
            elements += reader.Current.Count;
        }
        Expect(elements > file.Length / 20);
    }

    private static void Sum(byte[] file) =>
        Expect(Summary.Read(new MemoryStream(file)) is { Balanced: true, Errors: [] });

    // Every element by its type, length and codes, every segment by its place in the guide, every amount added up.
    private static void Check(byte[] file) =>
        Expect(Validation.Read(new MemoryStream(file)) is { IsAccepted: true, Summary.Warnings: [] });

    private static void ReadPayments(byte[] file)
    {
        var claims = 0;
        foreach (var claim in ClaimPayment.Read(new MemoryStream(file)))
        {
            claims += claim.Services.Count > 0 ? 1 : 0;
        }
        Expect(claims > 0);
    }

    private static void ReadClaims(byte[] file)
    {
        var claims = 0;
        foreach (var claim in Claim.Read(new MemoryStream(file)))
        {
            claims += claim.Lines.Count > 0 ? 1 : 0;
        }
        Expect(claims == FileClaims);
    }

    // Checked and written, from claims in memory to bytes in memory that is there already.
    private static double WriteRate(byte[] file, TimeSpan time)
    {
        var claims = ClaimFile.Read(new MemoryStream(file)).Single();
        var to = new MemoryStream(file.Length + Megabyte);
        return Rate(
            file,
            time,
            _ =>
            {
                to.Position = 0;
                claims.Write(to, "\n");
                Expect(to.Position == file.Length);
            }
        );
    }

    private static void Expect(bool right)
    {
        if (!right)
        {
            throw new InvalidOperationException("The benchmark's own file was not read as it was written.");
        }
    }

    private static double Rate(byte[] file, TimeSpan time, Action<byte[]> read)
    {
        // Code is compiled for good only after some seconds of use.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < 3 * time; )
        {
            read(file);
        }
        var best = double.MaxValue;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; )
        {
            var start = Stopwatch.GetTimestamp();
            read(file);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return file.Length / best / 1e9;
    }

    // What is held while a gigabyte passes through, over what is held once its first hundredth has.
    private static double Growth(byte[] file)
    {
        const int rounds = 100;
        var held = new List<long>(rounds);
        Validation.Read(new Repeated(file, rounds, () => held.Add(GC.GetTotalMemory(forceFullCollection: true))));
        return (held.Max() - held[0]) / (double)Megabyte;
    }

    private static byte[] Made(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private sealed class Repeated(byte[] file, int times, Action atEnd) : Stream
    {
        private int at;
        private int left = times;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (at == file.Length && left > 0)
            {
                atEnd();
                at = --left > 0 ? 0 : at;
            }
            var bytes = Math.Min(count, file.Length - at);
            file.AsSpan(at, bytes).CopyTo(buffer.AsSpan(offset));
            at += bytes;
            return bytes;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
