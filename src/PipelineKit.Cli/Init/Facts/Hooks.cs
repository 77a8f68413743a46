using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Init.Facts;

/// <summary>A hook of <c>.pre-commit-config.yaml</c>.</summary>
/// <param name="Id">Hook id.</param>
/// <param name="Revision">Version of its repository without a leading <c>v</c>; empty for local hooks.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Hook(string Id, string Revision, Place Place);

/// <summary>The hooks of pre-commit (https://pre-commit.com/#adding-pre-commit-plugins-to-your-project).</summary>
internal static class Hooks
{
    private const string File = ".pre-commit-config.yaml";

    public static IReadOnlyList<Hook> Of(RepositoryScan scan)
    {
        if (scan.Read(File) is not { } text || YamlReader.Read(text, File, new DiagnosticBag()) is not SourceMap root)
        {
            return [];
        }

        var hooks = new List<Hook>();
        foreach (var repository in ((root.Find("repos")?.Value as SourceList)?.Items ?? []).OfType<SourceMap>())
        {
            var revision = (repository.Find("rev")?.Value as SourceScalar)?.Value.TrimStart('v') ?? "";
            hooks.AddRange(((repository.Find("hooks")?.Value as SourceList)?.Items ?? []).OfType<SourceMap>()
                .Where(h => h.Find("id")?.Value is SourceScalar)
                .Select(h => new Hook(((SourceScalar)h.Find("id")!.Value).Value, revision, new Place(File, h.Span.Line))));
        }

        return hooks;
    }
}
