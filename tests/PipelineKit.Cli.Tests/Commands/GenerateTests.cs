using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

public sealed class GenerateTests : IDisposable
{
    private readonly RepositoryCopy _repository = new(Path.Combine(TestFolders.Examples, "python-system"));

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_check_prints_a_diff_writes_nothing_and_exits_1()
    {
        _repository.Write("pipelinekit.yml", _repository.Read("pipelinekit.yml") + "schedule: \"17 3 * * 1\"\n");
        var before = _repository.Status();

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Out.ShouldContain("--- a/.github/workflows/ci.yml\n+++ b/.github/workflows/ci.yml\n@@ ");
        result.Out.ShouldContain("+    - cron: 17 3 * * 1");
        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task Even_a_comment_in_the_spec_is_drift_because_the_lock_speaks_of_the_spec()
    {
        _repository.Write("pipelinekit.yml", _repository.Read("pipelinekit.yml") + "# a remark\n");
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.ProblemsFound);

        (await Support.Cli.RunAsync(_repository.Folder, "generate")).Exit.ShouldBe(ExitCode.Ok);
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_dry_run_prints_every_file_and_writes_nothing()
    {
        File.Delete(_repository.Path_(".gitlab-ci.yml"));
        var before = _repository.Status();

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate", "--dry-run");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain("==> .gitlab-ci.yml <==\n# Made by PipelineKit from pipelinekit.yml.");
        result.Error.ShouldContain("would create  .gitlab-ci.yml");
        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_not_ours_stays_until_force()
    {
        _repository.Write(".gitlab-ci.yml", "mine: true\n");

        var refused = await Support.Cli.RunAsync(_repository.Folder, "generate");
        refused.Exit.ShouldBe(ExitCode.ProblemsFound);
        refused.Error.ShouldContain("PK4002");
        _repository.Read(".gitlab-ci.yml").ShouldBe("mine: true\n");

        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--force")).Exit.ShouldBe(ExitCode.Ok);
        _repository.Status().ShouldBe("");
    }

    [Fact]
    public async Task What_an_interrupted_run_left_is_told_and_then_cleared_away()
    {
        _repository.Write(".gitlab-ci.yml.pipelinekit-new", _repository.Read(".gitlab-ci.yml"));
        _repository.Write(".pipelinekit/journal.json", """{ "version": 1, "outputs": {} }""");

        var check = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");
        check.Error.ShouldContain("PK4014");
        (await Support.Cli.RunAsync(_repository.Folder, "validate")).Out.ShouldContain("PK4014");

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldContain("an interrupted run was put right and its traces removed");
        _repository.Status().ShouldBe("");
    }

    [Theory]
    [InlineData("generate", "--check", "--dry-run")]
    [InlineData("generate", "--nonsense")]
    [InlineData("generate", "--format", "xml")]
    [InlineData("nonsense")]
    [InlineData("explain", "no-such-job")]
    public async Task A_command_line_that_is_not_understood_exits_2_and_says_where_help_is(params string[] args)
    {
        var result = await Support.Cli.RunAsync(_repository.Folder, args);

        result.Exit.ShouldBe(ExitCode.Usage);
        result.Error.ShouldStartWith("error: ");
        result.Out.ShouldBe("");
    }
}
