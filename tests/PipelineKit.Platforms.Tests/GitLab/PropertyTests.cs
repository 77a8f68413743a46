using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using Shouldly;
using YamlDotNet.RepresentationModel;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Whatever text a spec holds, programs and readers get exactly that text.</summary>
public class PropertyTests
{
    private static readonly string[] Traps = ["", "$HOME", "$$", "${X}", "`id`", "it's", "\"", "\\", "*", "~", "a b", "a\nb", "- x", ": ", "#", "!", "{{", "%VAR%", "-n", "=", "yes", "1e3", "null", "\t", "é\u2028x", "\u0007"];

    private static Arbitrary<string[]> Words()
    {
        var odd = Gen.Elements(Traps);
        var any = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get.Replace("\0", "", StringComparison.Ordinal));
        var word = Gen.OneOf(odd, any, odd.Zip(any).Select(p => p.Item1 + p.Item2));
        return word.Select(Clean).ListOf().Select(list => list.Take(12).ToArray()).ToArbitrary();
    }

    [Fact]
    public void ArgumentsReachTheProgramUnchanged()
    {
        var batch = Gen.Sample(Words().Generator, 60).SelectMany(words => words).Append("end").ToList();
        using var shell = new Shell();
        var emitted = Emitted.From(Job("job", run: Argv("count", ["printf", "%s\\0", .. batch.Select(Value.ToValue)])));

        var script = ((YamlSequenceNode)Read(emitted.Text, "job")["script"]).Select(n => ((YamlScalarNode)n).Value!);
        shell.Run([.. script.Select(line => line + " > out")]).ShouldBe(0, shell.Error);
        Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(shell.Folder, "out"))).TrimEnd('\0').Split('\0').ShouldBe(batch);
    }

    [Fact]
    public void VariablesReadBackUnchangedAndAreNotExpanded()
    {
        foreach (var words in Gen.Sample(Words().Generator, 200))
        {
            var env = words.Select((word, at) => new KeyValuePair<string, Value>($"V{at:d2}", word)).ToList();
            var emitted = Emitted.From(Job("job") with { Env = env });
            if (env.Count == 0)
            {
                continue;
            }

            var variables = (YamlMappingNode)Read(emitted.Text, "job")["variables"];
            foreach (var (name, value) in env)
            {
                var text = ((LiteralValue)value).Text;
                if (text.Contains('$', StringComparison.Ordinal) || text.Contains('%', StringComparison.Ordinal))
                {
                    var map = (YamlMappingNode)variables[name];
                    (((YamlScalarNode)map["value"]).Value, ((YamlScalarNode)map["expand"]).Value).ShouldBe((text, "false"));
                }
                else
                {
                    ((YamlScalarNode)variables[name]).Value.ShouldBe(text);
                }
            }
        }
    }

    [Fact]
    public void PathsNeverBecomeVariables()
    {
        foreach (var word in Gen.Sample(Words().Generator, 200).SelectMany(words => words).Where(word => word.Length > 0))
        {
            var emitted = Emitted.From(Job("job") with { When = new Condition { Paths = [word] } });
            var rules = (YamlSequenceNode)Read(emitted.Text, "job")["rules"];
            var pattern = ((YamlScalarNode)((YamlMappingNode)rules[0])["changes"][0]).Value!;
            pattern.Replace("[$]", "", StringComparison.Ordinal).ShouldNotContain("$");
        }
    }

    // What a file in UTF-8 cannot hold is replaced before it gets this far.
    private static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static YamlMappingNode Read(string text, string job)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode[job];
    }
}
