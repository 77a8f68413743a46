using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>What the resolution of tools needs to know of a project.</summary>
internal sealed record ProjectFacts
{
    public required string Stack { get; init; }

    public required StackRecipe Recipe { get; init; }

    /// <summary>Package manager.</summary>
    public required string Manager { get; init; }

    public required string Lock { get; init; }

    /// <summary>Versions of the stack's toolchain; the last one is used by stages that are not spread.</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    /// <summary>Tools that stand in the project's lock file, or null when the spec does not say.</summary>
    public IReadOnlyList<string>? ToolsInLock { get; init; }

    public required IReadOnlyDictionary<string, object?> Options { get; init; }

    /// <summary>What is always true of the package manager.</summary>
    public ManagerData ManagerData => Recipe.Managers.TryGetValue(Manager, out var manager) ? manager : new ManagerData();

    /// <summary>Options that the stage at hand gives for itself are among <see cref="Options"/>.</summary>
    public bool HasStageOptions { get; init; }

    /// <summary>The facts of a project, as one of its stages sees them.</summary>
    public static ProjectFacts Of(SpecProject project, StackDefinition stack, SpecStage stage)
    {
        var options = Overlay(project.Options, stage.Options);
        var manager = options.GetValueOrDefault("manager") as string ?? (stack.Locks.Count > 0 ? stack.Locks[0].Key : "");
        return new ProjectFacts
        {
            Stack = stack.Id,
            Recipe = stack.Recipe,
            Manager = manager,
            Lock = stack.Locks.FirstOrDefault(l => l.Key == manager).Value ?? "",
            Versions = PlainValue.Entries(options.GetValueOrDefault("versions")),
            ToolsInLock = options.GetValueOrDefault("tools-in-lock") is { } tools ? PlainValue.Entries(tools) : null,
            Options = options,
            HasStageOptions = stage.Options.Count > 0,
        };
    }

    private static IReadOnlyDictionary<string, object?> Overlay(IReadOnlyDictionary<string, object?> project, IReadOnlyDictionary<string, object?> stage)
    {
        if (stage.Count == 0)
        {
            return project;
        }

        var result = new OrderedDictionary<string, object?>(project, StringComparer.Ordinal);
        foreach (var (name, value) in stage)
        {
            result[name] = value;
        }

        return result;
    }
}
