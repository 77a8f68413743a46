using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads <c>stage.yml</c>.</summary>
internal static class ManifestReader
{
    public static StageManifest? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a stage manifest", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var manifest = new StageManifest
        {
            Id = id,
            Title = map.RequiredText("title"),
            Summary = map.RequiredText("summary"),
            Phase = map.Required("phase") is { } phase ? Phases.Read(phase, diagnostics) ?? Phase.Check : Phase.Check,
            Aliases = map.Texts("aliases"),
            RepositoryScope = map.Word("scope", "project", "repository") == "repository",
            SpreadsOverVersions = map.Flag("spread-over-versions") ?? false,
            IsSecurity = map.Flag("security") ?? false,
            Timeout = map.Node("timeout") is { } limit && Scalars.Duration(limit, "\"timeout\"", diagnostics) is not null ? map.Text("timeout") : null,
            Inputs = InputReader.ReadAll(map, "inputs"),
            DefaultTools = map.ListMap("default-tools"),
            Markers = map.ListMap("markers"),
        };
        map.Finish();
        return manifest;
    }
}
