using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Parity;

/// <summary><c>explain --parity</c>: what is on disk, read back and compared.</summary>
public sealed class ExplainParityTests : IDisposable
{
    private const string GitHub = ".github/workflows/ci.yml";
    private const string GitLab = ".gitlab-ci.yml";
    private const string Cake = "pipelinekit.cake";

    private readonly RepositoryCopy _copy = new(Path.Combine(TestFolders.Examples, "python-system"));

    public static TheoryData<string> Repositories() =>
        [.. TestFolders.ExampleNames.Select(n => "examples/" + n).Concat(TestFolders.Names(Path.Combine(TestFolders.Cases, "ok")).Select(n => "tests/cases/ok/" + n))];

    public void Dispose() => _copy.Dispose();

    [Theory]
    [MemberData(nameof(Repositories))]
    public async Task What_is_generated_is_equal(string name)
    {
        var result = await Support.Cli.RunAsync(Path.Combine(TestFolders.Repository, name), "explain", "--parity", "--format", "json");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        using var document = JsonDocument.Parse(result.Out);
        var jobs = document.RootElement.GetProperty("jobs").EnumerateArray().ToList();
        jobs.ShouldContain(j => j.GetProperty("commands").GetArrayLength() > 0);
        foreach (var command in jobs.SelectMany(j => j.GetProperty("commands").EnumerateArray()))
        {
            // What only makes a report is not everywhere, and each platform has its own.
            var texts = command.EnumerateObject().Select(p => p.Value.GetString()).OfType<string>().Distinct().ToList();
            (texts.Count == 1 || texts.TrueForAll(text => text.Contains("--format", StringComparison.Ordinal))).ShouldBeTrue(command.ToString());
        }
    }

    [Theory]
    [InlineData(GitHub, "--show-source .", "--show-sources .", "lint on github: command 1: has --show-sources where gitlab, cake have --show-source")]
    [InlineData(GitLab, "--show-source .", ".", "lint on gitlab: command 1: lacks --show-source, which github, cake have")]
    [InlineData(Cake, "\"--show-source\", ", "\"--show-source\", \"--exit-zero\", ", "lint on cake: command 1: has --exit-zero, which github, gitlab have not")]
    [InlineData(Cake, "--cov-fail-under=85", "--cov-fail-under=80", "test-coverage on cake: command 1: has --cov-fail-under=80 where github, gitlab have --cov-fail-under=85")]
    [InlineData(GitLab, "-ll .", "-l .", "sast on gitlab: command 2: has -l where github, cake have -ll")]
    [InlineData(GitLab, "    - flake8 ", "    - pip list\n    - flake8 ", "lint on gitlab: command 1: has `pip list`, which github, cake have not")]
    [InlineData(GitHub, "run: flake8 ", "uses: actions/flake8", "lint on github: command 1: lacks `flake8 --extend-exclude=.venv,.pipelinekit --show-source .`, which gitlab, cake have")]
    [InlineData(Cake, "Stage(\"docs\"", "Stage(\"pages\"", "docs on cake: there is no such job")]
    [InlineData(GitHub, "--show-source .", "--show-source . | cat", "lint on github: command 1: has `script (bash): flake8 --extend-exclude=.venv,.pipelinekit --show-source . | cat` where gitlab, cake have")]
    [InlineData(GitHub, "--show-source .", "--show-source *", "lint on github: command 1: has `script (bash): flake8")]
    public async Task One_change_in_one_file_is_told_with_job_platform_and_flag(string file, string before, string after, string expected)
    {
        var text = _copy.Read(file);
        text.ShouldContain(before);
        _copy.Write(file, text.Replace(before, after, StringComparison.Ordinal));

        var result = await Support.Cli.RunAsync(_copy.Folder, "explain", "--parity");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain("error: " + expected);
    }

    [Fact]
    public async Task In_a_pipe_every_command_has_the_marks_of_its_platforms()
    {
        _copy.Write(GitLab, _copy.Read(GitLab).Replace("--show-source", "--statistics", StringComparison.Ordinal));

        var result = await Support.Cli.RunAsync(_copy.Folder, "explain", "--parity", "lint");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Out.ShouldBe("""
            lint
              github        cake  flake8 --extend-exclude=.venv,.pipelinekit --show-source .
                     gitlab       flake8 --extend-exclude=.venv,.pipelinekit --statistics .

            """);
    }

    [Fact]
    public async Task At_a_terminal_the_platforms_are_columns()
    {
        var result = await Support.Cli.RunAsync(_copy.Folder, e => e with { TerminalOut = true, ColourOut = true }, "explain", "--parity", "lint");

        result.Exit.ShouldBe(ExitCode.Ok);
        result.Out.ShouldContain("gitlab");
        result.Out.ShouldContain("│");
        result.Out.ShouldContain("flake8");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_shown_as_generated()
    {
        File.Delete(_copy.Path_(GitLab));

        var result = await Support.Cli.RunAsync(_copy.Folder, "explain", "--parity");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldBe("note: .gitlab-ci.yml is not there; shown as it would be generated\n");
    }

    [Theory]
    [InlineData(Cake, "var x = 1;\n", "error: pipelinekit.cake has no stage\n")]
    [InlineData(Cake, "Stage(\"a\", \"b\").Does(() => Run(\"a\" \"b\"));\n", "error: pipelinekit.cake:1: not the text of a generated script\n")]
    [InlineData(GitHub, "[]\n", "error: .github/workflows/ci.yml is no mapping\n")]
    [InlineData(GitHub, "a: [\n", "error: .github/workflows/ci.yml:")]
    [InlineData(GitLab, "lint: { script: [\"a && b\"] }\n", "error: no simple command: a && b\n")]
    public async Task A_text_that_is_not_ours_is_refused(string file, string text, string expected)
    {
        _copy.Write(file, text);

        var result = await Support.Cli.RunAsync(_copy.Folder, "explain", "--parity");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Out.ShouldBe("");
        result.Error.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("--setup")]
    public async Task A_wrong_command_line(string argument) =>
        (await Support.Cli.RunAsync(_copy.Folder, "explain", "--parity", argument)).Exit.ShouldBe(ExitCode.Usage);
}
