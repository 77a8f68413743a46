using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary>The command <c>licences</c>: the policy comes from the spec, every format is written, the exit codes are those of the help.</summary>
public sealed class LicencesTests : IDisposable
{
    private const string Lock = """
        {
          "name": "app", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
          "packages": {
            "": { "name": "app", "version": "1.0.0", "dependencies": { "free": "1.0.0", "weak": "1.0.0" }, "devDependencies": { "strong": "2.0.0" } },
            "node_modules/free": { "version": "1.0.0", "license": "(MIT OR GPL-3.0-only)" },
            "node_modules/weak": { "version": "1.0.0", "license": "MPL-2.0", "dependencies": { "deep": "1.0.0" } },
            "node_modules/deep": { "version": "1.0.0", "license": "GPL-2.0-only WITH Classpath-exception-2.0" },
            "node_modules/strong": { "version": "2.0.0", "dev": true, "license": "GPL-3.0-only" }
          }
        }
        """;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("pipelinekit-");

    public LicencesTests() => Write("package-lock.json", Lock);

    private string Folder => Path.Combine(_parent.FullName, "app");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task Without_a_spec_copyleft_for_development_is_reported_only()
    {
        var result = await Run();

        result.Exit.ShouldBe(0, result.ToString());
        result.Out.ShouldContain("strong");
        result.Out.ShouldContain("reported");
        result.Out.ShouldEndWith("4 packages: 3 allowed, 1 reported\n");
    }

    [Theory]
    [InlineData("", 0, "3 allowed, 1 reported")]
    [InlineData("dev: enforce", 1, "3 allowed, 1 denied")]
    [InlineData("dev: ignore", 0, "3 allowed, 1 ignored")]
    [InlineData("allow: [MIT]", 1, "1 allowed, 1 reported, 2 denied")]
    [InlineData("allow: [permissive, weak-copyleft], dev: enforce, exceptions: { strong: \"replaced soon; until 2026-11-21\" }", 0, "3 allowed, 1 excepted")]
    [InlineData("allow: [permissive, weak-copyleft], dev: enforce, exceptions: { strong: \"replaced soon; until 2026-11-20\" }", 1, "3 allowed, 1 expired")]
    [InlineData("dev: enforce, exceptions: { \"strong@2.0.0\": needed }", 0, "3 allowed, 1 excepted")]
    [InlineData("dev: enforce, exceptions: { \"strong@1.0.0\": needed }", 1, "3 allowed, 1 denied")]
    [InlineData("dev: enforce, ignore: { strong: a tool of ours }", 0, "3 allowed, 1 excepted")]
    [InlineData("review: [weak-copyleft]", 0, "1 allowed, 2 review, 1 reported")]
    [InlineData("deny: [MPL-2.0]", 1, "3 allowed, 1 denied")]
    [InlineData("allow: [MIT, MPL-2.0, GPL-2.0-only WITH Classpath-exception-2.0], deny: [GPL-3.0-only], dev: enforce", 1, "3 allowed, 1 denied")]
    public async Task The_spec_decides(string inputs, int exit, string totals)
    {
        Spec(inputs);

        var result = await Run();

        result.Exit.ShouldBe(exit, result.ToString());
        result.Out.ShouldEndWith($"4 packages: {totals}\n");
    }

    [Theory]
    [InlineData("unknown: allow", "write `unknown: review`")]
    [InlineData("exceptions: { strong: \"soon; until 2027-02-30\" }", "has no last day")]
    [InlineData("exceptions: { strong: \"soon; until tomorrow\" }", "PK1009")]
    [InlineData("allow: [Nonsense-1.0]", "PK6008")]
    [InlineData("alow: [MIT]", "PK1002")]
    public async Task A_wrong_policy_is_no_verdict(string inputs, string message)
    {
        Spec(inputs);

        var result = await Run("--quiet");

        result.Exit.ShouldBe(ExitCode.Usage, result.ToString());
        result.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("table", "package")]
    [InlineData("json", "{")]
    [InlineData("sarif", "{")]
    [InlineData("gitlab", "[")]
    [InlineData("markdown", "#")]
    [InlineData("cyclonedx", "{")]
    [InlineData("spdx", "{")]
    [InlineData("notices", "")]
    public async Task Every_format_goes_to_standard_output(string format, string start)
    {
        Spec("dev: enforce");

        var result = await Run("--format", format);

        result.Exit.ShouldBe(1, result.ToString());
        result.Out.ShouldStartWith(start);
        result.Out.ShouldContain(format is "notices" ? "MPL-2.0" : "strong");
        result.Error.Contains("strong@2.0.0: GPL-3.0-only is denied", StringComparison.Ordinal).ShouldBe(format != "table");
        if (start is "{" or "[")
        {
            using var parsed = JsonDocument.Parse(result.Out);
        }
    }

