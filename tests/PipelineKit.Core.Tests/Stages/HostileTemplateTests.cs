using PipelineKit.Core.Tests.Stages.Linting;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>
/// Templates of strangers (<c>hostile/*.sbn</c>): each ends in one error with a place and a reason, and no more memory is asked for on the way
/// than a bounded template needs. How long each takes as a process is measured in the long verification.
/// </summary>
public sealed class HostileTemplateTests
{
    private const long MostBytes = 400L << 20;

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.sbn").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static string Folder => Path.Combine(StageHarness.SourceFolder(), "hostile");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_template_ends_in_one_error_with_a_place(string name)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var harness = Render(File.ReadAllText(Path.Combine(Folder, name + ".sbn")), out var document);

        document.ShouldBeNull();
        var problem = harness.Diagnostics.Sorted().ShouldHaveSingleItem();
        problem.Descriptor.Code.ShouldBeOneOf("PK2001", "PK2002");
        problem.Primary.File.ShouldBeOneOf("stages/lint/python.sbn", "partials/mirror.sbn");
        problem.Primary.Line.ShouldBeGreaterThan(0);
        problem.Message.ShouldNotBeNullOrWhiteSpace();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes, problem.Message);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("f (", ")")]
    [InlineData("!", "")]
    [InlineData("-", "")]
    public void Deep_nesting_ends_in_an_error_and_not_in_a_crash(string open, string close)
    {
        var text = $"{{{{ {string.Concat(Enumerable.Repeat(open, 50_000))}1{string.Concat(Enumerable.Repeat(close, 50_000))} }}}}\n";
        var harness = Render(text, out var document);

        document.ShouldBeNull();
        harness.Diagnostics.Sorted().ShouldNotBeEmpty();
        harness.Diagnostics.Sorted().ShouldAllBe(d => d.Descriptor.Code == "PK2001" || d.Descriptor.Code == "PK2002");
    }

    [Theory]
    [InlineData("{{ if true }}", "{{ end }}")]
    [InlineData("{{ for i in 1..2 }}", "{{ end }}")]
    [InlineData("{{ capture x }}", "{{ end }}")]
    public void Deeply_nested_blocks_end_in_an_error_and_not_in_a_crash(string open, string close)
    {
        var harness = Render(string.Concat(Enumerable.Repeat(open, 20_000)) + string.Concat(Enumerable.Repeat(close, 20_000)), out var document);

        document.ShouldBeNull();
        harness.Diagnostics.Sorted().ShouldNotBeEmpty();
    }

    private static StageHarness Render(string template, out string? document)
    {
        var harness = StageHarness.Load(
            "version: 1\ntargets: [github]\nstack: python\npython: { manager: uv }\nstages: { lint: {} }\n",
            new MemoryTemplates(("stages/lint/python.sbn", template), ("partials/mirror.sbn", "{{ include \"mirror\" }}\n")));
        document = harness.RenderText(harness.Requests().Single());
        return harness;
    }
}
