using System.Globalization;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Execution;

namespace PipelineKit.Cli.Running;

/// <summary>Tells how a run ended: the result on standard output, everything else on standard error.</summary>
internal sealed class RunReporter(CliEnvironment environment, bool json, bool quiet)
{
    /// <param name="plain">Lines also at a terminal, because other output comes between.</param>
    public IRunProgress Progress(bool plain) =>
        environment.TerminalError && !plain && !quiet ? new LiveProgress(environment) : new LineProgress(environment, quiet);

    public void Warn(string message) => environment.Error.WriteLine($"{Ansi.Paint("warning", AnsiColour.Yellow, environment.ColourError)}: {message}");

    /// <summary>Says why nothing ran.</summary>
    public int CouldNotRun(string problem, TimeSpan elapsed)
    {
        environment.Error.WriteLine($"{Ansi.Paint("error", AnsiColour.Red, environment.ColourError)}: {problem}");
        Data([], passed: false, problem, elapsed);
        return ExitCode.Failure;
    }

    /// <summary>Shows the end of every failure, the table and the verdict.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="jobs">Finished jobs, in the order of their ends.</param>
    /// <param name="elapsed">Wall time.</param>
    public int End(RunEnd end, IReadOnlyList<JobFinished> jobs, TimeSpan elapsed)
    {
        if (end.Refusal is { } refusal)
        {
            return CouldNotRun(refusal, elapsed);
        }

        foreach (var job in jobs.Where(j => j.Result.Outcome is "failed" or "allowed-failure"))
        {
            Failure(job);
        }

        var verdict = end.Stopped ? "stopped" : end.Verdict ?? "passed";
        Data(jobs, end.Passed, verdict, elapsed);
        if (!quiet || !end.Passed)
        {
            var count = end.Passed ? $": {RunWords.Counts(jobs)}" : "";
            var painted = Ansi.Paint(verdict, end.Passed ? AnsiColour.Green : AnsiColour.Red, environment.ColourError);
            environment.Error.WriteLine($"{painted}{count} in {RunWords.Seconds(elapsed.TotalSeconds)} s");
        }

        return end.Passed ? ExitCode.Ok : end.Stopped ? ExitCode.Failure : ExitCode.ProblemsFound;
    }

    private void Failure(JobFinished job)
    {
        var code = job.Result.ExitCode is { } c ? string.Create(CultureInfo.InvariantCulture, $" with exit code {c}") : "";
        environment.Error.WriteLine($"\n{job.Job} failed{code}: {job.Result.Reason}");
        foreach (var line in job.Tail)
        {
            environment.Error.WriteLine("  | " + line);
        }

        environment.Error.WriteLine($"  everything that it printed: {RunFolder.LogOf(job.Job)}");
    }

    private void Data(IReadOnlyList<JobFinished> jobs, bool passed, string verdict, TimeSpan elapsed)
    {
        if (json)
        {
            environment.Out.Write(RunJson.Write(jobs, passed, verdict, elapsed.TotalSeconds));
        }
        else if (jobs.Count > 0)
        {
            Table.Write(environment, ["job", "outcome", "seconds", "reason"], [.. RunWords.Rows(jobs)]);
        }
    }
}
