using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Forgejo;
using PipelineKit.Platforms.Tests.GitHub;

namespace PipelineKit.Platforms.Tests.Forgejo;

/// <summary>Runs the emitter with the pins that the tests know.</summary>
internal static class ForgejoHarness
{
    public static ForgejoEmitter Emitter { get; } = new();

    public static (YamlMap Tree, IReadOnlyList<Diagnostic> Diagnostics) Emit(Pipeline pipeline)
    {
        var diagnostics = new DiagnosticBag();
        var files = Emitter.Emit(pipeline, new EmitContext(Emitter.DefaultPath, GitHubHarness.Pins, diagnostics));
        return (files.Single().Tree!, diagnostics.Sorted());
    }

    public static string Text(Pipeline pipeline) => YamlWriter.Write(Emit(pipeline).Tree);
}
