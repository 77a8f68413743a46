using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Tests.LocalRuns.Processes;

public sealed class ProgramFinderTests
{
    private static readonly string[] UnixFiles = ["/usr/bin/tool", "/opt/bin/tool", "/repo/web/run.sh", "/repo/./tool"];

    private static readonly string[] WindowsFiles =
        [@"C:\node\npm.cmd", @"C:\node\npm", @"C:\node\node.exe", @"C:\repo\web\run.bat", @"C:\Program Files\git\git.exe", @"C:\node\a.b.exe"];

    [Theory]
    [InlineData("tool", "/usr/bin/tool")]
    [InlineData("./tool", "/repo/./tool")]
    [InlineData("web/run.sh", "/repo/web/run.sh")]
    [InlineData("/opt/bin/tool", "/opt/bin/tool")]
    [InlineData("run.sh", null)]
    [InlineData("./absent", null)]
    public void On_Unix_only_PATH_counts_for_a_bare_name_and_only_the_folder_for_others(string program, string? expected) =>
        new ProgramFinder(false, "/bin::/usr/bin:/opt/bin", "", UnixFiles.Contains).Find(program, "/repo").ShouldBe(expected);

    [Theory]
    [InlineData("npm", @"C:\node\npm.cmd")]
    [InlineData("npm.cmd", @"C:\node\npm.cmd")]
    [InlineData("node", @"C:\node\node.exe")]
    [InlineData("NODE.EXE", @"C:\node\NODE.EXE")]
    [InlineData("git", @"C:\Program Files\git\git.exe")]
    [InlineData("a.b", @"C:\node\a.b.exe")]
    [InlineData("web/run", @"C:\repo\web\run.bat")]
    [InlineData(@"C:\node\npm", @"C:\node\npm.cmd")]
    [InlineData("absent", null)]
    public void On_Windows_the_endings_of_PATHEXT_are_tried_and_a_file_without_one_is_no_program(string program, string? expected) =>
        new ProgramFinder(true, @"C:\node\;""C:\Program Files\git"";", ".COM;.EXE;.BAT;.CMD", f => WindowsFiles.Contains(f, StringComparer.OrdinalIgnoreCase))
            .Find(program, @"C:\repo").ShouldBe(expected);

    [Theory]
    [InlineData(false, "tool", true)]
    [InlineData(false, "./tool", false)]
    [InlineData(false, @"a\b", true)]
    [InlineData(true, @"a\b", false)]
    [InlineData(true, "C:tool", false)]
    public void A_bare_name_has_no_folder(bool windows, string program, bool bare) =>
        new ProgramFinder(windows, "", "", _ => false).IsBare(program).ShouldBe(bare);

    [Theory]
    [InlineData("", "npm", null)]
    [InlineData(".EXE", "npm", null)]
    [InlineData(".PS1;.CMD", "npm", @"C:\node\npm.cmd")]
    [InlineData(".cmd;.exe", "node", @"C:\node\node.exe")]
    public void Only_the_endings_of_PATHEXT_count(string endings, string program, string? expected) =>
        new ProgramFinder(true, @"C:\node", endings, f => WindowsFiles.Contains(f, StringComparer.OrdinalIgnoreCase)).Find(program, @"C:\repo").ShouldBe(expected);

    [Fact]
    public void PATH_is_that_of_the_run_and_not_of_this_process() =>
        ProgramFinder.For(new Dictionary<string, string>()).Find("sh", "/").ShouldBeNull();
}
