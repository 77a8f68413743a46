using PipelineKit.Cli.Commands;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Fleet;

/// <summary>Looks at the repositories of a fleet, several at once; what they share (templates, packs, rendered documents) is read once.</summary>
internal sealed class FleetSurvey(Workspaces workspaces, string root)
{
    private static readonly HashSet<DiagnosticDescriptor> Rules =
    [
        PackDiagnostics.Required, PackDiagnostics.Minimum, PackDiagnostics.FailOn, PackDiagnostics.Allow,
        PackDiagnostics.Forbidden, PackDiagnostics.Locked, PackDiagnostics.Shadowed, PackDiagnostics.Patched,
    ];

    /// <summary>Rows in the order of the folders.</summary>
    public IReadOnlyList<FleetRow> Look(IReadOnlyList<string> folders, Action<int> progress)
    {
        var rows = new FleetRow[folders.Count];
        var done = 0;
        Parallel.For(0, folders.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            rows[i] = Look(folders[i]);
            progress(Interlocked.Increment(ref done));
        });
        return rows;
    }

    /// <summary>The state of one repository. Files that were edited by hand are a finding here and no error.</summary>
    public FleetRow Look(string folder)
    {
        var run = Plan(folder);
        var problems = run.Diagnostics.Sorted();
        var errors = problems.Where(d => d.Descriptor.Severity == Severity.Error).ToList();
        var lockFile = Lock(run);
        var broken = errors.Where(d => Rules.Contains(d.Descriptor)).Select(Line).ToList();
        var changed = errors.Any(d => d.Descriptor == PackDiagnostics.Changed);
        var drift = errors.Count > 0 ? [] : Drift(run, lockFile);
        return new FleetRow
        {
            Folder = folder,
            Name = run.Spec?.Name.Value ?? NameOf(folder),
            State = errors.Count > broken.Count && !changed ? FleetState.Error
                : broken.Count > 0 ? FleetState.RuleBroken
                : changed ? FleetState.PackChanged
                : drift.Count > 0 ? FleetState.Drift
                : FleetState.Ok,
            Tool = lockFile?.Tool,
            Packs = Packs(run, lockFile),
            Stages = [.. (run.Spec?.Projects ?? []).SelectMany(p => p.Stages).Select(s => s.Id.Value).Distinct(StringComparer.Ordinal)],
            Drift = drift,
            Broken = broken,
            Waived = [.. problems.Where(d => d.Descriptor == PackDiagnostics.Waived).Select(Line)],
            Errors = [.. errors.Where(d => !Rules.Contains(d.Descriptor)).Select(Line)],
        };
    }

    /// <summary>The run of a repository up to the plan, nothing refused.</summary>
    public GenerateRun Plan(string folder)
    {
        var run = workspaces.OpenFolder(Path.Combine(root, folder), force: true);
        GeneratePipeline.Run(run, GenerateStepKind.Plan);
        return run;
    }

    // Whose the difference is: a person's, the spec's, a pack's or the program's.
    private static List<string> Drift(GenerateRun run, LockFile? lockFile)
    {
        var changes = run.Planned.Where(p => p.Changes && p.File.Path != LockFile.FilePath).ToList();
        if (changes.Count == 0)
        {
            return [];
        }

        var (edited, others) = (changes.Where(p => p.State is FileState.EditedByHand or FileState.Foreign).ToList(), changes.Count(p => p.State is FileState.New or FileState.Outdated));
        var reasons = new List<string>();
        if (edited.Count > 0)
        {
            reasons.Add($"edited by hand: {string.Join(", ", edited.Select(p => p.File.Path))}");
        }

        if (others > 0)
        {
            reasons.Add(lockFile is null ? "never generated"
                : lockFile.Spec != ContentHash.Of(run.SpecText!) ? "the spec changed and was not generated"
                : lockFile.Tool != run.ToolVersion ? $"made by {lockFile.Tool}, this is {run.ToolVersion}"
                : "the templates changed and nothing was generated");
        }

        return reasons;
    }

    private static List<string> Packs(GenerateRun run, LockFile? lockFile)
    {
        var found = run.Packs.Packs.ToDictionary(p => p.Name.Value, p => p.Version.Value, StringComparer.Ordinal);
        return
        [
            .. found.Select(p => $"{p.Key} {p.Value}"),
            .. (lockFile?.Packs ?? new Dictionary<string, LockedPack>()).Where(p => !found.ContainsKey(p.Key)).Select(p => $"{p.Key} {p.Value.Version}"),
        ];
    }

    private static LockFile? Lock(GenerateRun run)
    {
        try
        {
            return run.Root.ReadText(LockFile.FilePath) is { } text ? LockFile.Parse(text) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Line(Diagnostic problem) => $"{problem.Descriptor.Code} {problem.Message}";

    private static string NameOf(string folder) => folder[(folder.LastIndexOf('/') + 1)..];
}
