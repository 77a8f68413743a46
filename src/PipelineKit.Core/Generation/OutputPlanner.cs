using System.Text.Json;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>Compares what shall be with what is, without writing anything.</summary>
public sealed class OutputPlanner(RepositoryRoot root, DiagnosticBag diagnostics)
{
    /// <summary>Plans every file. Files that may not be written are reported and still planned, so that a diff can be shown.</summary>
    /// <param name="files">Files as they shall be.</param>
    /// <param name="lockFile">What was written last, or null.</param>
    /// <param name="force">True: files that are not ours or were edited by hand may be overwritten.</param>
    public IReadOnlyList<PlannedFile> Plan(IReadOnlyList<OutputFile> files, LockFile? lockFile, bool force) =>
        Plan(files, lockFile, force, Journal.Empty, new Dictionary<string, string>());

    internal IReadOnlyList<PlannedFile> Plan(IReadOnlyList<OutputFile> files, LockFile? lockFile, bool force, Journal journal, IReadOnlyDictionary<string, string> bumped)
    {
        OutputCollisions.Report(files.Select(f => f.Path), diagnostics);
        var planned = new List<PlannedFile>(files.Count);
        foreach (var file in files)
        {
            if (root.WhyUnsafe(file.Path) is { } reason)
            {
                diagnostics.Add(OutputDiagnostics.UnsafePath, SourceSpan.WholeFile(file.Path), $"{file.Path} is not written: {reason}");
            }
            else if (file.Ownership == FileOwnership.Generated && root.Holds(file.Path, file.Bytes))
            {
                planned.Add(new PlannedFile(file, FileState.Unchanged, file.Text));
            }
            else if (Read(file.Path, out var current))
            {
                var plan = Plan(file, current, lockFile, journal);

                // Edited, but in nothing else than pins, and those were judged: what was read then must still stand there.
                var isBump = plan.State == FileState.EditedByHand && bumped.GetValueOrDefault(file.Path) == ContentHash.Of(GeneratedHeader.BodyOf(current!));
                planned.Add(isBump ? plan with { State = FileState.Outdated } : plan);
            }
        }

        if (!force)
        {
            planned.ForEach(Refuse);
        }

        ReportOrphans(files, lockFile);
        return planned;
    }

    private PlannedFile Plan(OutputFile file, string? current, LockFile? lockFile, Journal journal) => (file.Ownership, current) switch
    {
        (_, null) => new PlannedFile(file, FileState.New, null),
        (FileOwnership.CreatedOnce, _) => new PlannedFile(Remind(file, current), FileState.Kept, current),
        (FileOwnership.MergedToolManifest, _) => PlanManifest(file, current),
        _ => new PlannedFile(file, StateOf(file, current, lockFile, journal), current),
    };

    private static FileState StateOf(OutputFile file, string current, LockFile? lockFile, Journal journal)
    {
        if (string.Equals(current, file.Text, StringComparison.Ordinal))
        {
            return FileState.Unchanged;
        }

        if (file.Path == LockFile.FilePath)
        {
            return GeneratedHeader.IsIn(current) ? FileState.Outdated : FileState.Foreign;
        }

        var isListed = lockFile?.Outputs.TryGetValue(file.Path, out _) == true;
        var hash = ContentHash.Of(GeneratedHeader.BodyOf(current));
        if (isListed && lockFile!.Outputs[file.Path] == hash)
        {
            return FileState.Outdated;
        }

        // Put in place by a run that was cut off before it wrote the lock file.
        if (GeneratedHeader.IsIn(current) && journal.Knows(file.Path, hash))
        {
            return FileState.Outdated;
        }

        return isListed || GeneratedHeader.IsIn(current) ? FileState.EditedByHand : FileState.Foreign;
    }

    private PlannedFile PlanManifest(OutputFile file, string current)
    {
        try
        {
            var merged = ToolManifestMerge.Merge(current, file.Text);
            return new PlannedFile(file with { Text = merged }, merged == current ? FileState.Kept : FileState.Outdated, current);
        }
        catch (JsonException e)
        {
            diagnostics.Add(
                OutputDiagnostics.ManifestUnreadable,
                SourceSpan.WholeFile(file.Path),
                $"{file.Path} is no tool manifest in plain JSON ({e.Message.Split(". ")[0]})",
                "mend it, or make a new one with `dotnet new tool-manifest -o .config`");
            return new PlannedFile(file, FileState.Kept, current);
        }
    }

    // A file of the user's that must load ours: say the line once, as long as it is missing.
    private OutputFile Remind(OutputFile file, string current)
    {
        var line = file.Text.Split('\n').FirstOrDefault(l => l.StartsWith("#load ", StringComparison.Ordinal));
        if (line is not null && !current.Contains(line["#load ".Length..].Trim('"', '.', '/'), StringComparison.Ordinal))
        {
            diagnostics.Add(OutputDiagnostics.LineToAdd, SourceSpan.WholeFile(file.Path), $"{file.Path} is yours and was left alone", $"add this line to it: {line}");
        }

        return file with { Text = current };
    }

    private void Refuse(PlannedFile planned)
    {
        var path = planned.File.Path;
        if (planned.State == FileState.Foreign)
        {
            diagnostics.Add(
                OutputDiagnostics.ForeignFile,
                SourceSpan.WholeFile(path),
                $"{path} exists and was not made from the spec; nothing was written",
                "choose another path under `outputs:`, move the file away, or overwrite it with --force");
        }
        else if (planned.State == FileState.EditedByHand)
        {
            diagnostics.Add(
                OutputDiagnostics.EditedByHand,
                SourceSpan.WholeFile(path),
                $"{path} was changed by hand since it was generated; nothing was written",
                "put the change into the spec (inputs, a stage of your own, or `patches:`), or drop it with --force; `generate --check` shows the difference");
        }
    }

    private bool Read(string path, out string? text)
    {
        try
        {
            text = root.ReadText(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(OutputDiagnostics.CannotWrite, SourceSpan.WholeFile(path), e.Message);
            text = null;
            return false;
        }
    }

    private void ReportOrphans(IReadOnlyList<OutputFile> files, LockFile? lockFile)
    {
        var paths = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var orphan in (lockFile?.Outputs.Keys ?? []).Where(p => !paths.Contains(p) && root.WhyUnsafe(p) is null && FileReader.Exists(root.FullPath(p))))
        {
            diagnostics.Add(
                OutputDiagnostics.NoLongerGenerated,
                SourceSpan.WholeFile(orphan),
                $"{orphan} was generated before and is not any more; it was left in place",
                orphan.EndsWith(".yml", StringComparison.Ordinal) ? "delete it, or its jobs go on running" : "delete it; nothing reads it any more");
        }
    }
}
