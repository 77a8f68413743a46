using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs.Rules;
using PipelineKit.Core.Resolution;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>From the spec to the files: the table of contents of the program.</summary>
public static class GeneratePipeline
{
    /// <summary>What to do where there is no spec.</summary>
    public const string HowToMakeASpec = "`pipelinekit init` looks at the repository and writes it";

    /// <summary>All steps in order. A command runs them up to the one it needs.</summary>
    public static IReadOnlyList<GenerateStep> Steps { get; } =
    [
        new(GenerateStepKind.Read, Read),
        new(GenerateStepKind.Packs, PackStep.Run),
        new(GenerateStepKind.Validate, Validate),
        new(GenerateStepKind.RenderStages, RenderStages),
        new(GenerateStepKind.Resolve, Resolve),
        new(GenerateStepKind.Emit, EmitStep.Run),
        new(GenerateStepKind.Adopt, AdoptStep.Run),
        new(GenerateStepKind.Plan, PlanStep.Run),
        new(GenerateStepKind.Write, Write),
    ];

    /// <summary>Runs the steps up to and including <paramref name="last"/>, or until one leaves errors. True when there were none.</summary>
    public static bool Run(GenerateRun run, GenerateStepKind last)
    {
        try
        {
            foreach (var step in Steps.TakeWhile(s => s.Kind <= last))
            {
                step.Run(run);
                if (run.Diagnostics.HasErrors)
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            run.Held?.Dispose();
            run.Held = null;
        }
    }

    /// <summary>For commands that end before the plan: says what an interrupted run left beside the outputs, and leaves it there.</summary>
    public static void TellInterrupted(GenerateRun run) => InterruptedRun.Of(run.Root, run.Outputs).Tell(run.Diagnostics);

    /// <summary>From the valid spec to the files, for a run with other pins.</summary>
    internal static void Make(GenerateRun run)
    {
        foreach (var step in Steps.Where(s => s.Kind is >= GenerateStepKind.RenderStages and <= GenerateStepKind.Emit).TakeWhile(_ => !run.Diagnostics.HasErrors))
        {
            step.Run(run);
        }
    }

    private static void Read(GenerateRun run)
    {
        var path = run.Root.FullPath(run.SpecFile);
        run.Source = SourceText.ReadFile(path, run.SpecFile, run.Diagnostics, HowToMakeASpec) is { } text ? YamlReader.Read(text, run.SpecFile, run.Diagnostics) : null;
        if (run.Source is not null)
        {
            run.SpecText = run.Root.ReadText(run.SpecFile);
        }
    }

    private static void Validate(GenerateRun run)
    {
        run.ReportUnreadFiles();
        run.Spec = SpecLoader.Load(
            run.Source!,
            new SpecOptions
            {
                File = run.SpecFile,
                FolderName = DefaultName(run.Root),
                ToolVersion = run.ToolVersion,
                Packs = run.Packs,
                Targets = [.. run.Emitters.Select(e => e.Id)],
                DefaultOutputs = run.Emitters.ToDictionary(e => e.Id, e => e.DefaultPath, StringComparer.Ordinal),
            },
            run.Catalog,
            run.Diagnostics);
        if (run.Spec is { } spec && run.Packs.Packs.Count > 0)
        {
            PackRules.Check(run.Packs, spec, (StageCatalog)run.Catalog, run.Today, run.Diagnostics);
        }

        PinLayers.Apply(run);
    }

    private static void RenderStages(GenerateRun run)
    {
        var rendered = new List<RenderedStage>();
        var repositoryWide = new HashSet<string>(StringComparer.Ordinal);
        void Render(SpecProject project, SpecStage stage)
        {
            var manifest = stage.Inline is null ? run.Catalog.FindStage(stage.Id.Value) : null;
            if ((manifest?.RepositoryScope != true || repositoryWide.Add(stage.Id.Value))
                && run.Renderer.Render(new StageRequest(run.Spec!, project, stage), run.Diagnostics) is { } document)
            {
                rendered.Add(new RenderedStage(project, stage, manifest, document));
            }
        }

        foreach (var project in run.Spec!.Projects)
        {
            foreach (var stage in project.Stages)
            {
                Render(project, stage);
            }
        }

        if (OwnTool.DriftStageOf(run.Spec) is { } drift)
        {
            Render(run.Spec.Projects[0], drift);
        }

        run.Stages = rendered;
    }

    private static void Resolve(GenerateRun run) =>
        run.Pipeline = new PipelineResolver(run.Catalog).Resolve(run.Spec!, run.Stages, run.Diagnostics);

    private static void Write(GenerateRun run)
    {
        try
        {
            new OutputWriter(run.Root).Write(run.Planned, run.Interrupted!.Journal);
        }
        catch (OutputWriteException e)
        {
            Report(run, $"the files cannot be written: {e.Message}");
            return;
        }

        try
        {
            run.Interrupted.Clear(run.Root, run.Diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(run, $"all files are written, but what an interrupted run left cannot be removed: {e.Message}");
        }
    }

    private static void Report(GenerateRun run, string message) => run.Diagnostics.Add(
        OutputDiagnostics.CannotWrite, SourceSpan.WholeFile(run.SpecFile), message, "check the folder's permissions and free space");

    private static string DefaultName(RepositoryRoot root) => Path.GetFileName(root.Folder) is { Length: > 0 } name ? name : "pipeline";
}
