using PipelineKit.Core.Resolution;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What is known of a stage before its template runs.</summary>
internal sealed class StageFacts(StageRequest request, StageManifest manifest, ProjectFacts project)
{
    public StageRequest Request => request;

    public StageManifest Manifest => manifest;

    public ProjectFacts Project => project;

    /// <summary>The stage's inputs; those that the spec does not give and that have no default are there with null, so that only a mistyped name is an error.</summary>
    public IReadOnlyDictionary<string, object?> Inputs { get; } = FilledInputs(request, manifest, project.Stack);

    /// <summary>Reports folder of a job of the document, relative to the project.</summary>
    public string ReportsFolder(string job) =>
        $"{request.Spec.ReportsFolder}/{PipelineResolver.JobId(manifest.Id, job, manifest.RepositoryScope ? null : request.Project.Name?.Value)}";

    /// <summary>The axis over which a job is spread, or null.</summary>
    public string? SpreadsOver(ToolJob job) =>
        manifest.SpreadsOverVersions && project.Versions.Count > 1 && job.Toolchains.Values.Contains("versions", StringComparer.Ordinal) ? project.Recipe.Toolchain : null;

    /// <summary>Version of a toolchain as a stage document writes it.</summary>
    public object? VersionOf(KeyValuePair<string, string> toolchain, string? axis)
    {
        if (toolchain.Value != "versions")
        {
            return toolchain.Value;
        }

        return axis is not null
            ? new OrderedDictionary<string, object?> { ["matrix"] = axis }
            : project.Versions.Count > 0 ? project.Versions[^1] : "pinned";
    }

    private static OrderedDictionary<string, object?> FilledInputs(StageRequest request, StageManifest manifest, string stack)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var input in manifest.Inputs)
        {
            result[input.Name] = request.Stage.Inputs.TryGetValue(input.Name, out var given) ? given
                : input.DefaultByStack.TryGetValue(stack, out var own) ? own
                : input.Default;
        }

        result["fail-on"] = request.Stage.FailOn?.Value;
        return result;
    }
}
