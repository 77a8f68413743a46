using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>Texts of a spec arrive as they are, and never become expressions, wherever they stand.</summary>
public class TextTests
{
    private static readonly string[] Nasty =
    [
        "", " ", "a: b", "a #b", "# a", "- a", "? a", "* a", "&a", "!a", "%a", "@a", "`a`", "'a'", "\"a\"", "[a", "{a", "a, b", "yes", "null", "1e3", "010", "0x1F", "2024-01-01",
        "1.10", "~", "${{ a }}", "$${{ a }}", "${{${{", "${{ '${{' }}", "}}", "\n", "a\n", "a\n\n", "\n a", " a\nb", "a\tb", "\ta", "a\rb", "a\r\nb", "a\u0085b", "a\u2028b",
        "\uFEFFa", "\u0001", "\u007f", "😀", "---", "...", "<<", "=", "|", ">", "a\\nb",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Nasty),
        Gen.Zip(Gen.Elements(Nasty), Gen.Elements(Nasty)).Select(p => p.Item1 + p.Item2),
        Gen.OneOf(Gen.Elements("'\"\\${}#:,-\n\t []!&*|>%@`".ToCharArray()), Gen.Choose(1, 0x2FF).Select(c => (char)c)).ArrayOf().Select(c => new string(c)));

    [Fact]
    public void A_text_reads_back_unchanged_in_every_place() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var workflow = new Workflow(Sample.Pipeline(Everywhere(text)));
            Workflow.Evaluate(workflow.Value("jobs", "job", "env", "TEXT")).ShouldBe(text);
            Workflow.Evaluate(workflow.Value("jobs", "job", "name")).ShouldBe(text);
            Workflow.Evaluate(workflow.Value("jobs", "job", "environment", "name")).ShouldBe(text);
            Workflow.Evaluate(workflow.Value("jobs", "job", "environment", "url")).ShouldBe(text);
            Workflow.Evaluate(workflow.Value("jobs", "job", "concurrency", "group")).ShouldBe(text);
            Workflow.Evaluate(workflow.Value("jobs", "job", "services", "db", "env", "TEXT")).ShouldBe(text);
            Workflow.Evaluate(workflow.Value("jobs", "job", "services", "db", "image")).ShouldBe(text);
            workflow.Steps("job").ShouldAllBe(s => !(Workflow.TextOf(s, "run") ?? "").Contains("${{"));
        }));

    [Fact]
    public void A_matrix_value_reads_back_unchanged() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var workflow = new Workflow(Sample.Pipeline(Sample.Job("job", "make") with { Matrix = new Matrix { Axes = [new MatrixAxis("axis", [text, "b"])] } }));
            var values = (YamlDotNet.RepresentationModel.YamlSequenceNode)workflow.Job("job")["strategy"]["matrix"]["axis"];
            Workflow.Evaluate(((YamlDotNet.RepresentationModel.YamlScalarNode)values[0]).Value!).ShouldBe(text);
        }));

    [Fact]
    public void Commands_hand_on_every_argument_through_YAML_and_shell()
    {
        using var machine = new Shell();
        var probe = machine.WriteProgram("probe", "#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
        var texts = Texts.Where(text => !text.Contains('\0')).Sample(120, 8).Concat(Nasty).Prepend("\uFEFFa").ToList();
        var commands = texts.Select((text, at) => Sample.Command($"c{at}", probe, text, "|")).ToList();
        var workflow = new Workflow(Sample.Pipeline(Sample.Job("job") with { Run = commands }));

        var script = string.Concat(workflow.Steps("job").Select(step => Workflow.TextOf(step, "run")).OfType<string>().Select(run => run + "\n"));
        var (code, output, errors) = machine.Run(script);

        code.ShouldBe(0, errors);
        output.ShouldBe(string.Concat(texts.Select(text => text + "\0|\0")));
    }

    [Fact]
    public void A_path_in_a_condition_is_one_word_of_git()
    {
        var paths = new[] { "a b/**", "it's/*", "$(id)", "[x]/?", "-n", "${{ a }}/*" };
        var workflow = new Workflow(Sample.Pipeline(Sample.Job("job", "make") with { When = new Condition { Paths = paths } }));
        var line = workflow.Run("changes", "Compare with the base").Split('\n').Single(l => l.StartsWith("if changed ", StringComparison.Ordinal));
        using var machine = new Shell();
        var words = machine.Run("changed() { printf '%s\\n' \"$@\"; }\n" + line).Output.TrimEnd('\n').Split('\n');
        words.ShouldBe([":(glob)a b/**", ":(glob)it's/*", ":(glob)$(id)", ":(glob)\\[x]/?", ":(glob)-n", ":(glob)${{ a }}/*"]);
        workflow.Text.ShouldNotContain("${{ a }}");
    }

    private static Job Everywhere(string text) => Sample.Job("job", "printf", text) with
    {
        Title = text,
        Env = [new("TEXT", text)],
        Environment = new DeploymentEnvironment(text, false, text),
        Concurrency = new Concurrency(text, false),
        Services = [new Service { Alias = "db", Image = text, Port = 1, Env = new Dictionary<string, string> { ["TEXT"] = text } }],
    };
}
