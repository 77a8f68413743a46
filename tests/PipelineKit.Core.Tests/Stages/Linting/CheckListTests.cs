using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Linting;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages.Linting;

/// <summary>The list of checks, the pages and the names that templates see agree with each other.</summary>
public sealed class CheckListTests
{
    public static TheoryData<string> Codes() => [.. TemplateLinter.Descriptors.Select(d => d.Code)];

    [Fact]
    public void Codes_are_in_order_and_each_is_a_warning()
    {
        TemplateLinter.Descriptors.Select(d => d.Code).ShouldBe(Enumerable.Range(2601, TemplateLinter.Descriptors.Count).Select(n => "PK" + n.ToString(CultureInfo.InvariantCulture)));
        TemplateLinter.Descriptors.ShouldAllBe(d => d.Severity == Severity.Warning);
    }

    // The page shows a template and what is said about it; both are compared.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_whose_example_is_true(string code)
    {
        var file = Path.Combine(StageHarness.RepositoryRoot(), "docs", "reference", "diagnostics", $"{code}.md");
        var page = File.ReadAllText(file);
        page.ShouldStartWith($"# {code}: {TemplateLinter.Descriptors.Single(d => d.Code == code).Title}\n\nSeverity: warning.\n");
        page.ShouldContain("\n## How to mend it\n");
        var blocks = page.Split("```").Where((_, i) => i % 2 == 1).ToList();
        var (shown, said) = (blocks[0][(blocks[0].IndexOf('\n') + 1)..], blocks[1][(blocks[1].IndexOf('\n') + 1)..]);
        var found = code == "PK2604"
            ? Lint.Files(("stages/own/stage.yml", shown), ("stages/own/any.sbn", "stage: 1\n"))
            : Lint.Template(shown);
        var text = string.Concat(found.Select(d => $".pipelinekit/{d.Primary.File}:{d.Primary.Line}:{d.Primary.Column} {d.Descriptor.Code} {d.Message}\n"));
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            File.WriteAllText(file, page.Replace("```" + blocks[1] + "```", $"```text\n{text}```", StringComparison.Ordinal));
            said = text;
        }

        said.ShouldBe(text);
        text.ShouldContain(code);
    }

    [Fact]
    public void The_names_are_those_that_a_template_sees()
    {
        var names = GlobalNames.OfLayout;
        foreach (var name in new[] { "stage", "project", "pipeline" })
        {
            Rendered($"{{{{ {name} | object.keys }}}}").ShouldBe($"[{string.Join(", ", names.MembersOf(name)!.Select(m => $"\"{m}\""))}]");
        }

        foreach (var name in new[] { "stage", "inputs", "project", "stack", "tools", "jobs", "services", "installs", "files", "reports", "pipeline" })
        {
            names.All.ShouldContain(name);
            Rendered($"{{{{ if {name} }}}}{{{{ end }}}}").ShouldBe("");
        }
    }

    private static string? Rendered(string template)
    {
        var harness = StageHarness.Load(
            "version: 1\ntargets: [github]\nstack: python\npython: { manager: uv }\nstages: { lint: {} }\n", new MemoryTemplates(("stages/lint/python.sbn", template)));
        var text = harness.RenderText(harness.Requests().Single());
        harness.Messages.ShouldBeEmpty();
        return text;
    }
}
