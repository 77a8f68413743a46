using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary>What the program does where somebody does not know it yet, or mistypes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("genrate", "hint: did you mean `generate`?")]
    [InlineData("list tols", "hint: did you mean `tools`?")]
    [InlineData("generate --chek", "hint: did you mean `--check`?")]
    [InlineData("list stage lnt", "hint: did you mean `lint`?")]
    [InlineData("stage show lnt", "hint: did you mean `lint`?")]
    [InlineData("xyzzy", "see `pipelinekit --help`")]
    public async Task A_slip_is_told_with_what_was_meant(string line, string expected)
    {
        var result = await Support.Cli.RunAsync(_folder, line.Split(' '));

        result.Exit.ShouldBe(ExitCode.Usage, result.ToString());
        result.Error.ShouldContain(expected);
        result.Error.ShouldNotContain("Required command was not provided");
        result.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Commands:")]
    [InlineData("help", "Commands:")]
    [InlineData("help generate", "--check")]
    [InlineData("template render --help", "--parts")]
    public async Task Help_is_shown_where_it_is_looked_for(string line, string expected)
    {
        var result = await Support.Cli.RunAsync(_folder, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain(expected);
    }

    [Fact]
    public async Task A_folder_without_a_spec_is_told_to_make_one() =>
        (await Support.Cli.RunAsync(_folder, "generate")).Error.ShouldContain("hint: `pipelinekit init` looks at the repository and writes it");

    [Theory]
    [InlineData("generate")]
    [InlineData("list stages")]
    [InlineData("init --yes")]
    public async Task A_folder_that_is_not_there_is_named(string line)
    {
        var result = await Support.Cli.RunAsync(_folder, [.. line.Split(' '), "-C", "no/such"]);

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldBe("error: there is no folder no/such\n");
    }

    [Fact]
    public async Task The_spec_is_searched_upwards_and_not_beyond_the_repository()
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, "python-system"));
        var inside = Path.Combine(copy.Folder, "changelog_tools");

        (await Support.Cli.RunAsync(inside, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
        (await Support.Cli.RunAsync(inside, "generate", "--check", "-C", ".")).Exit.ShouldBe(ExitCode.ProblemsFound);

        copy.Write("vendor/.git", "gitdir: elsewhere");
        (await Support.Cli.RunAsync(copy.Path_("vendor"), "validate")).Out.ShouldContain("PK1100");
    }

    [Fact]
    public async Task Init_makes_a_spec_where_it_is_started()
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, "python-system"));
        copy.Write("web/package.json", "{}");

        (await Support.Cli.RunAsync(copy.Path_("web"), "init", "--yes")).Exit.ShouldBe(ExitCode.Ok);

        copy.Read("web/pipelinekit.yml").ShouldContain("stack: node");
    }

    [Fact]
    public async Task Inputs_of_a_stage_are_listed()
    {
        var result = await Support.Cli.RunAsync(_folder, "list", "stage", "tests");

        result.Exit.ShouldBe(ExitCode.Ok);
        result.Out.ShouldContain("minimum\tinteger from 0 to 100\t–\tLeast line coverage in per cent.");
    }

    [Theory]
    [InlineData("list stages", "lint")]
    [InlineData("list stage lint", "paths")]
    [InlineData("list tools", "ruff")]
    public async Task A_list_is_there_for_programs_too(string line, string name)
    {
        using var json = JsonDocument.Parse((await Support.Cli.RunAsync(_folder, [.. line.Split(' '), "--format", "json"])).Out);

        json.RootElement.EnumerateArray().Select(row => row.EnumerateObject().First().Value.GetString()).ShouldContain(name);
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("explain")]
    public async Task Jobs_are_there_for_programs_too(string command)
    {
        var result = await Support.Cli.RunAsync(Path.Combine(TestFolders.Examples, "monorepo"), command, "--format", "json");
        using var json = JsonDocument.Parse(result.Out);

        var jobs = json.RootElement.GetProperty("jobs").EnumerateArray().ToDictionary(j => j.GetProperty("id").GetString()!);
        jobs["lint-web"].GetProperty("gate").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("gate").EnumerateArray().Select(g => g.GetString()).ShouldContain("lint-web");
        jobs["lint-web"].TryGetProperty("facts", out var facts).ShouldBe(command == "explain");
        (command == "graph" || facts.GetProperty("timeout")[0].GetString() == "10 minutes").ShouldBeTrue();
    }

    [Fact]
    public async Task A_stage_is_copied_to_be_changed_and_never_over_a_file()
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, "python-system"));
        (await Support.Cli.RunAsync(copy.Folder, "stage", "show", "lint", "flake8.sbn")).Out.ShouldStartWith("==> templates/stages/lint/flake8.sbn <==\n");

        var result = await Support.Cli.RunAsync(copy.Folder, "stage", "copy", "lint", "flake8.sbn");
        result.Error.ShouldBe("created   .pipelinekit/stages/lint/flake8.sbn\n");
        copy.Write(".pipelinekit/stages/lint/flake8.sbn", copy.Read(".pipelinekit/stages/lint/flake8.sbn").Replace("--show-source", "--statistics", StringComparison.Ordinal));

        (await Support.Cli.RunAsync(copy.Folder, "explain", "lint")).Out.ShouldContain("--statistics");
        (await Support.Cli.RunAsync(copy.Folder, "stage", "copy", "lint", "flake8.sbn")).Error.ShouldBe("kept      .pipelinekit/stages/lint/flake8.sbn\n");
        copy.Read(".pipelinekit/stages/lint/flake8.sbn").ShouldContain("--statistics");
    }

    [Theory]
    [InlineData("gen", "generate")]
    [InlineData("generate --ch", "--check")]
    [InlineData("list stage li", "licence-check lint")]
    [InlineData("explain te", "test-coverage")]
    [InlineData("run li", "lint")]
    public async Task A_shell_is_told_what_could_come_next(string line, string expected)
    {
        var folder = Path.Combine(TestFolders.Examples, "python-system");

        (await Support.Cli.RunAsync(folder, ["__complete", .. line.Split(' ')])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected.Split(' '));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_has_a_script(string shell)
    {
        var script = await Support.Cli.RunAsync(_folder, "completion", shell);

        script.Exit.ShouldBe(ExitCode.Ok);
        script.Out.ShouldContain("pipelinekit __complete");
    }

    // The others are not on every machine.
    [Fact]
    public async Task Bash_takes_its_script_and_offers_what_the_program_prints()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no bash");
        var script = (await Support.Cli.RunAsync(_folder, "completion", "bash")).Out;
        var typed = "pipelinekit() { printf '%s|' \"$@\" > asked; echo generate; echo graph; }\nCOMP_WORDS=(pipelinekit g); COMP_CWORD=1; _pipelinekit; echo \"${COMPREPLY[@]}\"\n";

        Tool.Run(_folder, "bash", ["-c", script + typed]).Out.ShouldBe("generate graph\n");

        (await File.ReadAllTextAsync(Path.Combine(_folder, "asked"), TestContext.Current.CancellationToken)).ShouldBe("__complete|g|");
    }

    [Fact]
    public async Task Where_a_value_came_from_is_told_alone()
    {
        var result = await Support.Cli.RunAsync(Path.Combine(TestFolders.Examples, "python-system"), "explain", "test-coverage", "--where");

        result.Out.ShouldContain("  input       minimum = 85   (pipelinekit.yml:10)\n");
        result.Out.ShouldContain("  template    templates/stages/test-coverage/pytest.sbn\n");
        result.Out.ShouldNotContain("  run ");
    }

    [Fact]
    public async Task Without_colour_a_terminal_still_has_tables()
    {
        var drawn = await Support.Cli.RunAsync(_folder, e => e with { TerminalOut = true }, "list", "stacks");
        var piped = await Support.Cli.RunAsync(_folder, "list", "stacks");

        drawn.Out.ShouldContain("│");
        drawn.Out.ShouldNotContain("\u001b");
        piped.Out.ShouldStartWith("dotnet\t");
    }

    [Fact]
    public async Task Jobs_of_a_flowchart_can_be_told_apart()
    {
        var chart = (await Support.Cli.RunAsync(Path.Combine(TestFolders.Examples, "monorepo"), "graph", "--mermaid")).Out;

        var labels = chart.Split('\n').Where(line => line.Contains("[\"", StringComparison.Ordinal)).Select(line => line.Split('"')[1]).ToList();
        labels.ShouldContain("Lint (lint-api)");
        labels.ShouldBeUnique();
    }
}
