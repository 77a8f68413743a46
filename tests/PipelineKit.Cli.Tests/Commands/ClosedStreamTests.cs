using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary>Streams that nobody listens to, or that cannot take more: the program ends with its verdict, or with exit code 3, and never otherwise.</summary>
public sealed class ClosedStreamTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("validate", "2>&-", 0)]
    [InlineData("validate", ">&-", 3)]
    [InlineData("validate", "<&- >&- 2>&-", 0, 3)]
    [InlineData("validate", "2>/dev/full", 0)]
    [InlineData("validate", ">/dev/full 2>/dev/full", 3)]
    [InlineData("generate", "<&- >&- 2>&-", 0)]
    [InlineData("generate --dry-run", ">/dev/full", 3)]
    [InlineData("nonsense", "2>&-", 2)]
    [InlineData("nonsense", ">/dev/full 2>/dev/full", 2)]
    public void The_exit_code_is_still_the_programs(string command, string streams, params int[] expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell, and the device that is always full");
        const string spec = "version: 1\ntargets: [github]\nstack: python\npython: { manager: system }\nstages: { smoke: { run: [[./a.sh]] } }\n";
        File.WriteAllText(Path.Combine(_folder, "pipelinekit.yml"), spec);

        var result = Tool.Run(_folder, "sh", ["-c", $"dotnet '{TestFolders.Program}' {command} {streams}"]);

        expected.ShouldContain(result.Exit, result.ToString());
        File.ReadAllText(Path.Combine(_folder, "pipelinekit.yml")).ShouldBe(spec);
    }
}
