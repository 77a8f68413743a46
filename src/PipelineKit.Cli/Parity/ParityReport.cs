using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Parity;

/// <summary>The commands of the outputs, read back from the texts and put side by side.</summary>
/// <param name="Platforms">Platforms, in the order of the spec's targets.</param>
/// <param name="Jobs">Jobs with their rows; one entry per platform.</param>
/// <param name="Differences">Where they differ.</param>
/// <param name="Notes">What the reader of the report should know besides.</param>
internal sealed record ParityReport(
    IReadOnlyList<string> Platforms,
    IReadOnlyList<(string Job, IReadOnlyList<ReadCommand?[]> Rows)> Jobs,
    IReadOnlyList<ParityDifference> Differences,
    IReadOnlyList<string> Notes)
{
    /// <summary>Reads the main file of every target: from disk, or as it would be generated where there is none.</summary>
    /// <param name="run">A run up to its outputs.</param>
    /// <param name="wanted">Only this job or stage, or null.</param>
    /// <exception cref="UnreadableException">A text cannot be read as one of ours.</exception>
    public static ParityReport Of(GenerateRun run, string? wanted)
    {
        var notes = new List<string>();
        var outputs = run.Spec!.Targets.Where(t => IsRead(run, t.Value, notes)).Select(t => Read(run, t.Value, notes)).ToList();

        // An operation of the platform is no command, and not every platform has it.
        var operations = run.Pipeline!.Jobs.Where(j => j.PlatformOperation is not null).Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        var jobs = run.Pipeline.Jobs.Select(j => j.Id)
            .Concat(outputs.SelectMany(o => o.Jobs.Keys)).Distinct(StringComparer.Ordinal)
            .Where(id => !operations.Contains(id))
            .Where(id => wanted is null || id == wanted || run.Pipeline.Jobs.Any(j => j.Id == id && j.Stage == wanted));
        var read = jobs.Select(id => (Job: id, Rows: Alignment.Rows([.. outputs.Select(o => o.Jobs.GetValueOrDefault(id) ?? [])]))).ToList();
        var platforms = outputs.Select(o => o.Platform).ToList();
        return new ParityReport(platforms, read, [.. read.SelectMany(j => Compare(j.Job, Deciding(run.Pipeline, j.Job, j.Rows), outputs, notes))], notes);
    }

    // What only makes a report stands where somebody reads it.
    private static List<ReadCommand?[]> Deciding(Pipeline pipeline, string id, IReadOnlyList<ReadCommand?[]> rows)
    {
        var makers = pipeline.Jobs.Where(job => job.Id == id).SelectMany(job => job.Run).Where(command => command.Makes is not null).ToList();
        return [.. rows.Where(row => !row.OfType<ReadCommand>().All(read => makers.Exists(read.IsOf)))];
    }

    private static IEnumerable<ParityDifference> Compare(string job, List<ReadCommand?[]> rows, List<ReadOutput> outputs, List<string> notes)
    {
        foreach (var output in outputs.Where(o => o.Broken.ContainsKey(job)))
        {
            notes.Add($"{job}: on {output.Platform} a patch may do otherwise: {output.Broken[job]}");
        }

        // A job without a command anywhere is an offer of the platform (its pages), which another platform may not have.
        var lacking = outputs.Where(o => rows.Count > 0 && !o.Jobs.ContainsKey(job)).Select(o => new ParityDifference(job, o.Platform, "there is no such job")).ToList();
        var compared = outputs.Index().Where(o => o.Item.Jobs.ContainsKey(job) && !o.Item.Broken.ContainsKey(job)).ToList();
        var columns = compared.Select(o => o.Index).ToList();
        var kept = rows.Select(r => columns.Select(c => r[c]).ToArray()).Where(r => Array.Exists(r, c => c is not null)).ToList();
        return compared.Count < 2 ? lacking : lacking.Concat(Parity.Differences.Of(job, [.. compared.Select(o => o.Item.Platform)], kept));
    }

    // A compiled Cake project is written from the calls of the script, and compared with them by the tests of the program.
    private static bool IsRead(GenerateRun run, string target, List<string> notes)
    {
        if (target != "cake" || run.Emitted[target][0].Path.EndsWith(".cake", StringComparison.Ordinal))
        {
            return true;
        }

        notes.Add($"{run.Emitted[target][0].Path} is a compiled project, which is not read back");
        return false;
    }

    private static ReadOutput Read(GenerateRun run, string target, List<string> notes)
    {
        var path = run.Emitted[target][0].Path;
        if (run.Root.ReadText(path) is not { } text)
        {
            notes.Add($"{path} is not there; shown as it would be generated");
            text = run.Outputs.First(o => o.Path == path).Text;
        }

        return target switch
        {
            "cake" => CakeOutput.Read(text, path),
            "gitlab" => GitLabOutput.Read(text, path, Folders(run.Pipeline!), Toolchains(run.Pipeline!)),
            _ => GitHubOutput.Read(text, path, Folders(run.Pipeline!), target),
        };
    }

    // As the jobs' commands see them, and from the root.
    private static HashSet<string> Folders(Pipeline pipeline) => pipeline.Jobs
        .SelectMany(j => new[] { j.ReportsDirectory, j.Project.Path is "." or "" ? j.ReportsDirectory : Path.GetRelativePath(j.Project.Path, j.ReportsDirectory).Replace('\\', '/') })
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<ToolchainDefinition> Toolchains(Pipeline pipeline) =>
        pipeline.Jobs.SelectMany(j => j.Toolchains).Select(t => t.Definition).DistinctBy(d => d.Id, StringComparer.Ordinal);
}
