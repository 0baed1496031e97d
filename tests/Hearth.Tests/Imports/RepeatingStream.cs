using System.Text;

namespace Hearth.Tests.Imports;

/// <summary>A header and one row many times over, without holding them.</summary>
internal sealed class RepeatingStream(string header, string row, int rows) : Stream
{
    private readonly byte[] header = Encoding.UTF8.GetBytes(header);
    private readonly byte[] row = Encoding.UTF8.GetBytes(row);

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => header.Length + ((long)row.Length * rows);
    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && Position < Length)
        {
            var part =
                Position < header.Length
                    ? header.AsSpan((int)Position)
                    : row.AsSpan((int)((Position - header.Length) % row.Length));
            var take = Math.Min(part.Length, buffer.Length - read);
            part[..take].CopyTo(buffer[read..]);
            read += take;
            Position += take;
        }
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
