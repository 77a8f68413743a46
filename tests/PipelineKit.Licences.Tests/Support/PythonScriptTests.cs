namespace PipelineKit.Licences.Tests.Support;

/// <summary>The script of Python pipelines as they run it, on distributions made up for it.</summary>
public sealed class PythonScriptTests : IDisposable
{
    private const string Manifest = """
        [project]
        name = "Own.Project"
        version = "1"
        dependencies = ["a[x]>=1", "guarded; sys_platform == 'win32'"]
        [dependency-groups]
        dev = ["tool"]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("License: MIT", "", 0, "1 packages, 0 not allowed")]
    [InlineData("License-Expression: MIT OR GPL-3.0-only", "", 0, "1 packages, 0 not allowed")]
    [InlineData("License-Expression: GPL-3.0-only AND MIT", "", 10, "a 1.0: GPL-3.0-only AND MIT is denied")]
    [InlineData("Classifier: License :: OSI Approved :: MIT License\nClassifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "", 10, "a 1.0: MIT AND GPL-3.0-only is denied")]
    [InlineData("License: BSD\nClassifier: License :: OSI Approved :: BSD License", "", 10, "BSD-2-Clause or BSD-3-Clause is denied")]
    [InlineData("License: BSD-3-Clause\nClassifier: License :: OSI Approved :: BSD License", "", 10, "a 1.0: BSD-3-Clause is denied")]
    [InlineData("License: UNKNOWN", "", 10, "a 1.0: none is denied: no licence is stated")]
    [InlineData("Classifier: License :: Other/Proprietary License", "", 10, "LicenseRef-proprietary is denied")]
    [InlineData("License: UNKNOWN", ", \"unknown\": \"allow\"", 0, "1 packages, 0 not allowed")]
    [InlineData("License: GPL v3", ", \"ignore\": { \"A\": \"ours\" }", 0, "1 packages, 0 not allowed")]
    [InlineData("License: GPL v3", ", \"exceptions\": { \"a@1.0\": \"soon; until 2020-01-31\" }", 10, "a 1.0: GPL-3.0-only is expired: the exception ended on 2020-01-31")]
    [InlineData("License: GPL v3", ", \"exceptions\": { \"a@2.0\": \"soon\" }", 10, "a 1.0: GPL-3.0-only is denied")]
    public async Task The_metadata_decides(string metadata, string policy, int code, string output)
    {
        _folder.With("pyproject.toml", Manifest);
        Install("a", metadata);

        var run = await RunAsync($$"""{ "allow": ["MIT"]{{policy}} }""");

        run.Code.ShouldBe(code, run.Errors);
        run.Output.ShouldContain(output);
    }

    [Fact]
    public async Task Every_refused_package_is_told_in_output_report_and_summary()
    {
        _folder.With("pyproject.toml", Manifest);
        Install("a", "License: MIT\nRequires-Dist: b_b >=1\nRequires-Dist: c ; extra == \"x\"\nRequires-Dist: d ; extra == \"y\"\nRequires-Dist: Own-Project");
        Install("b-b", "License: GPLv3");
        Install("c", "License: Cus\u001btom\u202e | <b>");
        Install("d", "License: GPLv3");
        Install("tool", "License: GPLv3");
        Install("own-project", "License: Proprietary");

        var run = await RunAsync("""{ "allow": ["MIT"] }""");

        run.Code.ShouldBe(10);
        run.Output.ShouldBe("b-b 1.0: GPL-3.0-only is denied: no list names GPL-3.0-only\nc 1.0: Cus tom  | <b> is denied: \"Cus tom  | <b>\" is not a known licence\n3 packages, 2 not allowed\n");
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out/summary.md"), TestContext.Current.CancellationToken)).ShouldContain("| c 1.0 | Cus tom  \\| \\<b\\> | denied |");
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out/report.json"), TestContext.Current.CancellationToken)).ShouldContain("\"name\": \"b-b\"");
    }

    [Theory]
    [InlineData("ignore", 0, "1 packages, 0 not allowed")]
    [InlineData("report", 0, "2 packages, 0 not allowed")]
    [InlineData("enforce", 10, "tool 1.0: GPL-3.0-only is denied")]
    public async Task Development_groups_count_as_the_policy_says(string dev, int code, string output)
    {
        _folder.With("pyproject.toml", Manifest);
        Install("a", "License: MIT");
        Install("tool", "License: GPLv3");

        var run = await RunAsync($$"""{ "allow": ["MIT"], "dev": "{{dev}}" }""");

        run.Code.ShouldBe(code, run.Errors);
        run.Output.ShouldContain(output);
    }

    [Theory]
    [InlineData("pyproject.toml", Manifest, """{ "allow": ["MIT"] }""", "a is not installed")]
    [InlineData("requirements.txt", "-r more.txt\n", """{ "allow": ["MIT"] }""", "more.txt")]
    [InlineData("requirements.txt", "git+https://x/y\n", """{ "allow": ["MIT"] }""", "does not say which distribution it is")]
    [InlineData("README.md", "", """{ "allow": ["MIT"] }""", "says what the project needs")]
    [InlineData("requirements.txt", "", """{ "allow": ["MIT OR ISC"] }""", "neither one SPDX identifier nor one of the groups")]
    [InlineData("requirements.txt", "", """{ "alow": ["MIT"] }""", "the policy has no key alow")]
    [InlineData("requirements.txt", "", """{ "allow": ["MIT"], "exceptions": { "a": "soon; until 2027-02-30" } }""", "is no day")]
    [InlineData("requirements.txt", "", "{", "licences: ")]
    public async Task What_cannot_be_decided_is_no_pass_and_no_finding(string file, string text, string policy, string error)
    {
        _folder.With(file, text);

        var run = await RunAsync(policy);

        run.Code.ShouldBe(1, run.Output);
        run.Errors.ShouldStartWith("licences: ");
        run.Errors.ShouldContain(error);
        run.Errors.ShouldNotContain("Traceback");
    }

    private void Install(string name, string metadata) =>
        _folder.With($"site/{name.Replace('-', '_')}-1.0.dist-info/METADATA", $"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{metadata}\n\n");

    private Task<(int Code, string Output, string Errors)> RunAsync(string policy)
    {
        _folder.With("policy.json", policy);
        var script = Path.Combine(SupportScripts.Folder, "python-licences/check_installed_licences.py");
        string[] words = [$"PYTHONPATH={Path.Combine(_folder.Path, "site")}", "/usr/bin/python3", "-B", script, "--policy=policy.json", "--report=out/report.json", "--summary=out/summary.md"];
        return SupportScripts.RunAsync("/usr/bin/env", words, "", _folder.Path, TestContext.Current.CancellationToken);
    }
}
