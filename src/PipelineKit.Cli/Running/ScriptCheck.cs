using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Running;

/// <summary>Whether the generated Cake script on disk can be run, and whether it is what the spec says.</summary>
internal static class ScriptCheck
{
    /// <summary>Why nothing can be run, or null.</summary>
    /// <param name="run">A run up to the plan.</param>
    public static string? Problem(GenerateRun run)
    {
        if (!run.Emitted.ContainsKey("cake"))
        {
            return $"{run.SpecFile} has no target `cake`, and only its script runs on this machine\nhint: add `cake` to `targets:` and run `pipelinekit generate`";
        }

        var missing = Files(run).Where(f => f.State == FileState.New).Select(f => f.File.Path).ToList();
        if (missing.Count > 0)
        {
            return $"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} not there\nhint: run `pipelinekit generate`";
        }

        return run.Diagnostics.Sorted().FirstOrDefault(d => d.Descriptor == OutputDiagnostics.LineToAdd) is { } line
            ? $"{line.Primary.File} does not load the generated script\nhint: {line.Hint}"
            : null;
    }

    /// <summary>What differs from the spec without being in the way.</summary>
    public static IEnumerable<string> Warnings(GenerateRun run) => Files(run)
        .Select(f => f.State switch
        {
            FileState.Outdated => $"{f.File.Path} is out of date with {run.SpecFile} and runs as it is; bring it up to date with `pipelinekit generate`",
            FileState.EditedByHand => $"{f.File.Path} was edited by hand and runs as it is, which is not what CI runs; `pipelinekit generate --check` shows the difference",
            FileState.Foreign => $"{f.File.Path} was not made from {run.SpecFile} and runs as it is",
            _ => null,
        })
        .OfType<string>();

    private static IEnumerable<PlannedFile> Files(GenerateRun run)
    {
        var paths = run.Emitted["cake"].Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return run.Planned.Where(p => paths.Contains(p.File.Path));
    }
}
