using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>The step that compares with the disk. A run that will write does so under the lock, so that what it saw is still true when it writes.</summary>
internal static class PlanStep
{
    public static void Run(GenerateRun run)
    {
        var outputs = run.Outputs;
        if (!run.Writes)
        {
            Look(run, outputs, run.Diagnostics);
            run.Interrupted!.Tell(run.Diagnostics);
            return;
        }

        // Where nothing is to do nobody has to wait, and a repository that cannot be written is no problem.
        var first = new DiagnosticBag();
        Look(run, outputs, first);
        if (!first.HasErrors && !run.Interrupted!.IsThere && !FileReader.Exists(run.Root.FullPath(WriterLock.FilePath)) && !run.Planned.Any(p => p.Changes))
        {
            first.Sorted().ToList().ForEach(run.Diagnostics.Add);
            return;
        }

        run.Held = OutputWriter.TryLock(run.Root, out var owner);
        if (owner is not null)
        {
            run.Diagnostics.Add(
                OutputDiagnostics.WriterBusy,
                SourceSpan.WholeFile(WriterLock.FilePath),
                $"another run is writing here and did not finish within {MessageText.Number(WriterLock.Patience.TotalSeconds)} seconds ({owner}); nothing was written",
                "try again; the lock of a process that is gone is taken over by itself");
            return;
        }

        Look(run, outputs, run.Diagnostics);
    }

    private static void Look(GenerateRun run, IReadOnlyList<OutputFile> outputs, DiagnosticBag diagnostics)
    {
        var next = LockStep.Make(run, outputs);
        var file = LockStep.File(run, next);
        run.Interrupted = InterruptedRun.Of(run.Root, [.. outputs, file]);
        if (!AreSafe(run, diagnostics) || !TryReadLock(run.Root, file, next, diagnostics, out var lockFile))
        {
            return;
        }

        if (lockFile is not null && lockFile != next)
        {
            file = LockStep.File(run, LockStep.KeepTool(next, lockFile));
        }

        run.Outputs = [.. outputs, file];
        run.Planned = new OutputPlanner(run.Root, diagnostics).Plan(run.Outputs, lockFile, run.Force, run.Interrupted.Journal, run.Pins.Bumped);
        if (run.Pins.Adopted.Count > 0)
        {
            run.Planned = [.. run.Planned.Select(p => p with { WaitsForPins = p.Changes && AdoptStep.IsMeanwhile(run, p) })];
        }
    }

    // Before anything is read from there or done because of it.
    private static bool AreSafe(GenerateRun run, DiagnosticBag diagnostics)
    {
        string[] own = run.Writes ? [LockFile.FilePath, Journal.FilePath, WriterLock.FilePath] : [LockFile.FilePath];
        var safe = true;
        foreach (var path in own)
        {
            if (run.Root.WhyUnsafe(path) is { } reason)
            {
                diagnostics.Add(OutputDiagnostics.UnsafePath, SourceSpan.WholeFile(path), $"{path} is not written: {reason}");
                safe = false;
            }
        }

        return safe;
    }

    private static bool TryReadLock(RepositoryRoot root, OutputFile file, LockFile next, DiagnosticBag diagnostics, out LockFile? lockFile)
    {
        lockFile = null;
        string? text;
        try
        {
            text = root.ReadText(LockFile.FilePath);
        }
        catch (IOException e)
        {
            diagnostics.Add(OutputDiagnostics.CannotWrite, SourceSpan.WholeFile(LockFile.FilePath), e.Message);
            return false;
        }

        lockFile = text is null ? null : text == file.Text ? next : LockFile.Parse(text);
        if (text is not null && lockFile is null)
        {
            diagnostics.Add(
                OutputDiagnostics.LockUnreadable,
                SourceSpan.WholeFile(LockFile.FilePath),
                $"{LockFile.FilePath} cannot be understood, so files edited by hand cannot be told apart",
                "restore it from version control, or delete it and run again with --force");
        }

        return text is null || lockFile is not null;
    }
}
