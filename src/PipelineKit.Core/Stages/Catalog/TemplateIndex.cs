namespace PipelineKit.Core.Stages.Catalog;

/// <summary>What the files of some layers are, by their paths alone: ids of stages, stacks, tools, services and toolchains, each sorted.</summary>
internal sealed class TemplateIndex(IReadOnlyList<string> paths)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _templates = Templates(paths);

    /// <summary>Stages that have a manifest.</summary>
    public IReadOnlyList<string> StageIds { get; } = Sorted(paths
        .Where(p => p.StartsWith("stages/", StringComparison.Ordinal) && p.EndsWith("/stage.yml", StringComparison.Ordinal))
        .Select(p => p["stages/".Length..^"/stage.yml".Length]));

    /// <summary>Stacks.</summary>
    public IReadOnlyList<string> StackIds { get; } = Sorted(paths
        .Where(p => p.StartsWith("stacks/", StringComparison.Ordinal) && p.EndsWith("/stack.yml", StringComparison.Ordinal))
        .Select(p => p["stacks/".Length..^"/stack.yml".Length]));

    /// <summary>Tools.</summary>
    public IReadOnlyList<string> ToolIds { get; } = Ids(paths, "tools/");

    /// <summary>Services.</summary>
    public IReadOnlyList<string> ServiceIds { get; } = Ids(paths, "services/");

    /// <summary>Toolchains.</summary>
    public IReadOnlyList<string> ToolchainIds { get; } = Ids(paths, "toolchains/");

    /// <summary>Names of the templates of a stage: of layouts (a stack, or <c>any</c>) and of tools.</summary>
    public IReadOnlyList<string> TemplatesOf(string stage) => _templates.GetValueOrDefault(stage) ?? [];

    /// <summary>Stages that have a template of a name, for a tool those that it serves.</summary>
    public IReadOnlyList<string> StagesWith(string template) =>
        [.. StageIds.Where(stage => TemplatesOf(stage).Contains(template, StringComparer.Ordinal))];

    private static Dictionary<string, IReadOnlyList<string>> Templates(IEnumerable<string> paths) => paths
        .Where(p => p.StartsWith("stages/", StringComparison.Ordinal) && p.EndsWith(".sbn", StringComparison.Ordinal))
        .Select(p => p.Split('/'))
        .Where(parts => parts.Length == 3)
        .GroupBy(parts => parts[1], parts => parts[2][..^".sbn".Length], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => Sorted(g), StringComparer.Ordinal);

    private static IReadOnlyList<string> Ids(IReadOnlyList<string> paths, string folder) => Sorted(paths
        .Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(".yml", StringComparison.Ordinal))
        .Select(p => p[folder.Length..^".yml".Length])
        .Where(id => !id.Contains('/', StringComparison.Ordinal)));

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
