using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages;

/// <summary>
/// The stage library as the rest of the program sees it: built-in templates, shadowed by the repository's <c>.pipelinekit/stages/</c> and by packs.
/// Files are read and parsed on first use, so that a command pays only for what it needs; names are known without parsing.
/// </summary>
public interface IStageCatalog
{
    /// <summary>Ids of all stages, sorted.</summary>
    IReadOnlyList<string> StageIds { get; }

    /// <summary>Ids of all stacks, sorted.</summary>
    IReadOnlyList<string> StackIds { get; }

    /// <summary>Ids of all tools, sorted.</summary>
    IReadOnlyList<string> ToolIds { get; }

    /// <summary>Ids of all services, sorted.</summary>
    IReadOnlyList<string> ServiceIds { get; }

    /// <summary>Commits of actions and versions of tools: those of the layers of the library, or what a run has put over them.</summary>
    PinTable Pins { get; set; }

    /// <summary>True for the name, without a tag, of an image that <c>pins:</c> may call by it.</summary>
    bool IsImage(string id) => id == "busybox" || ServiceIds.Contains(id, StringComparer.Ordinal);

    /// <summary>Templates and data files read so far, by name below <c>templates/</c>, with the hash of <see cref="Generation.ContentHash"/>; for the lock file.</summary>
    IReadOnlyDictionary<string, string> UsedFiles { get; }

    /// <summary>A stage by id or alias, or null.</summary>
    StageManifest? FindStage(string idOrAlias);

    /// <summary>True when a stage can run for a stack: by a layout, a default tool, or a tool that has a template in it.</summary>
    bool ServesStack(StageManifest manifest, string stack);

    /// <summary>A stack, or null.</summary>
    StackDefinition? FindStack(string id);

    /// <summary>A tool, or null.</summary>
    ToolDefinition? FindTool(string id);

    /// <summary>Where the versions of a pinned tool or toolchain are published, or null where that is not known.</summary>
    PinPackage? FindPackage(string id) => FindTool(id) is { Package.Length: > 0 } tool ? new PinPackage(tool.Registry, tool.Package) : null;

    /// <summary>A toolchain, or null.</summary>
    ToolchainDefinition? FindToolchain(string id);

    /// <summary>A service, or null.</summary>
    ServiceDefinition? FindService(string id);

    /// <summary>A registry, or null.</summary>
    RegistryDefinition? FindRegistry(string id);
}

/// <summary>Where versions are published.</summary>
/// <param name="Registry"><c>npm</c>, <c>pypi</c>, <c>nuget</c>, or <c>git</c> for the tags of a repository on GitHub.</param>
/// <param name="Package">Name of the package there, or OWNER/NAME.</param>
public sealed record PinPackage(string Registry, string Package);
