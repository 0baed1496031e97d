using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Hearth.Bench;

/// <summary>
/// A keep-alive HTTP/1.1 connection that costs the measuring side next to nothing: it sends prepared bytes and reads an
/// answer to its end.
/// </summary>
internal sealed class RawHttp(string host, int port) : IDisposable
{
    private readonly TcpClient client = Connect(host, port);
    private readonly byte[] buffer = new byte[1 << 16];

    /// <summary>How long the last answer took to begin.</summary>
    public TimeSpan FirstByte { get; private set; }

    private static TcpClient Connect(string host, int port) => new(host, port) { NoDelay = true };

    /// <returns>The status and the number of bytes on the wire.</returns>
    public async Task<(int Status, int Bytes)> SendAsync(ReadOnlyMemory<byte> request)
    {
        var stream = client.GetStream();
        var start = Stopwatch.GetTimestamp();
        await stream.WriteAsync(request);
        var have = await ReadAsync(stream, 0);
        FirstByte = Stopwatch.GetElapsedTime(start);
        int head;
        while ((head = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8)) < 0)
        {
            have += await ReadAsync(stream, have);
        }
        var text = Encoding.ASCII.GetString(buffer, 0, head);
        var status = int.Parse(text.AsSpan(9, 3), null);
        var body = have - head - 4;
        var total = have;
        if (Header(text, "Content-Length") is { } length)
        {
            for (var left = int.Parse(length, null) - body; left > 0; )
            {
                var read = await ReadAsync(stream, 0);
                left -= read;
                total += read;
            }
            return (status, total);
        }
        if (Header(text, "Transfer-Encoding") is null)
        {
            return (status, total);
        }
        // Chunked: the last five bytes of the answer are the empty chunk.
        var tail = buffer.AsSpan(Math.Max(0, have - 5), Math.Min(5, have)).ToArray();
        while (!tail.AsSpan().EndsWith("0\r\n\r\n"u8))
        {
            var read = await ReadAsync(stream, 0);
            total += read;
            tail = [.. tail.Concat(buffer[..read]).TakeLast(5)];
        }
        return (status, total);
    }

    private async Task<int> ReadAsync(NetworkStream stream, int from)
    {
        var read = await stream.ReadAsync(buffer.AsMemory(from));
        return read > 0 ? read : throw new IOException("The server closed the connection in the middle of an answer.");
    }

    private static string? Header(string head, string name) =>
        head.Split("\r\n")
            .FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..].Trim();

    public void Dispose() => client.Dispose();
}
