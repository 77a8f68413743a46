using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// A pipeline as one place reads it: without the commands that only make a report nobody reads there, and without the reports that would have
/// come from them. What decides is the same everywhere; the digest of a job covers the reports where they are made.
/// </summary>
public static class Readers
{
    /// <summary>The pipeline for a platform.</summary>
    /// <param name="pipeline">The whole pipeline.</param>
    /// <param name="reads">True when somebody reads reports of the kind of the job.</param>
    public static Pipeline Of(Pipeline pipeline, Func<ReportKind, Job, bool> reads) => pipeline with { Jobs = [.. pipeline.Jobs.Select(job => Of(job, reads))] };

    /// <summary>The pipeline for a person's machine, where nobody reads reports that are only shown.</summary>
    public static Pipeline OfLaptop(Pipeline pipeline) => Of(pipeline, (_, _) => false);

    /// <summary>The job with the digest of what one place does.</summary>
    public static Job WithDigest(Job job, Func<ReportKind, Job, bool> reads) => job with { Digest = ParityDigest.Compute(Of(job, reads)) };

    private static Job Of(Job job, Func<ReportKind, Job, bool> reads)
    {
        bool IsLeftOut(Command command) => command.Makes is { } kind && !reads(kind, job);
        if (!job.Run.Any(command => command.Makes is not null))
        {
            return job;
        }

        var leftOut = job.Run.Where(IsLeftOut).ToList();
        var kept = job with
        {
            Run = [.. job.Run.Where(command => !IsLeftOut(command))],
            Reports = [.. job.Reports.Where(report => !leftOut.Exists(command => command.Makes == report.Kind && Writes(command, report.Path, job)))],
        };
        return job.Digest.Length == 0 ? kept : kept with { Digest = ParityDigest.Compute(kept) };
    }

    /// <summary>True when a command names a file, as the end of an argument or as the target of its output.</summary>
    /// <param name="command">The command.</param>
    /// <param name="path">File, relative to the repository root.</param>
    /// <param name="job">Job that the command belongs to.</param>
    public static bool Writes(Command command, string path, Job job)
    {
        bool Names(string text) => text.Length > 0 && text.EndsWith(path, StringComparison.Ordinal);
        return command.Argv.OfType<LiteralValue>().Any(word => Names(Joined(word.Text, job))) || (command.Stdout is { } file && Names(Joined(file, job)));
    }

    // A command runs in its project's folder: what it names is relative to that.
    private static string Joined(string word, Job job) => job.Project.Path == "." ? word : $"{job.Project.Path}/{word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]}";
}
