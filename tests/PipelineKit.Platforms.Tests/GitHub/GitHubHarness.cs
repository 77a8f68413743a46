using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>Runs the emitter with the pins that the tests know.</summary>
internal static class GitHubHarness
{
    public static readonly PinTable Pins = new(
        [
            new("actions/checkout", "v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
            new("actions/setup-python", "v7.0.0", "5fda3b95a4ea91299a34e894583c3862153e4b97"),
            new("actions/setup-dotnet", "v6.0.0", "a98b56852c35b8e3190ac28c8c2271da59106c68"),
            new("actions/cache", "v5.0.5", "27d5ce7f107fe9357f9df03efb73ab90386fccae"),
            new("actions/upload-artifact", "v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
            new("actions/download-artifact", "v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
            new("actions/upload-pages-artifact", "v5.0.0", "fc324d3547104276b827a68afc52ff2a11cc49c9"),
            new("actions/deploy-pages", "v5.0.0", "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128"),
            new("github/codeql-action", "v4.36.2", "8aad20d150bbac5944a9f9d289da16a4b0d87c1e"),
            new("astral-sh/setup-uv", "v10.0.1", "20cfd1bf945f4377ade1205e4dbc17946fc9a30d"),
            new("NuGet/login", "v1.2.0", "8d196754b4036150537f80ac539e15c2f1028841"),
        ],
        []);

    public static (YamlMap Tree, IReadOnlyList<Diagnostic> Diagnostics) Emit(Pipeline pipeline)
    {
        var emitter = new GitHubEmitter();
        var diagnostics = new DiagnosticBag();
        var files = emitter.Emit(pipeline, new EmitContext(emitter.DefaultPath, Pins, diagnostics));
        return (files[0].Tree!, diagnostics.Sorted());
    }

    /// <summary>The files beside the workflow that it calls.</summary>
    public static List<EmittedFile> Files(Pipeline pipeline) =>
        [.. new GitHubEmitter().Emit(pipeline, new EmitContext(new GitHubEmitter().DefaultPath, Pins, new DiagnosticBag())).Skip(1)];

    public static string Text(Pipeline pipeline) => YamlWriter.Write(Emit(pipeline).Tree);
}
