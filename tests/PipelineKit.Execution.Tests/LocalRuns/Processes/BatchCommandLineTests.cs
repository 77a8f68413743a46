using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Tests.LocalRuns.Processes;

public sealed class BatchCommandLineTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a&b|c<d>e^f", "\"a&b|c<d>e^f\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("50%", "\"50%%cd:~,%\"")]
    [InlineData("%PATH%", "\"%%cd:~,%PATH%%cd:~,%\"")]
    [InlineData("!x!", "\"!x!\"")]
    [InlineData(@"end\", @"""end\\""")]
    [InlineData("q\\\"", "\"q\\\\\"\"\"")]
    [InlineData(@"a\b", @"""a\b""")]
    public void Every_argument_is_quoted_for_cmd(string argument, string expected) =>
        BatchCommandLine.Make(@"C:\node\npm.cmd", [argument]).ShouldBe($@"/e:ON /v:OFF /d /c """"C:\node\npm.cmd"" {expected}""");

    [Fact]
    public void A_percent_sign_in_the_path_is_not_expanded_either() =>
        BatchCommandLine.Make(@"C:\50%\x.cmd", []).ShouldBe(@"/e:ON /v:OFF /d /c """"C:\50%%cd:~,%\x.cmd""""");

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    public void What_cmd_cannot_be_given_is_refused(string argument) =>
        Should.Throw<ArgumentException>(() => BatchCommandLine.Make("x.cmd", [argument]));

    [Theory]
    [InlineData(@"C:\a.CMD", true)]
    [InlineData(@"C:\a.bat", true)]
    [InlineData(@"C:\a.exe", false)]
    [InlineData(@"C:\cmd", false)]
    public void Batch_files_are_known_by_their_ending(string path, bool batch) => BatchCommandLine.IsBatch(path).ShouldBe(batch);
}
