using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Rendering;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>Whatever a spec says stays one argument, one name, one value: no text can become structure, an expression or another command.</summary>
public sealed class HostileValueTests
{
    private static readonly string[] Traps =
    [
        "\"", "'", "\\", "\n", "\r\n", "\t", "a: b", "- x", "{{ inputs }}", "{% x %}", "${{ secrets.X }}", "$HOME", "`id`", "#", "| raw", "[a]", "{a: b}",
        "&a", "*a", "!x", "%", "@", "é", "\u2028", "\uFEFF", "\uE000", "\uE001", "🎉", "\u0001", "null", "~", "true", "1e3", " ", "--", "---", "...", ":", "?", ",",
    ];

    [Fact]
    public void A_text_of_the_spec_stays_one_argument() => Prop.ForAll(Text().ToArbitrary(), text =>
    {
        var job = Render("lint", stage => stage with { Inputs = new Dictionary<string, object?> { ["paths"] = new List<object> { text } } });
        job.Run[^1].Argv[^1].ShouldBe(new LiteralValue(text));
        job.Run[^1].Argv.Count.ShouldBe(6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_inside_an_argument_stays_inside() => Prop.ForAll(Text().ToArbitrary(), text =>
    {
        var job = Render(
            "test-coverage",
            stage => stage,
            project => project with { Options = new Dictionary<string, object?>(project.Options) { ["package"] = text } });
        job.Run[0].Argv.ShouldContain(new LiteralValue("--cov=" + text));
        job.Run.Count.ShouldBe(1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_name_of_a_project_stays_a_name() => Prop.ForAll(Text().ToArbitrary(), text =>
    {
        var (document, harness) = Try("lint", stage => stage, project => project with { Name = new Spanned<string>(text, default) });
        if (document is null)
        {
            // Only what is no path is refused.
            harness.Diagnostics.Sorted().ShouldAllBe(d => d.Descriptor == StageDiagnostics.WrongValue && d.Message.Contains("no path"));
            return;
        }

        document.Jobs.ShouldHaveSingleItem().Reports[0].Path.ShouldBe($"reports/lint-{text}/ruff.codequality.json");
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("-x")]
    [InlineData("--config=evil.toml")]
    [InlineData("-")]
    public void A_text_that_is_an_option_is_refused(string text)
    {
        var (document, harness) = Try("lint", stage => stage with { Inputs = new Dictionary<string, object?> { ["paths"] = new List<object> { text } } });
        document.ShouldBeNull();
        harness.Diagnostics.Sorted().ShouldAllBe(d => d.Descriptor == StageDiagnostics.OptionFromSpec);
    }

    [Fact]
    public void A_text_that_is_an_option_is_allowed_behind_a_name()
    {
        var job = Render("complexity", stage => stage with { Inputs = new Dictionary<string, object?> { ["exclude"] = new List<object> { "-x" } } });
        job.Run[0].Argv.ShouldContain(new LiteralValue("--exclude=-x"));
    }

    private static Gen<string> Text() =>
        from parts in Gen.Elements(Traps).Or(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get)).NonEmptyListOf()
        let text = string.Concat(parts.Take(6))
        // Half a surrogate pair is no text; a leading dash is refused by a rule of its own.
        where text.Length > 0 && !text.StartsWith('-') && !HasLoneSurrogate(text)
        select text;

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(r => r.Value == 0xFFFD) && !text.Contains('\uFFFD', StringComparison.Ordinal);

    private static StageJob Render(string stage, Func<SpecStage, SpecStage> change, Func<SpecProject, SpecProject>? project = null)
    {
        var (document, harness) = Try(stage, change, project);
        harness.Messages.ShouldBeEmpty();
        return document!.Jobs[0];
    }

    private static (StageDocument? Document, StageHarness Harness) Try(
        string stage, Func<SpecStage, SpecStage> change, Func<SpecProject, SpecProject>? project = null)
    {
        var harness = StageHarness.Load($"version: 1\ntargets: [github]\nstack: python\npython: {{ manager: uv }}\nstages: {{ {stage}: {{}} }}\n");
        harness.Messages.ShouldBeEmpty();
        var request = harness.Requests().Single();
        request = request with { Stage = change(request.Stage), Project = (project ?? (p => p))(request.Project) };
        return (new StageRenderer(harness.Catalog).Render(request, harness.Diagnostics), harness);
    }
}
