using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>The reference of the spec is right: its examples are accepted, and it has every key.</summary>
public sealed partial class SpecPageTests
{
    private static readonly string Page = File.ReadAllText(Root("docs/reference/spec.md"));

    public static TheoryData<string> Examples() => [.. Blocks().Matches(Page).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_accepted(string spec)
    {
        var bag = new DiagnosticBag();

        SpecLoader.Load(spec, new SpecOptions(), TestCatalog.Of(Root("docs/no-repository"), bag), bag);

        bag.Sorted().Select(SpecCase.Line).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_has_a_place_on_the_page()
    {
        string[] specs =
        [
            "version: 1\ntargets: [github]\nstack: python\nx: 1\n",
            "version: 1\ntargets: [github]\nprojects: [{ path: a, stack: python, x: 1 }, { path: b, stack: python }]\n",
            "version: 1\ntargets: [github]\nstack: python\nstages: { own: { run: [[a]], x: 1 } }\n",
            "version: 1\ntargets: [github]\nstack: python\nstages: { own: { run: [[a]], when: { x: 1 } } }\n",
            "version: 1\ntargets: [github]\nstack: python\npatches: { github: [{ op: remove, path: /a, x: 1 }] }\n",
        ];
        var keys = specs.SelectMany(s => Quoted().Matches(SpecCase.Problems(s).Single().Message.Split("expected one of")[1]).Select(m => m.Groups[1].Value));

        keys.Where(k => !Page.Contains($"`{k}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Root(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path));

    [GeneratedRegex("```yaml\n(version: 1\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
