using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Tells what has to be set on the platform because no file can say it, each thing once.</summary>
internal static class SetupNotices
{
    public static void Report(Pipeline pipeline, EmitContext context, WorkflowDialect dialect)
    {
        foreach (var notice in dialect.Setup.Describe(pipeline))
        {
            context.Diagnostics.Add(PlatformDiagnostics.PlatformSetting, SourceSpan.WholeFile(pipeline.SpecFile), $"{dialect.Title}: {notice}");
        }
    }
}
