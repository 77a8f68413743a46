using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitLab;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>What the emitter made of a pipeline.</summary>
internal sealed record Emitted(string Text, YamlMap Tree, IReadOnlyList<Diagnostic> Diagnostics)
{
    public IEnumerable<string> Codes => Diagnostics.Select(d => d.Descriptor.Code);

    public static Emitted From(Pipeline pipeline)
    {
        var bag = new DiagnosticBag();
        var emitter = new GitLabEmitter();
        var file = emitter.Emit(pipeline, new EmitContext(emitter.DefaultPath, new PinTable([], new Dictionary<string, string>()), bag)).Single();
        return new Emitted(YamlWriter.Write(file.Tree!), file.Tree!, bag.Sorted());
    }

    public static Emitted From(params Job[] jobs) => From(Build.Pipeline(jobs));

    public YamlMap Job(string id) => (YamlMap)Tree[id];

    public IReadOnlyList<string> Lines(string job, string key) =>
        Job(job).Find(key) is YamlList list ? [.. list.Items.Cast<YamlScalar>().Select(s => s.Value)] : [];

    public string? Value(string job, params string[] path)
    {
        YamlNode? node = Job(job);
        foreach (var key in path)
        {
            node = (node as YamlMap)?.Find(key);
        }

        return (node as YamlScalar)?.Value;
    }
}
