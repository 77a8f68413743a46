using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;
using Shouldly;

namespace PipelineKit.Core.Tests.Yaml;

public sealed class SourceTextTests
{
    [Fact]
    public void The_size_is_asked_before_a_byte_is_read()
    {
        var bag = new DiagnosticBag();
        using var stream = new CountingStream(length: 50L << 20, canSeek: true);

        SourceText.Read(stream, "a.yml", bag).ShouldBeNull();

        stream.BytesRead.ShouldBe(0);
        bag.Sorted().Single().Descriptor.ShouldBe(YamlDiagnostics.TooLarge);
    }

    [Fact]
    public void A_stream_without_length_is_given_up_at_the_bound()
    {
        var bag = new DiagnosticBag();
        using var stream = new CountingStream(length: 50L << 20, canSeek: false);

        SourceText.Read(stream, "a.yml", bag).ShouldBeNull();

        stream.BytesRead.ShouldBeLessThan(3L << 20);
        bag.Sorted().Single().Descriptor.ShouldBe(YamlDiagnostics.TooLarge);
    }

    [Fact]
    public void A_file_of_exactly_the_bound_is_read()
    {
        var bag = new DiagnosticBag();
        using var stream = new CountingStream(length: YamlReader.MaxBytes, canSeek: false);

        SourceText.Read(stream, "a.yml", bag)!.Length.ShouldBe(YamlReader.MaxBytes);
    }

    [Theory]
    [InlineData("61C328", 1)]
    [InlineData("0A0AED A0 80", 3)]
    [InlineData("610AF5", 2)]
    public void What_is_not_UTF_8_is_told_with_its_line(string hex, int line)
    {
        var bag = new DiagnosticBag();

        SourceText.Decode(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), "a.yml", bag).ShouldBeNull();

        bag.Sorted().Single().Primary.Line.ShouldBe(line);
    }

    /// <summary>A stream of blanks that counts what is taken from it.</summary>
    private sealed class CountingStream(long length, bool canSeek) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => BytesRead;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - BytesRead);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            BytesRead += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
