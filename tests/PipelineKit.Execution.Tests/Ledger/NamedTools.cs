using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Platforms;

namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>A tool that a stage of a stack uses; <see cref="None"/> where the stage needs none.</summary>
internal sealed record ToolUse(string Stage, string Stack, string Tool)
{
    public const string None = "";
}

/// <summary>Finds out which tools the spec of a repository names for each of its stages, by rendering each with a stage library of its own.</summary>
internal static class NamedTools
{
    private static readonly BuiltInTemplates BuiltIn = new();

    /// <summary>The uses, sorted; those of stages and tools of the repository itself are left out.</summary>
    public static IReadOnlyList<ToolUse> Of(string folder)
    {
        var run = Open(folder);
        GeneratePipeline.Run(run, GenerateStepKind.RenderStages).ShouldBeTrue(folder);
        var uses = new HashSet<ToolUse>();
        foreach (var stage in run.Stages.Where(s => s.Manifest is not null))
        {
            var own = Open(folder);
            new StageRenderer((StageCatalog)own.Catalog).Render(new StageRequest(run.Spec!, stage.Project, stage.Stage), own.Diagnostics);
            var tools = own.Catalog.UsedFiles.Keys.Where(k => k.StartsWith("tools/", StringComparison.Ordinal)).Select(k => Path.GetFileNameWithoutExtension(k))
                .Where(t => own.Catalog.FindTool(t)!.Stages.Contains(stage.Manifest!.Id)).ToList();
            uses.UnionWith((tools.Count > 0 ? tools : [ToolUse.None]).Select(t => new ToolUse(stage.Manifest!.Id, stage.Project.Stack.Value, t)));
        }

        return [.. uses.OrderBy(u => u.Stage, StringComparer.Ordinal).ThenBy(u => u.Tool, StringComparer.Ordinal)];
    }

    private static GenerateRun Open(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = StageCatalog.ForRepository(BuiltIn, folder, diagnostics);
        return new GenerateRun
        {
            Root = new RepositoryRoot(folder),
            ToolVersion = "0.1.0",
            Catalog = catalog,
            Renderer = new StageRenderer(catalog),
            Emitters = PlatformEmitters.All,
            Diagnostics = diagnostics,
        };
    }
}
