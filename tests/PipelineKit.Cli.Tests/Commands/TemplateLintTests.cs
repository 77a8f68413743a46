using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

public sealed class TemplateLintTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_files_of_its_own_a_repository_has_nothing_to_lint()
    {
        var result = await Support.Cli.RunAsync(_folder, "template", "lint");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldBe("");
        result.Error.ShouldBe("no file of .pipelinekit is used by a stage; name the stages to lint\n");
    }

    [Fact]
    public async Task Built_in_stages_are_linted_by_id_or_alias()
    {
        var result = await Support.Cli.RunAsync(_folder, "template", "lint", "--strict", "lint", "security", "docs");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldBe("no traps in lint, security, docs\n");
    }

    [Fact]
    public async Task An_unknown_stage_is_a_wrong_command_line()
    {
        var result = await Support.Cli.RunAsync(_folder, "template", "lint", "lnt");

        result.Exit.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("there is no stage \"lnt\"; expected one of \"build\"");
    }

    [Fact]
    public async Task Warnings_are_printed_with_their_line_and_only_strict_fails()
    {
        Write("stages/lint/python.sbn", "stage: 1\ntitle: Lint of {{ project.path }}\n");

        var result = await Support.Cli.RunAsync(_folder, "template", "lint");
        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain(
            ".pipelinekit/stages/lint/python.sbn:2:19: warning PK2601: the value is only a part of a scalar, so its quotes become text\n2 | title: Lint of {{ project.path }}\n  |                   ^~~~~~~~~~~~\n");
        result.Error.ShouldBe("");

        (await Support.Cli.RunAsync(_folder, "template", "lint", "--strict")).Exit.ShouldBe(ExitCode.ProblemsFound);
        (await Support.Cli.RunAsync(_folder, "template", "lint", "docs", "--strict")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task An_error_fails_and_a_machine_format_is_data()
    {
        Write("stages/own/stage.yml", "id: own\ntitle: Own\nsummary: Own.\nphase: check\n");
        Write("stages/own/any.sbn", "a: {{ if }}\n");

        var result = await Support.Cli.RunAsync(_folder, "template", "lint", "--format", "json");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Out.ShouldStartWith("{");
        result.Out.ShouldContain("PK2001");
        result.Error.ShouldBe("");
    }

    [Fact]
    public async Task A_partial_of_its_own_makes_its_stages_worth_linting()
    {
        Write("partials/steps.sbn", "- name: {{ stp }}\n");

        var result = await Support.Cli.RunAsync(_folder, "template", "lint");

        result.Out.ShouldContain(".pipelinekit/partials/steps.sbn:1:12: warning PK2603: nothing declares the name \"stp\"");
    }

    [Fact]
    public async Task Package_managers_and_files_that_nothing_reads_are_linted_too()
    {
        Write("stacks/python/uv.sbn", "environments: { deps: {} }\nprovisions:\n  project: { run: {{ run \"uv\" inputs.paths program }} }\n");
        Write("stacks/python.yml", "id: python\n");

        var result = await Support.Cli.RunAsync(_folder, "template", "lint");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain(".pipelinekit/stacks/python/uv.sbn:3:31: warning PK2603: nothing declares the name \"inputs\"");
        result.Out.ShouldContain("warning PK2016: a stack is a folder, not a file");
        (await Support.Cli.RunAsync(_folder, "template", "lint", "node", "--strict")).Exit.ShouldBe(ExitCode.Ok);
    }

    // What was generated below .pipelinekit, a service's rules for example, stands in the lock file.
    [Fact]
    public async Task Validate_tells_of_files_that_nothing_reads_but_not_of_generated_ones()
    {
        Write("../pipelinekit.yml", "version: 1\ntargets: [github]\nstack: python\nstages: { lint: {} }\n");
        Write("tool/ruff.yml", "id: ruff\n");
        Write("semgrep/rules.yml", "rules: []\n");
        Write("lock.yml", "version: 1\ntool: 0.1.0\nspec: x\noutputs:\n  .pipelinekit/semgrep/rules.yml: x\n");

        var result = await Support.Cli.RunAsync(_folder, "validate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain("warning PK2016: nothing reads the folder \"tool\"; expected one of \"partials\"");
        result.Out.ShouldContain("hint: did you mean `tools`?");
        result.Out.ShouldNotContain("semgrep");
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, ".pipelinekit", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
