using System.Globalization;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;

namespace PipelineKit.Cli.Running;

/// <summary>Tells how a run ended: the result on standard output, everything else on standard error.</summary>
internal sealed class RunReporter(CliEnvironment environment, bool json, bool quiet)
{
    /// <param name="plain">Lines also at a terminal, because other output comes between.</param>
    public IRunProgress Progress(bool plain) =>
        environment.ColourError && !plain && !quiet ? new LiveProgress(environment) : new LineProgress(environment, quiet);

    public void Warn(string message) => environment.Error.WriteLine($"{Ansi.Paint("warning", AnsiColour.Yellow, environment.ColourError)}: {message}");

    /// <summary>Says why nothing ran.</summary>
    public int CouldNotRun(string problem, TimeSpan elapsed)
    {
        environment.Error.WriteLine($"{Ansi.Paint("error", AnsiColour.Red, environment.ColourError)}: {problem}");
        Data(new RunResult(), passed: false, problem, elapsed);
        return ExitCode.Failure;
    }

    /// <summary>Shows the end of every failure, the table and the verdict.</summary>
    /// <param name="result">What happened.</param>
    /// <param name="exitCode">Exit code of the script.</param>
    /// <param name="script">The script's run.</param>
    /// <param name="elapsed">Wall time.</param>
    public int End(RunResult result, int exitCode, ScriptRun script, TimeSpan elapsed)
    {
        if (result.Verdict is null && !script.Stopped)
        {
            var said = script.Errors.Trim();
            return CouldNotRun(said.Length > 0 ? said.Replace("Error: ", "", StringComparison.Ordinal) : $"the script ended with exit code {exitCode}; its output is in {ScriptRun.OutputPath}", elapsed);
        }

        foreach (var job in result.Jobs.Where(j => j.Tail.Count > 0))
        {
            var code = job.Result.ExitCode is { } c ? string.Create(CultureInfo.InvariantCulture, $" with exit code {c}") : "";
            environment.Error.WriteLine($"\n{job.Job} failed{code}: {job.Result.Reason}");
            job.Tail.ToList().ForEach(line => environment.Error.WriteLine("  | " + line));
        }

        var passed = result.Verdict is { Passed: true } && exitCode == 0 && !script.Stopped;
        var verdict = Verdict(result, exitCode, script.Stopped);
        Data(result, passed, verdict, elapsed);
        if (!quiet || !passed)
        {
            var count = passed ? $": {result.Jobs.Count} {(result.Jobs.Count == 1 ? "job" : "jobs")}" : "";
            environment.Error.WriteLine($"{Ansi.Paint(verdict, passed ? AnsiColour.Green : AnsiColour.Red, environment.ColourError)}{count} in {RunWords.Seconds(elapsed.TotalSeconds)} s");
        }

        if (!passed)
        {
            environment.Error.WriteLine($"everything that was printed: {ScriptRun.OutputPath}");
        }

        return passed ? ExitCode.Ok : script.Stopped ? ExitCode.Failure : ExitCode.ProblemsFound;
    }

    private static string Verdict(RunResult result, int exitCode, bool stopped) =>
        stopped ? "stopped"
        : result.Verdict is { Passed: true } && exitCode != 0 ? $"all jobs passed, but build.cake ended with exit code {exitCode.ToString(CultureInfo.InvariantCulture)}"
        : result.Verdict!.Verdict;

    private void Data(RunResult result, bool passed, string verdict, TimeSpan elapsed)
    {
        if (json)
        {
            environment.Out.Write(RunJson.Write(result, passed, verdict, elapsed.TotalSeconds));
        }
        else if (result.Jobs.Count > 0)
        {
            Table.Write(environment, ["job", "outcome", "seconds", "reason"], [.. RunWords.Rows(result)]);
        }
    }
}
