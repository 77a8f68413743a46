using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The tools that a stage will run, as far as they are known.</summary>
internal static class StageTools
{
    /// <summary>Those of the spec, or the stage's defaults for the stack.</summary>
    public static IReadOnlyList<ToolDefinition> Of(SpecStage stage, SpecProject project, IStageCatalog catalog)
    {
        var defaults = catalog.FindStage(stage.Id.Value)?.DefaultTools;
        var stack = catalog.FindStack(project.Stack.Value);
        var manager = project.Options.GetValueOrDefault("manager") as string ?? (stack?.Locks.Count > 0 ? stack.Locks[0].Key : "");
        var ids = stage.Tools?.Select(t => t.Value)
            ?? defaults?.GetValueOrDefault($"{project.Stack.Value}/{manager}")
            ?? defaults?.GetValueOrDefault(project.Stack.Value)
            ?? stack?.DefaultTools.GetValueOrDefault(stage.Id.Value)
            ?? defaults?.GetValueOrDefault("any")
            ?? [];
        return [.. ids.Select(catalog.FindTool).OfType<ToolDefinition>()];
    }
}
