using System.Runtime.CompilerServices;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>The support files that say in words when a scanner would pass because there was nothing to look at.</summary>
public sealed class ExaminedTests : IDisposable
{
    private readonly Shell _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("src", 0, "")]
    [InlineData("scr", 2, "no file below scr was examined: it does not exist")]
    [InlineData("docs", 2, "no file below docs was examined: there is no Python source in it")]
    [InlineData("src/a.py", 0, "")]
    [InlineData("broken", 2, "1 file could not be read by Python")]
    [InlineData("--exclude=broken/bad.py broken", 2, "no file below broken was examined")]
    [InlineData("--exclude=broken .", 0, "")]
    [InlineData(".", 2, "broken/bad.py:2")]
    public void Python_sources_are_there_and_can_be_read(string arguments, int code, string words)
    {
        _machine.Write("src/a.py", "x = 1\n");
        _machine.Write("docs/index.md", "# Words\n");
        _machine.Write("broken/bad.py", "x = 1\nprint 'no'\n");

        var result = _machine.Start("/usr/bin/python3", ["-B", Support("python-sources/check_sources.py"), .. arguments.Split(' ')]);

        result.Code.ShouldBe(code, result.Errors);
        result.Errors.ShouldContain(words);
    }

    [Theory]
    [InlineData("--tests=junit.xml", 0, "")]
    [InlineData("--tests=empty.xml", 2, "no test ran (empty.xml)")]
    [InlineData("--tests=none.xml", 2, "there is no report none.xml")]
    [InlineData("--coverage=cobertura.xml", 0, "")]
    [InlineData("--coverage=nothing.xml", 2, "no line was measured: no source file matches (nothing.xml)")]
    [InlineData("--tests=junit.xml --coverage=nothing.xml", 2, "no line was measured")]
    public void A_test_ran_and_a_line_was_measured(string arguments, int code, string words)
    {
        _machine.Write("junit.xml", """<testsuites><testsuite name="a"><testcase name="b"/></testsuite></testsuites>""");
        _machine.Write("empty.xml", "<testsuites></testsuites>");
        _machine.Write("cobertura.xml", """<coverage lines-valid="3" lines-covered="3" line-rate="1"/>""");
        _machine.Write("nothing.xml", """<coverage lines-valid="0" lines-covered="0" line-rate="1"/>""");

        var result = _machine.Start("node", [Support("node-coverage/check-measured.mjs"), .. arguments.Split(' ')]);

        result.Code.ShouldBe(code, result.Errors);
        result.Errors.ShouldContain(words);
    }

    private static string Support(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "templates", "support", file));
}
