using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Tests.Stages.Linting;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>Where the language is lenient, a stage template is not: an error with a place, never silence.</summary>
public sealed class StrictContextTests
{
    [Theory]
    [InlineData("a: 1\nb: {{ stge }}\n", "2:7 PK2002")]
    [InlineData("a: 1\nb: {{ stage.nam }}\n", "2:13 PK2002")]
    [InlineData("a: 1\nb: {{ inputs.pathz }}\n", "2:14 PK2002")]
    [InlineData("a: 1\nb: {{ project.id }}\n", "2:7 PK2002")]
    [InlineData("a: 1\nb: {{ project.id.x }}\n", "2:18 PK2002")]
    [InlineData("a: 1\nb: {{ nothing 1 }}\n", "2:7 PK2002")]
    [InlineData("{{ date.now }}\n", "1:4 PK2002")]
    [InlineData("{{ math.random 1 9 }}\n", "1:9 PK2002")]
    [InlineData("{{ math.uuid }}\n", "1:9 PK2002")]
    [InlineData("{{ for i in 1..100000 }}{{ end }}\n", "1:14 PK2002")]
    [InlineData("{{ func f; f; end; f }}\n", "1:12 PK2002")]
    [InlineData("a\n{{ for i in 1..9000 }}aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjkkkkkkkkkkllllllllll{{ end }}\n", "2:23 PK2002")]
    [InlineData("a\n{{ x = \"aaaaaaaa\"; for i in 1..30; x = x + x; end }}\n", "2:36 PK2002")]
    public void What_is_wrong_is_an_error_with_a_place(string template, string expected)
    {
        var (text, harness) = Render(template);

        text.ShouldBeNull();
        var found = harness.Diagnostics.Sorted().ShouldHaveSingleItem();
        $"{found.Primary.Line}:{found.Primary.Column} {found.Descriptor.Code}".ShouldBe(expected, found.Message);
        found.Primary.File.ShouldBe("stages/lint/python.sbn");
    }

    [Fact]
    public void Indented_blocks_leave_no_trailing_spaces()
    {
        const string Partial = "x:\n\n  y: 1\n\n{{~ if true ~}}\n\n{{~ end ~}}\nz: 2\n";
        var (text, _) = Render("a:\n    {{ include \"own\" ~}}\nb: 1\n{{~ for i in 1..2 ~}}\n\n  {{~ if i == 3 ~}}\n  c: 1\n  {{~ end ~}}\n{{~ end ~}}\n", ("partials/own.sbn", Partial));

        text.ShouldNotBeNull();
        text.ShouldContain("    x:\n\n      y: 1\n");
        text.Split('\n').ShouldAllBe(line => !line.EndsWith(' '));
        text.ShouldNotContain('\r');
    }

    [Fact]
    public void Every_bound_is_set_and_there_is_no_clock_and_no_chance()
    {
        var context = Context(TestContext.Current.CancellationToken);

        context.ShouldSatisfyAllConditions(
            c => c.OnOutputLimit.ShouldBe(ScriptLimitBehavior.Throw),
            c => c.OnStringLimit.ShouldBe(ScriptLimitBehavior.Throw),
            c => c.OutputLimit.ShouldBe(1 << 20),
            c => c.LimitToString.ShouldBe(1 << 18),
            c => c.RegexTimeOut.ShouldBe(TimeSpan.FromSeconds(1)),
            c => c.LoopLimit.ShouldBe(10_000),
            c => c.RecursiveLimit.ShouldBe(20),
            c => c.ObjectRecursionLimit.ShouldBe(20),
            c => c.StrictVariables.ShouldBeTrue());
    }

    [Fact]
    public void A_render_can_be_stopped()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Should.Throw<Scriban.Syntax.ScriptAbortException>(() => Template.Parse("{{ for i in 1..9000 }}a{{ end }}").Render(Context(stopped.Token)));
    }

    private static StageTemplateContext Context(CancellationToken cancellation) => StageTemplateContext.Rent([new ScriptObject()], new NoPartials(), cancellation);

    private static (string? Text, StageHarness Harness) Render(string template, params (string Path, string Text)[] partials)
    {
        var harness = StageHarness.Load(
            "version: 1\ntargets: [github]\nstack: python\npython: { manager: uv }\nstages: { lint: {} }\n",
            new MemoryTemplates([("stages/lint/python.sbn", template), .. partials]));
        return (harness.RenderText(harness.Requests().Single()), harness);
    }

    private sealed class NoPartials : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => null;

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new((string?)null);
    }
}
