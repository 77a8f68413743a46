using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The tools that a stage will run, as far as they are known.</summary>
internal static class StageTools
{
    /// <summary>Those of the spec, or the stage's defaults for the stack.</summary>
    public static IReadOnlyList<ToolDefinition> Of(SpecStage stage, SpecProject project, IStageCatalog catalog)
    {
        var defaults = catalog.FindStage(stage.Id.Value)?.DefaultTools;
        var ids = stage.Tools?.Select(t => t.Value)
            ?? defaults?.GetValueOrDefault(project.Stack.Value)
            ?? defaults?.GetValueOrDefault("any")
            ?? [];
        return [.. ids.Select(catalog.FindTool).OfType<ToolDefinition>()];
    }
}
