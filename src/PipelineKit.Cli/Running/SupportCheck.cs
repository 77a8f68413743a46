using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Running;

/// <summary>What is worth telling about the files that stages read.</summary>
internal static class SupportCheck
{
    /// <summary>Why nothing can run, or null.</summary>
    public static string? Problem(SupportPlan plan) => plan.Problems.Count == 0
        ? null
        : string.Join('\n', plan.Problems.Select(p => $"{p.Primary.File} is needed by a stage and cannot be there: {p.Message} ({p.Descriptor.Code})"));

    /// <summary>Files that are not what the spec says and are used all the same.</summary>
    public static IEnumerable<string> Warnings(SupportPlan plan, string specFile) => plan.Files
        .Select(f => f.State switch
        {
            FileState.EditedByHand => $"{f.File.Path} was edited by hand and is used as it is; `pipelinekit generate --check` shows the difference",
            FileState.Foreign => $"{f.File.Path} was not made from {specFile} and is used as it is",
            _ => null,
        })
        .OfType<string>();
}
