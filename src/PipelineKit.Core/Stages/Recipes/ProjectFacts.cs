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

    public static ProjectFacts Of(SpecProject project, StackDefinition stack)
    {
        var manager = project.Options.GetValueOrDefault("manager") as string ?? (stack.Locks.Count > 0 ? stack.Locks[0].Key : "");
        return new ProjectFacts
        {
            Stack = stack.Id,
            Recipe = stack.Recipe,
            Manager = manager,
            Lock = stack.Locks.FirstOrDefault(l => l.Key == manager).Value ?? "",
            Versions = PlainValue.Entries(project.Options.GetValueOrDefault("versions")),
            ToolsInLock = project.Options.GetValueOrDefault("tools-in-lock") is { } tools ? PlainValue.Entries(tools) : null,
            Options = project.Options,
        };
    }
}
