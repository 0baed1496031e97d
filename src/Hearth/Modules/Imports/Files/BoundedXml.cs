using System.Xml;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// A part of a workbook as XML that cannot take more memory or time than it may: bounded length, tags, names and depth;
/// no document types, no addresses followed.
/// </summary>
internal static class BoundedXml
{
    public const int Deepest = 64;

    public static XmlReader Read(Stream part, long mostBytes) =>
        XmlReader.Create(
            new BoundedStream(part, mostBytes),
            new XmlReaderSettings
            {
                CloseInput = true,
                DtdProcessing = DtdProcessing.Prohibit,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                NameTable = new BoundedNames(),
                XmlResolver = null,
            }
        );

    /// <summary>The next node; false at the end.</summary>
    public static bool Next(this XmlReader xml)
    {
        if (!xml.Read())
            return false;
        if (xml.Depth > Deepest)
            throw UnreadableWorkbookException.TooLarge("nests its parts too deeply");
        return true;
    }

    private sealed class BoundedStream(Stream inner, long most) : Stream
    {
        // A text or a tag; a cell's text is at most 32,767 characters.
        private const int LongestRun = 1 << 20;
        private long read;
        private int run;

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            read += count;
            if (read > most)
                throw UnreadableWorkbookException.TooLarge($"unpacks to more than {most >> 20:N0} MB");
            var last = buffer[..count].LastIndexOfAny((byte)'<', (byte)'>');
            run = last < 0 ? run + count : count - last;
            if (run > LongestRun)
                throw UnreadableWorkbookException.TooLarge("has a cell of more than a million letters");
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A reader keeps every name it meets for as long as it lives.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 10_000;
        private int count;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) =>
            Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string added) =>
            ++count <= Most ? added : throw UnreadableWorkbookException.TooLarge($"uses more than {Most:N0} names");
    }
}
