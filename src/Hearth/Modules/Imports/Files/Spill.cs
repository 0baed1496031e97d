using Microsoft.Win32.SafeHandles;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// Bytes written once and read anywhere: in memory while they are few, then in a file without a name, which the system
/// takes back whatever becomes of the process.
/// </summary>
internal sealed class Spill(int inMemory) : IDisposable
{
    private const int Windows = 8;

    private readonly Window?[] windows = new Window?[Windows];
    private MemoryStream? memory = new();
    private FileStream? file;
    private SafeFileHandle? handle;
    private long uses;

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (memory is not null && Length + bytes.Length > inMemory)
        {
            file = Nameless();
            file.Write(memory.GetBuffer().AsSpan(0, (int)memory.Length));
            memory = null;
        }
        ((Stream?)memory ?? file!).Write(bytes);
        Length += bytes.Length;
    }

    /// <summary>Bytes from a place, in order; on loan until the next call. Nothing may be appended afterwards.</summary>
    public ReadOnlySpan<byte> Read(long at, int count)
    {
        if (memory is not null)
        {
            return memory.GetBuffer().AsSpan((int)at, count);
        }
        if (handle is null)
        {
            file!.Flush();
            handle = file.SafeFileHandle;
        }
        if (count > Window.Size)
        {
            var large = new byte[count];
            Fill(large, at);
            return large;
        }
        var window = WindowOver(at, count);
        window.LastUse = ++uses;
        return window.Bytes.AsSpan((int)(at - window.At), count);
    }

    // Several, because what repeats and what does not are asked for in turns; the one unused longest moves.
    private Window WindowOver(long at, int count)
    {
        foreach (var held in windows)
        {
            if (held is not null && at >= held.At && at + count <= held.At + held.Length)
            {
                return held;
            }
        }
        var oldest = 0;
        for (var i = 1; i < Windows; i++)
        {
            if ((windows[i]?.LastUse ?? 0) < (windows[oldest]?.LastUse ?? 0))
            {
                oldest = i;
            }
        }
        var window = windows[oldest] ??= new Window();
        window.At = at;
        window.Length = Fill(window.Bytes.AsSpan(0, (int)Math.Min(Window.Size, Length - at)), at);
        return window;
    }

    private sealed class Window
    {
        public const int Size = 1 << 14;

        public byte[] Bytes { get; } = new byte[Size];
        public long At { get; set; }
        public int Length { get; set; }
        public long LastUse { get; set; }
    }

    private int Fill(Span<byte> into, long at)
    {
        var read = 0;
        while (read < into.Length)
        {
            var got = RandomAccess.Read(handle!, into[read..], at + read);
            if (got == 0)
            {
                throw new EndOfStreamException();
            }
            read += got;
        }
        return read;
    }

    private static FileStream Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 16,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var created = new FileStream(path, options);
        File.Delete(path);
        return created;
    }

    public void Dispose() => file?.Dispose();
}
