using System.Text;

namespace PipelineKit.Cli.Licences;

/// <summary>A stream for UTF-8 that goes on to a text writer as it comes, so that a large report never lies in memory as a whole.</summary>
internal sealed class Utf8WriterStream(TextWriter writer) : Stream
{
    private const int Slice = 8 * 1024;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _characters = new char[Slice + 2];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    // A character whose bytes are split between two writes waits in the decoder.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var at = 0; at < buffer.Length; at += Slice)
        {
            var count = _decoder.GetChars(buffer[at..Math.Min(buffer.Length, at + Slice)], _characters, flush: false);
            writer.Write(_characters, 0, count);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
