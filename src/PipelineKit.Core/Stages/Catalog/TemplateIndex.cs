namespace PipelineKit.Core.Stages.Catalog;

/// <summary>What the files of some layers are, by their paths alone: ids of stages, stacks, tools, services and toolchains, each sorted.</summary>
internal sealed class TemplateIndex(IReadOnlyList<string> paths)
{
    /// <summary>Stages that have a manifest.</summary>
    public IReadOnlyList<string> StageIds { get; } = Sorted(paths
        .Where(p => p.StartsWith("stages/", StringComparison.Ordinal) && p.EndsWith("/stage.yml", StringComparison.Ordinal))
        .Select(p => p["stages/".Length..^"/stage.yml".Length]));

    /// <summary>Stacks.</summary>
    public IReadOnlyList<string> StackIds { get; } = Ids(paths, "stacks/");

    /// <summary>Tools.</summary>
    public IReadOnlyList<string> ToolIds { get; } = Ids(paths, "tools/");

    /// <summary>Services.</summary>
    public IReadOnlyList<string> ServiceIds { get; } = Ids(paths, "services/");

    /// <summary>Toolchains.</summary>
    public IReadOnlyList<string> ToolchainIds { get; } = Ids(paths, "toolchains/");

    /// <summary>Stacks that a stage has a template of its own for.</summary>
    public IReadOnlyList<string> StacksOf(string stage) => Sorted(paths
        .Where(p => p.StartsWith($"stages/{stage}/", StringComparison.Ordinal) && p.EndsWith(".sbn", StringComparison.Ordinal))
        .Select(p => Path.GetFileNameWithoutExtension(p))
        .Where(stack => stack != "any"));

    private static IReadOnlyList<string> Ids(IReadOnlyList<string> paths, string folder) => Sorted(paths
        .Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(".yml", StringComparison.Ordinal))
        .Select(p => p[folder.Length..^".yml".Length])
        .Where(id => !id.Contains('/', StringComparison.Ordinal)));

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
