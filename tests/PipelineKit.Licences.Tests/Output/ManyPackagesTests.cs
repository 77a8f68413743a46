using System.Text;
using PipelineKit.Licences.Output;

namespace PipelineKit.Licences.Tests.Output;

/// <summary>Twenty thousand packages that nothing allows, each needed by the one before it: what a person reads stays short, what a program reads is whole.</summary>
public sealed class ManyPackagesTests : IDisposable
{
    private const int Count = 20_000;
    private readonly TemporaryFolder _folder = new();

    public ManyPackagesTests()
    {
        var text = new StringBuilder("{\"version\":1,\"dependencies\":{\"net10.0\":{");
        for (var at = 0; at < Count; at++)
        {
            text.Append(at > 0 ? "," : "").Append($"\"P{at}\":{{\"type\":\"{(at == 0 ? "Direct" : "Transitive")}\",\"resolved\":\"1.0.0\",\"dependencies\":{{\"P{(at + 1) % Count}\":\"1.0.0\"}}}}");
        }

        _folder.With("packages.lock.json", text.Append("}}}").ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("table", "… and 19,950 more; the format json lists all\n")]
    [InlineData("markdown", "… and 19,950 more.\n")]
    public void A_person_gets_fifty_rows_and_a_count(string format, string more)
    {
        var (code, output, _) = WriterTests.Run(_folder, format);

        code.ShouldBe(1);
        output.ShouldContain(more);
        output.ShouldContain("20000 packages: 20000 denied");
        output.Split('\n').Length.ShouldBeLessThan(80);
        output.Split('\n').Max(line => line.Length).ShouldBeLessThan(400);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    [InlineData("cyclonedx")]
    [InlineData("spdx")]
    public void A_program_gets_all_of_them_in_pieces(string format)
    {
        var report = _folder.Scan();
        using var pieces = new PieceStream();

        LicenceReportWriters.Find(format)!.Write(report, pieces);

        pieces.Largest.ShouldBeLessThan(256 * 1024);
        pieces.Length.ShouldBeGreaterThan(1024 * 1024);
        WriterTests.Run(_folder, format).Errors.Split('\n').Length.ShouldBeLessThan(60);
    }

    /// <summary>Keeps nothing, and remembers the largest piece it was given.</summary>
    private sealed class PieceStream : MemoryStream
    {
        private long _length;

        public int Largest { get; private set; }

        public override long Length => _length;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Largest = Math.Max(Largest, buffer.Length);
            _length += buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
