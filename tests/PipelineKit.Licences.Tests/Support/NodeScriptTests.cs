namespace PipelineKit.Licences.Tests.Support;

/// <summary>The script of Node pipelines as they run it, on lists as license-checker-rseidelsohn writes them.</summary>
public sealed class NodeScriptTests : IDisposable
{
    private const string Manifest = """{ "name": "own", "version": "1.0.0", "dependencies": { "p": "^1.0.0", "alias": "npm:real@1" }, "optionalDependencies": { "fast": "1" } }""";
    private const string Real = "\"real@1.0.0\": { \"licenses\": \"MIT\", \"path\": \"/w/node_modules/alias\" }";
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("package.json", Manifest);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"MIT\"", 0, "2 packages, 0 not allowed")]
    [InlineData("\"(MIT OR GPL-3.0-only)\"", 0, "2 packages, 0 not allowed")]
    [InlineData("\"(MIT AND GPL-3.0-only)\"", 10, "p 1.0.0: MIT AND GPL-3.0-only is denied")]
    [InlineData("\"MIT-0\"", 10, "p 1.0.0: MIT-0 is denied")]
    [InlineData("\"AGPL-3.0\"", 10, "p 1.0.0: AGPL-3.0-only is denied")]
    [InlineData("\"Custom: LICENSE\"", 10, "p 1.0.0: Custom: LICENSE is denied")]
    [InlineData("\"UNKNOWN\"", 10, "p 1.0.0: UNKNOWN is denied")]
    [InlineData("\"MIT*\"", 0, "2 packages, 0 not allowed")]
    [InlineData("[\"MIT\", \"GPL-2.0\"]", 0, "2 packages, 0 not allowed")]
    [InlineData("[\"GPL-3.0\", \"GPL-2.0\"]", 10, "p 1.0.0: GPL-3.0-only OR GPL-2.0-only is denied")]
    public async Task The_list_decides(string licences, int code, string output)
    {
        var run = await RunAsync($$"""{ "p@1.0.0": { "licenses": {{licences}}, "path": "/w/node_modules/p" }, {{Real}} }""", """{ "allow": ["MIT"] }""");

        run.Code.ShouldBe(code, run.Errors);
        run.Output.ShouldContain(output);
    }

    [Fact]
    public async Task Every_refused_package_is_told_and_what_is_ours_is_not()
    {
        var run = await RunAsync($$"""
            { "own@1.0.0": { "licenses": "UNLICENSED", "path": "/w" }, "member@1.0.0": { "licenses": "UNLICENSED", "path": "/w/packages/member" },
              "p@1.0.0": { "licenses": "GPL-3.0", "path": "/w/node_modules/p" }, "@s/q@2.0.0": { "licenses": "<b>\u001b\u202e|", "path": "/w/node_modules/@s/q" }, {{Real}} }
            """, """{ "allow": ["MIT"] }""");

        run.Code.ShouldBe(10, run.Errors);
        run.Output.ShouldBe("p 1.0.0: GPL-3.0-only is denied: no list names GPL-3.0-only\n@s/q 2.0.0: <b>  | is denied: \"<b>  |\" is not a known licence\n3 packages, 2 not allowed\n");
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out/summary.md"), TestContext.Current.CancellationToken)).ShouldContain("| @s/q 2.0.0 | \\<b\\>  \\| | denied |");
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out/report.json"), TestContext.Current.CancellationToken)).ShouldContain("\"outcome\": \"denied\"");
    }

    [Theory]
    [InlineData("ignore", 0)]
    [InlineData("report", 0)]
    [InlineData("enforce", 10)]
    public async Task What_only_development_needs_counts_as_the_policy_says(string dev, int code)
    {
        _folder.With("shipped.json", $$"""{ "p@1.0.0": { "licenses": "MIT", "path": "/w/node_modules/p" }, {{Real}} }""");

        var run = await RunAsync(
            $$"""{ "p@1.0.0": { "licenses": "MIT", "path": "/w/node_modules/p" }, {{Real}}, "tool@1.0.0": { "licenses": "GPL-3.0", "path": "/w/node_modules/tool" } }""",
            $$"""{ "allow": ["MIT"], "dev": "{{dev}}" }""", "--shipped=shipped.json");

        run.Code.ShouldBe(code, run.Errors);
    }

    [Theory]
    [InlineData("{}", """{ "allow": ["MIT"] }""", "package.json asks for p, real, and the list does not hold them; install first")]
    [InlineData("{ " + Real + " }", """{ "allow": ["MIT"] }""", "package.json asks for p, and the list does not hold it; install first")]
    [InlineData("[]", """{ "allow": ["MIT"] }""", "is no list of license-checker")]
    [InlineData("", """{ "allow": ["MIT"] }""", "licences: ")]
    [InlineData("{}", """{ "deny": ["MIT"], "allow": ["mit"] }""", "stands both in deny and in allow")]
    [InlineData("{}", """{ "unknown": "maybe" }""", "unknown is one of deny, review, allow")]
    public async Task What_cannot_be_decided_is_no_pass_and_no_finding(string list, string policy, string error)
    {
        var run = await RunAsync(list, policy);

        run.Code.ShouldBe(1, run.Output);
        run.Errors.ShouldContain(error);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(string list, string policy, params string[] more)
    {
        _folder.With("list.json", list).With("policy.json", policy);
        var script = Path.Combine(SupportScripts.Folder, "node-licences/check-licences.mjs");
        return SupportScripts.RunAsync(
            "node", [script, "--policy=policy.json", "--list=list.json", "--report=out/report.json", "--summary=out/summary.md", .. more], "", _folder.Path, TestContext.Current.CancellationToken);
    }
}