    [Fact]
    public async Task An_explanation_names_evidence_and_proof()
    {
        var result = await Run("--explain", "free");

        result.Exit.ShouldBe(0, result.ToString());
        result.Out.ShouldStartWith("free@1.0.0: allowed\n");
        result.Out.ShouldContain("one of these may be chosen: the best is MIT");
    }

    [Fact]
    public async Task An_explanation_of_nothing_is_wrong_use()
    {
        var result = await Run("--explain", "nothing");

        result.Exit.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("holds no package \"nothing\"");
    }

    [Fact]
    public async Task A_broken_input_is_a_failure()
    {
        Write("package-lock.json", "{");

        (await Run()).Exit.ShouldBe(ExitCode.Failure);
    }

    [Fact]
    public async Task Nothing_to_check_is_a_failure()
    {
        var result = await Run("--exclude", "sub*", Directory.CreateDirectory(Path.Combine(Folder, "empty")).FullName);

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldContain("PK6006");
    }

    [Theory]
    [InlineData(8, "")]
    [InlineData(4, "tests/fixtures")]
    [InlineData(4, "tests/*")]
    [InlineData(4, "*fixtures")]
    public async Task Folders_can_be_left_out(int packages, string exclude)
    {
        Write("tests/fixtures/package-lock.json", Lock.Replace("1.0.0", "1.0.1", StringComparison.Ordinal).Replace("2.0.0", "2.0.1", StringComparison.Ordinal));

        var result = await (exclude.Length > 0 ? Run("--exclude", exclude) : Run());

        result.Out.ShouldContain($"{packages} packages");
    }

    [Fact]
    public async Task Each_project_has_its_policy()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "a"));
        File.Move(Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "a", "package-lock.json"));
        Write("b/package-lock.json", Lock);
        Write("pipelinekit.yml", """
            version: 1
            targets: [github]
            projects:
              - { path: a, stack: node, stages: { licence-check: { dev: enforce } } }
              - { path: b, stack: node, stages: { licence-check: } }

            """);

        (await Run("a")).Exit.ShouldBe(1);
        (await Run("b")).Exit.ShouldBe(0);
        (await Support.Cli.RunAsync(Path.Combine(Folder, "a"), "licences", "--directory", "..", ".")).Exit.ShouldBe(1);
        (await Run("--format", "gitlab", "a")).Out.ShouldContain("\"path\": \"a/package-lock.json\"");
        (await Run("--format", "sarif", "a/package-lock.json")).Out.ShouldContain("\"uri\": \"a/package-lock.json\"");
        (await Run("--format", "gitlab", "--exclude", "sub", "a")).Exit.ShouldBe(1);
        var both = await Run();
        both.Exit.ShouldBe(ExitCode.Usage);
        both.Error.ShouldContain("check one of a, b");
    }

    [Theory]
    [InlineData("licences", "--format", "xml")]
    [InlineData("licences", "--spec", "other.yml")]
    [InlineData("licences", "--directory", "sub", "..")]
    public async Task Wrong_use(params string[] args)
    {
        Write("sub/pipelinekit.yml", "version: 1\ntargets: [github]\nstack: node\n");

        (await Support.Cli.RunAsync(Folder, args)).Exit.ShouldBe(ExitCode.Usage);
    }

    private Task<CliResult> Run(params string[] args) => Support.Cli.RunAsync(Folder, ["licences", .. args]);

    private void Spec(string inputs) => Write("pipelinekit.yml", $"version: 1\ntargets: [github]\nstack: node\nstages: {{ licence-check: {{ {inputs} }} }}\n");

    private void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
