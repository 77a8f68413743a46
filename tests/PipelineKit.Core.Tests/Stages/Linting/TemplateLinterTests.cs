using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Linting;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages.Linting;

/// <summary>One trap per line with its place, and a twin that is written as it should be.</summary>
public sealed class TemplateLinterTests
{
    /// <summary>The trap, what is found (<c>line:column+length code</c>), and the clean twin.</summary>
    public static TheoryData<string, string, string> Traps() => new()
    {
        { "title: a-{{ project.path }}\n", "1:13+12 PK2601", "title: {{ \"a-\" + project.path }}\n" },
        { "title: {{ project.path }}-b\n", "1:11+12 PK2601", "title: {{ project.path + \"-b\" }}\n" },
        { "title: {{ project.path }} and more\n", "1:11+12 PK2601", "title: {{ project.path }} # and more\n" },
        { "title: {{ stage.id }}{{ stage.title }}\n", "1:25+11 PK2601", "title: {{ stage.id + stage.title }}\n" },
        { "title: \"{{ stage.id }}\"\n", "1:12+8 PK2601", "title: {{ stage.id }}\n" },
        { "title: 'it''s {{ stage.id }}'\n", "1:18+8 PK2601", "title: 'it''s'\n" },
        { "run:\n  - [a, -{{ stage.id }}]\n", "2:13+8 PK2601", "run:\n  - [a, {{ \"-\" + stage.id }}]\n" },
        { "run:\n  -{{ stage.id }}\n", "2:7+8 PK2601", "run:\n  - {{ stage.id }}\n" },
        { "content: |\n  a\n  {{ stage.id }}\nnext: {{ stage.id }}\n", "3:6+8 PK2601", "content: {{ \"a\\n\" + stage.id }}\nnext: {{ stage.id }}\n" },
        { "a: {{ if reports }}x {{ end }}{{ reports }}\n", "1:34+7 PK2601", "a: {{ if reports }}{{ \"x \" + reports }}{{ else }}{{ reports }}{{ end }}\n" },
        { "a: ${{ stage.id }}\n", "1:4+3 PK2602\n1:8+8 PK2601", "a: {{ \"$\" + stage.id }}\n" },
        { "a: {%{${{ secrets.X }}}%}\n", "1:7+3 PK2602", "a: { secret: X }\n" },
        { "a: {{ \"${{ x }}\" }}\n", "1:8+3 PK2602", "a: {{ \"$x\" }}\n" },
        { "a: {{ inputs.pathz }}\n", "1:14+5 PK2603", "a: {{ inputs.paths }}\n" },
        { "a: {{ inputs[\"pathz\"] }}\n", "1:15+5 PK2603", "a: {{ inputs[\"paths\"] }}\n" },
        { "a: {{ project.pat }}\n", "1:15+3 PK2603", "a: {{ project.path }}\n" },
        { "a: {{ stack.version }}\n", "1:13+7 PK2603", "a: {{ stack.versions }}\n" },
        { "a: {{ stage.id | string.upcas }}\n", "1:25+5 PK2603", "a: {{ stage.id | string.upcase }}\n" },
        { "a: {{ job.name }}\n", "1:7+3 PK2603", "{{~ for job in jobs ~}}\n{{ job.name }}: {{ for.index }}\n{{~ end ~}}\n" },
        { "{{ include \"hed\" ~}}\n", "1:4+13 PK2603", "{{ include \"head\" ~}}\n" },
        { "a: {{ stage.id | raw }}\n", "1:18+3 PK2605", "a: {{ stage.id }}\n" },
        { "run:\n  - script: |\n      ./x {{ stage.id }}\n    shell: sh\n  - name: {{ stage.id }}\n", "3:14+8 PK2606", "run:\n  - script: |\n      ./x\n    shell: sh\n  - name: {{ stage.id }}\n" },
        { "run: [{ script: {{ stage.id }}, shell: {{ stage.id }} }]\n", "1:20+8 PK2606", "run: [{ script: x, shell: {{ stage.id }} }]\n" },
        { "run:\n  - script: \"./x {{ stage.id }}\"\n    shell: sh\n", "2:21+8 PK2606", "run:\n  - script: \"./x\"\n    shell: sh\n" },
        { "env: { A: github.ref }\n", "1:11+10 PK2607", "env: { A: https://github.com/x, B: my.github.x }\n" },
        { "run: [[a, $CI_COMMIT_SHA]]\n", "1:11+14 PK2607", "run: [[a, $COMMIT]]\n" },
        { "a: {{ \"GITHUB_TOKEN\" }}\n", "1:8+12 PK2607", "a: { secret: TOKEN }\n{{~ # GITHUB_TOKEN is made of it ~}}\n" },
        { "a: {{ stack.package }}\n", "1:7+13 PK2609", "{{~ if stack.package ~}}\na: {{ stack.package }}\n{{~ end ~}}\n" },
        { "a: {{ inputs.fail_on }}\n", "1:7+14 PK2609", "a: {{ inputs.fail_on ?? \"low\" }}\n" },
        { "a: {{ \"x\" + project.id }}\n", "1:13+10 PK2609", "a: {{ project.id ? \"x\" + project.id : \"x\" }}\n" },
        { "a: {{ $\"x-{project.id}\" }}\n", "1:12+10 PK2609", "a: {{ $\"x{project.suffix}\" }}\n" },
        { "- {{ run \"a\" (when project.id $\"--x={project.id}\") }}\n", "1:38+10 PK2609", "- {{ run \"a\" (prefix \"--x=\" project.id) }}\n" },
        { "{{~ if stage.timeout ~}}\na: 1\n{{~ end ~}}\na: {{ stage.timeout }}\n", "4:7+13 PK2609", "{{~ case stage.timeout ~}}\n{{~ when \"1m\" ~}}\na: {{ stage.timeout }}\n{{~ end ~}}\n" },
        { "run:\n\t- a\n", "2:1+1 PK2608", "run:\n  - a\t# b\n" },
        { "run:\n  \t{{ include \"pages\" ~}}\n", "2:3+1 PK2608", "run:\n  {{ include \"pages\" ~}}\n" },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_is_found_at_its_place_and_its_twin_is_clean(string trap, string expected, string twin)
    {
        Lint.Shown(Lint.Template(trap)).ShouldBe(expected);
        Lint.Shown(Lint.Template(twin)).ShouldBe("");
    }

    [Theory]
    [InlineData("a: [{{ for x in tools }}{{ x.id }}{{ if !for.last }}, {{ end }}{{ end }}]\n")]
    [InlineData("a: {{ if reports }}{{ reports }}{{ else }}{{ stage.id }}{{ end }}\nb: 1\n")]
    [InlineData("{{ case stage.id }}{{ when \"a\" }}a: {{ stage.id }}{{ else }}b: {{ stage.id }}{{ end }}\n")]
    [InlineData("{{ stage.id }}: { {{ stage.id }}: {{ stage.title }}, b: [{{ reports }}, {{ reports }}] }\n")]
    [InlineData("\"a b\": {{ reports }}\n'c': {{ reports }} # {{ reports }}\n")]
    [InlineData("- - {{ reports }}\n- &x {{ reports }}\n-\n  {{ reports }}\n- a:b\n- a#b\n- {{ reports }}\n")]
    [InlineData("a: [\n  {{ reports }},\n  { b: {{ reports }} }\n]\n")]
    [InlineData("{{ x = 1; func f(y); ret y + x; end }}a: {{ f 2 }}\n")]
    [InlineData("{{ with project }}a: {{ anything }}\n{{ end }}")]
    [InlineData("{{ capture c }}part {{ end }}a: {{ c }}\n")]
    [InlineData("a:\r\n-\r\n  {{ reports }}\r\n- b: |\r\n    text\r\n  c: {{ reports }}\r\n")]
    [InlineData("a: >-\n  folded\n\n  text\nb: {{ reports }}\n")]
    public void Templates_without_traps_are_clean(string text) => Lint.Shown(Lint.Template(text)).ShouldBe("");

    [Fact]
    public void An_input_that_nothing_uses_is_found_in_the_manifest()
    {
        var found = Lint.Files(("stages/own/stage.yml", Lint.Manifest), ("stages/own/any.sbn", "a: {{ inputs.paths }}\n"));

        Lint.Shown(found).ShouldBe("10:3+9 PK2604");
        found[0].Primary.File.ShouldBe("stages/own/stage.yml");
        found[0].Hint.ShouldBe("read it as `inputs.fail_fast`, or remove it");
    }

    [Theory]
    [InlineData("{{~ for pair in inputs ~}}\n{{ pair.key }}: 1\n{{~ end ~}}\n")]
    [InlineData("{{ include \"own\" ~}}\n")]
    public void An_input_is_used_by_a_loop_over_all_and_by_partials(string text) => Lint.Files(
        ("stages/own/stage.yml", Lint.Manifest), ("stages/own/any.sbn", text), ("partials/own.sbn", Lint.Uses)).ShouldBeEmpty();

    [Fact]
    public void An_input_is_used_by_a_tool_of_the_stage()
    {
        const string Tool = "id: mine\ntitle: Mine\nstacks: [python]\ninstall-hint: none\n";
        const string Template = "steps:\n{{~ if !inputs.fail_fast ~}}\n  - name: x\n    argv: {{ mine (prefix \"--in=\" inputs.paths) }}\n{{~ end ~}}\n";
        Lint.Files(("stages/own/stage.yml", Lint.Manifest), ("stages/own/any.sbn", "a: 1\n"), ("stages/own/mine.sbn", Template), ("tools/mine.yml", Tool)).ShouldBeEmpty();
    }

    [Fact]
    public void A_template_that_does_not_parse_is_an_error_and_says_nothing_of_unused_inputs()
    {
        var found = Lint.Files(("stages/own/stage.yml", Lint.Manifest), ("stages/own/any.sbn", "a: 1\n{{ if }}\n"));

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(d => d.Descriptor.Code == "PK2001" && d.Descriptor.Severity == Severity.Error && d.Primary.File == "stages/own/any.sbn");
    }

    [Fact]
    public void The_nearest_name_is_offered() =>
        Lint.Template("a: {{ inputs.pathz }}\n").Single().ShouldSatisfyAllConditions(
            d => d.Message.ShouldBe("the stage \"own\" has no input \"pathz\"; expected one of \"fail_fast\", \"fail_on\", \"paths\""),
            d => d.Hint.ShouldBe("did you mean `paths`?"));

    [Fact]
    public void The_built_in_templates_are_clean()
    {
        var bag = new DiagnosticBag();
        var catalog = new StageCatalog([StageHarness.BuiltIn], bag);
        var linter = new TemplateLinter(catalog);
        foreach (var stage in catalog.StageIds)
        {
            linter.Lint(stage, bag);
        }

        foreach (var stack in catalog.StackIds)
        {
            linter.LintStack(stack, bag);
        }

        catalog.StageIds.Count.ShouldBeGreaterThan(4);
        catalog.StackIds.Count.ShouldBeGreaterThan(2);
        bag.Sorted().ShouldBeEmpty();
        linter.OwnStages().ShouldBeEmpty();
        linter.OwnStacks().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run: {{ run program stack.packge module }}\n", "1:27+6 PK2603")]
    [InlineData("run: {{ run program inputs.paths }}\n", "1:21+6 PK2603")]
    [InlineData("run: {{ run program reports }}\n", "1:21+7 PK2603")]
    [InlineData("run: [a, {{ stack.package }}, {{ version }}, {{ requirements }}]\n", "1:13+13 PK2609")]
    [InlineData("run: [a, \"--v={{ version }}\"]\n", "1:18+7 PK2601")]
    [InlineData("run: {{ run program project.lock pipeline.name (prefix \"-p\" stack.package) }}\n", "")]
    public void Templates_of_package_managers_are_linted_with_what_they_see(string text, string expected)
    {
        var bag = new DiagnosticBag();
        var linter = new TemplateLinter(new StageCatalog([new MemoryTemplates(("stacks/python/uv.sbn", text)), StageHarness.BuiltIn], bag));
        linter.LintStack("python", bag);

        Lint.Shown(bag.Sorted()).ShouldBe(expected);
        bag.Sorted().ShouldAllBe(d => d.Primary.File == "stacks/python/uv.sbn");
    }

    [Fact]
    public void No_text_makes_the_linter_fail()
    {
        string[] parts = ["a: ", "\n", "  ", "- ", "\"", "'", "|", "{{ x }}", "{{ stage.id }}", "[", "]", "{ ", "}", ",", "#", ":", "\\", "{{ if x }}", "{{ else }}", "{{ end }}", "\t", "${{ x }}", "{{ \"", "script: ", "{%{", "}%}", "&", "-"];
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            Lint.Template(string.Concat(Enumerable.Range(0, 25).Select(_ => parts[random.Next(parts.Length)])));
        }
    }
}
