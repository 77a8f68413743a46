using PipelineKit.Execution.Output;

namespace PipelineKit.Execution.Tests.LocalRuns.Output;

/// <summary>What becomes of the characters that programs print.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("plain é 漢 \t tab", "plain é 漢 \t tab")]
    [InlineData("\u001b[31mred\u001b[0m \u001b[1;38;5;9mbold\u001b[m", "red bold")]
    [InlineData("\u001b[2Jclear \u001b]0;title\u0007", "\\u001b[2Jclear \\u001b]0;title\\u0007")]
    [InlineData("\u001b[31", "\\u001b[31")]
    [InlineData("a\u0000b\u007fc\u009bd", "a\\u0000b\\u007fc\\u009bd")]
    [InlineData("", "")]
    public void Colours_are_left_out_and_controls_are_written(string printed, string shown) => PlainText.Of(printed).ShouldBe(shown);

    [Theory]
    [InlineData("token=hunter2hunter2 end", "token=*** end")]
    [InlineData("hunter2hunter2hunter2hunter2", "***")]
    [InlineData("first-line and last-line", "*** and ***")]
    [InlineData("overlap hunter2hunter2-tail", "overlap ***")]
    [InlineData("hunter2", "hunter2")]
    [InlineData("a 1 b", "a 1 b")]
    public void Secrets_are_hidden(string printed, string shown) =>
        new SecretMask(["hunter2hunter2", "first-line\nlast-line\n", "hunter2-tail", "1", ""]).Apply(printed).ShouldBe(shown);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Lines_are_the_same_however_they_come(int portion)
    {
        const string Printed = "one\r\n\ntwo hunter2hunter2 x\rthree\n\r\nlast";

        Cut(Printed, portion).ShouldBe(["one", "", "two *** x", "three", "", "last"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(4096)]
    public void A_line_without_end_comes_in_pieces_that_hide_secrets_as_well(int portion)
    {
        const string Secret = "hunter2hunter2";
        foreach (var before in Enumerable.Range(LineCutter.Longest - Secret.Length - 2, Secret.Length + 4))
        {
            var pieces = Cut(new string('x', before) + Secret + new string('y', LineCutter.Longest), portion);

            pieces.Count.ShouldBeGreaterThan(1);
            pieces.ShouldAllBe(p => p.Length <= LineCutter.Longest + Secret.Length + 1);
            string.Concat(pieces).ShouldBe(new string('x', before) + "***" + new string('y', LineCutter.Longest));
        }
    }

    [Fact]
    public void A_log_keeps_the_end_in_two_files_and_memory_only_the_tail()
    {
        var folder = Directory.CreateTempSubdirectory("pipelinekit-log-");
        var path = Path.Combine(folder.FullName, "lint.log");
        using (var log = new JobLog(path, size: 100))
        {
            log.Write("of an earlier command");
            log.Begin();
            for (var i = 0; i < 60; i++)
            {
                log.Write($"line {i}");
            }

            log.Tail().ShouldBe(Enumerable.Range(40, 20).Select(i => $"line {i}"));
            log.Write(new string('x', 5000));
            log.Tail()[^1].Length.ShouldBeLessThan(1100);
            var seen = new List<string>();
            log.Watch(seen.Add);
            log.Write("live");
            seen[^1].ShouldBe("live");
            seen[^2].Length.ShouldBe(5000);
            seen.ShouldContain("line 59");
            seen.ShouldNotContain("line 0");
        }

        File.ReadAllLines(path)[^1].ShouldBe("live");
        folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(["lint.1.log", "lint.log"]);
        folder.Delete(recursive: true);
    }

    private static List<string> Cut(string printed, int portion)
    {
        var lines = new List<string>();
        var cutter = new LineCutter(new SecretMask(["hunter2hunter2"]), lines.Add);
        for (var at = 0; at < printed.Length; at += portion)
        {
            cutter.Add(printed.AsSpan(at, Math.Min(portion, printed.Length - at)));
        }

        cutter.End();
        return lines;
    }
}
