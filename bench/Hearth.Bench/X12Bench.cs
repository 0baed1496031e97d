using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hearth.X12;
using Hearth.X12.Reading;

namespace Hearth.Bench;

/// <summary>
/// Reading remittances on one core, beside the barest thing that could be done with the same bytes: finding the
/// delimiters of 10 MB that stay in memory. Memory is what one pass over 1 GB needs more than one over 10 MB.
/// </summary>
internal static class X12Bench
{
    private const int Megabyte = 1_000_000;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await Task.Yield();
        var file = Remittance(10 * Megabyte);
        var time = TimeSpan.FromSeconds(Math.Max(1, options.Seconds / 4));
        var limit = Rate(file, time, Scan);
        yield return Figure.AtLeast("x12.tokenise", Rate(file, time, Tokenise), "GB/s", 1.5, limit);
        yield return Figure.AtLeast("x12.sums-835", Rate(file, time, Sum), "GB/s", 0.4, limit);
        yield return Figure.AtMost("x12.memory-growth", Growth(file), "MB", 1, file.Length / (double)Megabyte);
    }

    private static void Scan(byte[] file)
    {
        const int window = 8192;
        var (marks, ends) = (new int[window + Marks.Slack], new int[window]);
        var by = new Delimiters((byte)'*', (byte)':', (byte)'^', (byte)'~');
        for (var at = 0; at < file.Length; at += window)
        {
            Marks.Find(file.AsSpan(at, Math.Min(window, file.Length - at)), by, at, marks, ends);
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

    private static void Expect(bool right)
    {
        if (!right)
        {
            throw new InvalidOperationException("The benchmark's own file was not read as it was written.");
        }
    }

    private static double Rate(byte[] file, TimeSpan time, Action<byte[]> read)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < time; )
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

    private static double Growth(byte[] file)
    {
        var small = Allocated(() => Summary.Read(new Repeated(file, 1)));
        var large = Allocated(() => Summary.Read(new Repeated(file, 100)));
        return (large - small) / (double)Megabyte;
    }

    private static long Allocated(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>One payment for as many peer-support claims of three lines as fill the size, all adding up.</summary>
    private static byte[] Remittance(int size)
    {
        var text = new StringBuilder(size + 1000);
        text.Append(
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *261101*0900*^*00501*000000001*0*P*:~\n"
        );
        text.Append("GS*HP*PAYER*PROVIDER*20261101*0900*1*X*005010X221A1~\nST*835*0001~\n");
        var body = new StringBuilder(size);
        var (claims, segments, paid) = (0, 0, 0L);
        var random = new Random(1);
        while (body.Length < size - 600)
        {
            claims++;
            var lines = Enumerable
                .Range(0, 3)
                .Select(_ => (Charge: random.Next(4000, 20000), Cut: random.Next(0, 3000)))
                .ToList();
            var (charge, cut) = (lines.Sum(l => l.Charge), lines.Sum(l => l.Cut));
            paid += charge - cut;
            Line(body, $"CLP*OP{claims:000000}*1*{M(charge)}*{M(charge - cut)}**MC*PAYER{claims:00000000}*11*1");
            Line(body, $"NM1*QC*1*PERSON*{claims}****MI*M{claims:000000000}");
            Line(body, $"DTM*232*2026{random.Next(1, 13):00}{random.Next(1, 29):00}");
            segments += 3;
            foreach (var line in lines)
            {
                Line(body, $"SVC*HC:H0038:HQ*{M(line.Charge)}*{M(line.Charge - line.Cut)}**4");
                Line(body, $"DTM*472*202610{random.Next(1, 29):00}");
                Line(body, $"CAS*CO*45*{M(line.Cut)}");
                Line(body, $"AMT*B6*{M(line.Charge - line.Cut)}");
                segments += 4;
            }
        }
        Line(text, $"BPR*I*{M(paid)}*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102");
        text.Append(body);
        Line(text, $"SE*{segments + 3}*0001");
        text.Append("GE*1*1~\nIEA*1*000000001~\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string M(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder to, FormattableString segment) =>
        to.Append(segment.ToString(CultureInfo.InvariantCulture)).Append("~\n");

    private sealed class Repeated(byte[] file, int times) : Stream
    {
        private int at;
        private int left = times;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (at == file.Length && --left > 0)
            {
                at = 0;
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
