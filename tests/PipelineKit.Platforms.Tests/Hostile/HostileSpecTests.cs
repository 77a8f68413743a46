using System.Globalization;
using System.Text;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Platforms.Tests.GitLab;
using Shouldly;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Platforms.Tests.Hostile;

/// <summary>
/// Generated specs that try to break out of their places. Each is either refused with diagnostics that show no hidden character, or every output
/// reads back as what the spec says: the same jobs, the same arguments in a real shell, the same variables. 500 of them, or PIPELINEKIT_HOSTILE, from
/// the seed PIPELINEKIT_SEED on; a failure names the seed of its spec.
/// </summary>
public sealed class HostileSpecTests
{
    private static readonly HashSet<string> OwnGitHub = new(StringComparer.Ordinal) { "quality-gate", "changes", "code-scanning" };
    private static readonly HashSet<string> OwnGitLab = new(StringComparer.Ordinal) { "quality-gate", "workflow", "stages", "default" };
    private static readonly BuiltInTemplates Templates = new();

    [Fact]
    public void Nothing_breaks_out_of_its_place()
    {
        var (count, first) = (Setting("PIPELINEKIT_HOSTILE", 500), Setting("PIPELINEKIT_SEED", 20));
        var folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;
        var taken = 0;
        try
        {
            for (var seed = first; seed < first + count; seed++)
            {
                taken += Check(seed, folder) ? 1 : 0;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // Neither all refused nor all taken: both halves of the claim are looked at.
        taken.ShouldBeInRange(count / 10, count * 9 / 10);
    }

    private static bool Check(int seed, string folder)
    {
        var spec = new HostileSpec(seed);
        var where = $"seed {seed}\n{spec.Text}";
        File.WriteAllText(Path.Combine(folder, "pipelinekit.yml"), spec.Text);
        var run = Generate(folder);
        foreach (var diagnostic in run.Diagnostics.Sorted())
        {
            HiddenText.IsIn(diagnostic.Message + diagnostic.Hint).ShouldBeFalse($"{where}\n{diagnostic.Message}");
        }

        if (run.Diagnostics.HasErrors)
        {
            return false;
        }

        foreach (var output in run.Outputs.Where(o => o.Ownership == FileOwnership.Generated))
        {
            output.Text.Split('\n').ShouldAllBe(line => !HiddenText.IsIn(line), $"{where}\n{output.Path}");
        }

        CheckGitHub(spec, Text(run, ".github/workflows/ci.yml"), where);
        CheckGitLab(spec, Text(run, ".gitlab-ci.yml"), where);
        return true;
    }

    private static void CheckGitHub(HostileSpec spec, string text, string where)
    {
        var jobs = (YamlMappingNode)Load(text)["jobs"];
        Keys(jobs).Except(OwnGitHub).Order(StringComparer.Ordinal).ShouldBe(spec.Commands.Keys.Order(StringComparer.Ordinal), where);
        foreach (var (id, commands) in spec.Commands)
        {
            var job = (YamlMappingNode)jobs[id];
            var env = job.Children.TryGetValue(new YamlScalarNode("env"), out var map) ? Scalars(map) : [];
            env = env.ToDictionary(e => e.Key, e => e.Value.Replace("${{ '${{' }}", "${{", StringComparison.Ordinal), StringComparer.Ordinal);
            spec.Env[id].ShouldAllBe(e => env.GetValueOrDefault(e.Key) == e.Value, where);
            var lines = ((YamlSequenceNode)job["steps"]).Children.OfType<YamlMappingNode>()
                .Where(step => step.Children.ContainsKey(new YamlScalarNode("run"))).Select(step => ((YamlScalarNode)step["run"]).Value!).ToList();
            lines.ShouldAllBe(line => !line.Contains("${{", StringComparison.Ordinal), where);
            ShouldReach(lines.Where(line => line.Contains("probe", StringComparison.Ordinal)), commands, where);
        }
    }

    private static void CheckGitLab(HostileSpec spec, string text, string where)
    {
        var root = Load(text);
        Keys(root).Except(OwnGitLab).Order(StringComparer.Ordinal).ShouldBe(spec.Commands.Keys.Order(StringComparer.Ordinal), where);
        foreach (var (id, commands) in spec.Commands)
        {
            var job = (YamlMappingNode)root[id];
            foreach (var (name, value) in spec.Env[id])
            {
                var node = job["variables"][name];
                (node is YamlMappingNode ? ((YamlScalarNode)node["value"]).Value : ((YamlScalarNode)node).Value).ShouldBe(value, where);
                if (value.Contains('$', StringComparison.Ordinal) || value.Contains('%', StringComparison.Ordinal))
                {
                    ((YamlScalarNode)node["expand"]).Value.ShouldBe("false", where);
                }
            }

            // The probe leaves no report: what looks for one is no command of the spec.
            ShouldReach(((YamlSequenceNode)job["script"]).Select(n => ((YamlScalarNode)n).Value!).Where(line => !line.StartsWith("ls -d ", StringComparison.Ordinal)), commands, where);
        }
    }

    // A real shell runs the lines; the program writes down what it got.
    private static void ShouldReach(IEnumerable<string> lines, List<string[]> commands, string where)
    {
        using var shell = new Shell();
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(shell.Folder, "bin")).FullName, "probe");
        File.WriteAllText(program, "#!/bin/sh\nprintf '%s\\0' \"$#\" \"$@\" >> \"$TRACE\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        shell.Run(lines).ShouldBe(0, $"{where}\n{shell.Error}");
        var got = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(shell.Folder, "trace"))).TrimEnd('\0').Split('\0');
        var wanted = commands.SelectMany(c => c[1..].Prepend((c.Length - 1).ToString(CultureInfo.InvariantCulture)));
        string.Join('\0', got).ShouldBe(string.Join('\0', wanted).TrimEnd('\0'), where);
    }

    private static GenerateRun Generate(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = StageCatalog.ForRepository(Templates, folder, diagnostics);
        var run = new GenerateRun
        {
            Root = new RepositoryRoot(folder),
            Diagnostics = diagnostics,
            ToolVersion = "0.1.0",
            Catalog = catalog,
            Renderer = new StageRenderer(catalog),
            Emitters = PlatformEmitters.All,
        };
        GeneratePipeline.Run(run, GenerateStepKind.Emit);
        return run;
    }

    private static string Text(GenerateRun run, string path) => run.Outputs.Single(o => o.Path == path).Text;

    private static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static IEnumerable<string> Keys(YamlMappingNode map) => map.Children.Keys.Select(k => ((YamlScalarNode)k).Value!);

    private static Dictionary<string, string> Scalars(YamlNode node) =>
        ((YamlMappingNode)node).Children.ToDictionary(e => ((YamlScalarNode)e.Key).Value!, e => ((YamlScalarNode)e.Value).Value!, StringComparer.Ordinal);

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
