using System.Security;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>
/// What the pipeline needs to run PipelineKit itself, where the spec says where it comes from (<c>pipelinekit:</c>): the job that looks for
/// drift, an entry in the tool manifest, and a manifest of its own with a NuGet configuration that knows the named source only. The last two
/// are what CI restores from, so that a package of the same name in another feed is never asked for.
/// </summary>
internal static class OwnTool
{
    /// <summary>The tool manifest that <c>dotnet pipelinekit</c> looks the command up in.</summary>
    public const string ManifestPath = ".config/dotnet-tools.json";

    /// <summary>Package and command, as manifests write it.</summary>
    public const string Id = "pipelinekit";

    private const string DriftStage = "drift";

    /// <summary>
    /// The stage of the first project that every pipeline has which can run PipelineKit; null where it cannot, or where the spec lists one of that
    /// name itself.
    /// </summary>
    public static SpecStage? DriftStageOf(SpecDocument spec)
    {
        if (spec.PipelineKit is null || spec.Projects.Any(p => p.Stages.Any(s => s.Id.Value == DriftStage)))
        {
            return null;
        }

        var span = spec.Source.At("pipelinekit")?.Value.Span ?? SourceSpan.WholeFile(spec.File);
        return new SpecStage { Id = new Spanned<string>(DriftStage, span) };
    }

    /// <summary>The files, without those that a platform emits itself.</summary>
    public static IEnumerable<EmittedFile> Files(ToolSource? source, IReadOnlyCollection<string> emitted)
    {
        if (source is null)
        {
            return [];
        }

        EmittedFile[] files =
        [
            // Not nuget.config: NuGet would find that by itself for every project below .pipelinekit and ask no other feed.
            new() { Path = ".pipelinekit/feed.config", Text = Configuration(source), CommentPrefix = null },
            new() { Path = ".pipelinekit/dotnet-tools.json", Text = Manifest(source), CommentPrefix = null },
            new() { Path = ManifestPath, Text = Manifest(source), Ownership = FileOwnership.MergedToolManifest, CommentPrefix = null },
        ];
        return files.Where(f => !emitted.Contains(f.Path));
    }

    private static string Manifest(ToolSource source) => $$"""
        {
          "version": 1,
          "isRoot": true,
          "tools": {
            "{{Id}}": {
              "version": "{{source.Version}}",
              "commands": [
                "{{Id}}"
              ],
              "rollForward": false
            }
          }
        }

        """;

    // Folders are relative to the configuration file: learn.microsoft.com/nuget/reference/nuget-config-file#packagesources
    private static string Configuration(ToolSource source) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <clear />
            <add key="{Id}" value="{SecurityElement.Escape(source.Source.Contains("://", StringComparison.Ordinal) ? source.Source : $"../{source.Source}")}" />
          </packageSources>
          <fallbackPackageFolders>
            <clear />
          </fallbackPackageFolders>
          <packageSourceMapping>
            <clear />
          </packageSourceMapping>
        </configuration>

        """;
}
