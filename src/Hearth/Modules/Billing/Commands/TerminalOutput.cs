using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hearth.Modules.Billing.Commands;

/// <summary>
/// Standard output for long texts: in colour and paged on a terminal, plain in a pipe, and quiet once nobody reads it.
/// </summary>
internal sealed class TerminalOutput : IDisposable
{
    private const int BrokenPipe = 32; // EPIPE
    private const int WidthWhereUnknown = 80;
    private const int HeightWhereUnknown = 24;
    private const int Narrowest = 40;
    private readonly List<string>? screen; // what fits, until it is known that a pager is needed
    private readonly int height;
    private TextWriter? writer;
    private Process? pager;

    private TerminalOutput(bool isTerminal, bool pages)
    {
        IsColored =
            isTerminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        Width = isTerminal ? OrElse(Console.WindowWidth, WidthWhereUnknown) : AskedWidth();
        Width = Math.Max(Width, Narrowest);
        height = isTerminal ? OrElse(Console.WindowHeight, HeightWhereUnknown) : 0;
        if (isTerminal && pages && Pager.IsThere)
        {
            screen = [];
        }
        else
        {
            writer = Writer(StandardOutput());
        }
    }

    /// <summary>Characters that fit in a line; as good as endless where there is no terminal and COLUMNS is not set.</summary>
    public int Width { get; }

    /// <summary>Whether escape sequences for colours are understood.</summary>
    public bool IsColored { get; }

    public static TerminalOutput Open(bool pages) => new(!Console.IsOutputRedirected, pages);

    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public void WriteLine(string line) =>
        Try(() =>
        {
            if (writer is null && screen!.Count < height - 1)
            {
                screen.Add(line);
                return;
            }
            if (writer is null)
            {
                StartPager();
            }
            writer!.WriteLine(line);
        });

    /// <summary>What was written so far is seen, where it is not still to be decided how.</summary>
    public void Flush() => Try(() => writer?.Flush());

    /// <summary>All is written: what fits on the screen is shown now.</summary>
    public void Finish() =>
        Try(() =>
        {
            if (writer is null)
            {
                writer = Writer(StandardOutput());
                screen!.ForEach(writer.WriteLine);
            }
            writer.Flush();
        });

    /// <summary>Waits until the reader leaves the pager.</summary>
    public void Dispose()
    {
        try
        {
            writer?.Dispose();
        }
        catch (IOException) { }
        pager?.WaitForExit();
        pager?.Dispose();
    }

    private void StartPager()
    {
        pager = Pager.Start();
        writer = pager.StandardInput;
        screen!.ForEach(writer.WriteLine);
        screen.Clear();
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException failure) when (pager is not null || failure.HResult == BrokenPipe)
        {
            throw new OperationCanceledException("Nobody reads the output any more.", failure);
        }
    }

    // The console's own stream hides that a pipe is broken, and so would read a file of any size to its end for nobody. A
    // stream on the handle tells, but keeps its own place in a file, which another process may share.
    private static Stream StandardOutput()
    {
        if (!OperatingSystem.IsWindows())
        {
            var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
            if (!direct.CanSeek)
            {
                return direct;
            }
        }
        return Console.OpenStandardOutput();
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024) { NewLine = "\n" };

    private static int OrElse(int size, int otherwise) => size > 0 ? size : otherwise;

    private static int AskedWidth() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns)
        && columns > 0
            ? columns
            : int.MaxValue;
}

/// <summary>A stream that lets what is written be seen before it waits for more to read.</summary>
internal sealed class FlushedBeforeReading(Stream from, TerminalOutput output) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        output.Flush();
        return from.Read(buffer, offset, count);
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
