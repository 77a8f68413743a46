using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Yaml;
using Shouldly;

namespace PipelineKit.Core.Tests.Generation;

public sealed class PatchApplierTests
{
    public static TheoryData<string, string, string?, string> Fitting => new()
    {
        { "replace", "/jobs/lint/runs-on", "self-hosted", "runs-on: self-hosted" },
        { "add", "/jobs/lint/container", "alpine:3.20", "container: alpine:3.20" },
        { "remove", "/jobs/lint/runs-on", null, "" },
        { "replace", "/jobs/lint/steps/[name=Set up]/uses", "./local", "uses: ./local" },
        { "replace", "/jobs/lint/steps/1/uses", "./local", "uses: ./local" },
        { "replace", "/jobs/lint/steps/[uses=a/b@c]/uses", "./local", "uses: ./local" },
        { "add", "/jobs/lint/steps/-", "{ run: last }", "- run: last" },
        { "add", "/jobs/lint/steps/0", "{ run: first }", "- run: first" },
        { "remove", "/jobs/lint/steps/0", null, "" },
        { "add", "/jobs/lint/a~1b", "x", "a/b: x" },
        { "add", "/jobs/lint/number", "5", "number: 5" },
        { "add", "/jobs/lint/text", "\"5\"", "text: \"5\"" },
        { "add", "/jobs/lint/flag", "true", "flag: true" },
    };

    [Theory]
    [MemberData(nameof(Fitting))]
    public void A_patch_that_fits_changes_just_that(string op, string path, string? value, string expected)
    {
        var (tree, diagnostics) = Apply(new SpecPatch { Target = "fake", Op = op, Path = At(path), Value = Parse(value) });

        diagnostics.Count.ShouldBe(0);
        var text = YamlWriter.Write(tree);
        text.ShouldNotBe(YamlWriter.Write(Tree()));
        text.ShouldContain(expected);
    }

    [Theory]
    [InlineData("replace", "/jobs/lnt/runs-on", "did you mean \"lint\"?")]
    [InlineData("remove", "/jobs/lint/nothing", "does not exist")]
    [InlineData("replace", "/jobs/lint/steps/[name=Nobody]/uses", "there is no")]
    [InlineData("replace", "/jobs/lint/steps/7", "has 3 members")]
    [InlineData("add", "/jobs/lint/runs-on", "use replace")]
    [InlineData("replace", "jobs/lint", "no JSON Pointer")]
    [InlineData("replace", "/", "no JSON Pointer")]
    [InlineData("replace", "/jobs/lint/runs-on/deeper", "plain value")]
    public void A_patch_that_does_not_fit_is_an_error_and_changes_nothing(string op, string path, string message)
    {
        var (tree, diagnostics) = Apply(new SpecPatch { Target = "fake", Op = op, Path = At(path), Value = Parse("x") });

        diagnostics.Sorted().Single().Descriptor.ShouldBe(OutputDiagnostics.PatchTarget);
        diagnostics.Sorted().Single().Message.ShouldContain(message);
        YamlWriter.Write(tree).ShouldBe(YamlWriter.Write(Tree()));
    }

    [Fact]
    public void Breaking_parity_needs_the_word_and_a_reason_and_is_marked()
    {
        var patch = new SpecPatch { Target = "fake", Op = "replace", Path = At("/jobs/lint/timeout-minutes"), Value = Parse("99") };

        Apply(patch).Diagnostics.Sorted().Single().Descriptor.ShouldBe(OutputDiagnostics.PatchBreaksParity);
        Apply(patch with { BreaksParity = true }).Diagnostics.HasErrors.ShouldBeTrue();
        var (tree, diagnostics) = Apply(patch with { BreaksParity = true, Reason = "slow runner" });
        diagnostics.Count.ShouldBe(0);
        YamlWriter.Write(tree).ShouldContain("lint: # parity broken: slow runner");
    }

    [Theory]
    [InlineData("/a", "a")]
    [InlineData("/a/b~1c/d~0e", "a|b/c|d~e")]
    [InlineData("/steps/[name=build/test]/run", "steps|[name=build/test]|run")]
    [InlineData("/a/0/-", "a|0|-")]
    public void Pointers_are_read_as_RFC_6901_says(string pointer, string parts) =>
        JsonPointer.Parse(pointer).ShouldNotBeNull().ShouldBe(parts.Split('|'));

    private static (YamlMap Tree, DiagnosticBag Diagnostics) Apply(SpecPatch patch)
    {
        var tree = Tree();
        var diagnostics = new DiagnosticBag();
        new PatchApplier(new FakeEmitter(), diagnostics).Apply(tree, patch);
        return (tree, diagnostics);
    }

    private static YamlMap Tree() => new()
    {
        ["jobs"] = new YamlMap
        {
            ["lint"] = new YamlMap
            {
                ["runs-on"] = "ubuntu-24.04",
                ["timeout-minutes"] = 5,
                ["steps"] = new YamlList(
                    new YamlMap { ["run"] = "one" },
                    new YamlMap { ["name"] = "Set up", ["uses"] = "a/b@c" },
                    new YamlMap { ["run"] = "two" }),
            }.WithComment("parity 12345678"),
        },
    };

    private static Spanned<string> At(string path) => new(path, new SourceSpan("pipelinekit.yml", 1, 1, 1));

    private static SourceNode? Parse(string? value) =>
        value is null ? null : ((SourceMap)YamlReader.Read($"v: {value}\n", "patch", new DiagnosticBag())!).Entries[0].Value;

    private sealed class FakeEmitter : IPlatformEmitter
    {
        public string Id => "fake";

        public string DefaultPath => "fake.yml";

        public bool Reads(ReportKind kind, Job job, Settings settings) => true;

        public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context) => [];

        public bool CoversParity(IReadOnlyList<string> pointer) => pointer[^1] == "timeout-minutes";

        public IReadOnlyList<string> Audit(YamlMap tree) => [];
    }
}
