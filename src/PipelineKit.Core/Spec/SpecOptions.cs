using PipelineKit.Core.Packs;

namespace PipelineKit.Core.Spec;

/// <summary>What the reader of a spec must know about the program and the repository.</summary>
public sealed record SpecOptions
{
    /// <summary>Path of the spec relative to the repository root.</summary>
    public string File { get; init; } = "pipelinekit.yml";

    /// <summary>Name of the repository's folder: the pipeline's name when the spec gives none.</summary>
    public string FolderName { get; init; } = "repository";

    /// <summary>Version of this program, compared with the spec's <c>requires</c>.</summary>
    public string ToolVersion { get; init; } = "0.1.0";

    /// <summary>Packs whose defaults lie below the spec.</summary>
    public PackSet Packs { get; init; } = PackSet.None;

    /// <summary>Ids of the platforms that can be written.</summary>
    public IReadOnlyList<string> Targets { get; init; } = ["cake", "forgejo", "github", "gitlab"];

    /// <summary>Path of the main file by platform, for the check that no two outputs collide.</summary>
    public IReadOnlyDictionary<string, string> DefaultOutputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cake"] = "pipelinekit.cake",
        ["forgejo"] = ".forgejo/workflows/ci.yml",
        ["github"] = ".github/workflows/ci.yml",
        ["gitlab"] = ".gitlab-ci.yml",
    };
}
