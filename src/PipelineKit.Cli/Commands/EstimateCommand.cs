using System.CommandLine;
using PipelineKit.Cli.Estimating;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Running;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Execution;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit estimate</c>: how long the pipeline takes and how much runner time it needs.</summary>
internal sealed class EstimateCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly EstimateOptions _estimate = new();

    public Command Build()
    {
        var command = new Command("estimate", """
            Estimate the critical path and the runner time of the pipeline

            From durations in a file or of an earlier run. A job starts when everything it needs has ended; the leaves of a matrix run side by side.

            Examples:
              pipelinekit estimate                                   from the last `pipelinekit run`
              pipelinekit estimate --durations ci-times.yml --overhead 20s --round-up 1m
              pipelinekit estimate --durations ci-times.yml --against old-pipeline.yml --runners 4
            """);
        _estimate.AddTo(command);
        command.Add(_options.Directory);
        command.Add(_options.Spec);
        command.Add(_options.Quiet);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Resolve);
        new DiagnosticReporter(environment, "text", parsed.GetValue(_options.Quiet)).Report(run, withInfo: false);
        if (!good)
        {
            return ExitCode.ProblemsFound;
        }

        try
        {
            Print(run, parsed);
            return ExitCode.Ok;
        }
        catch (FormatException e)
        {
            environment.Error.WriteLine($"error: {string.Join('\n', e.Message.Split('\n').Select(HiddenText.Visible))}");
            return ExitCode.ProblemsFound;
        }
    }

    private void Print(GenerateRun run, ParseResult parsed)
    {
        var notes = new List<string>();
        var options = _estimate.Read(parsed);
        var durations = parsed.GetValue(_estimate.Durations);
        var given = durations is null ? new DurationTable() : DurationFile.ReadDurations(Full(durations), durations);
        var jobs = PipelineJobs.Of(run.Pipeline!, _estimate.Event(parsed), given, Recorded(run, parsed, durations is not null), notes);
        var own = new Estimate(run.SpecFile, new Schedule(JobSet.InOrder(jobs), options));
        var other = parsed.GetValue(_estimate.Against) is { } file ? new Estimate(file, new Schedule(JobSet.InOrder(DurationFile.ReadPipeline(Full(file), file)), options)) : null;
        if (!parsed.GetValue(_options.Quiet))
        {
            notes.ForEach(n => environment.Error.WriteLine($"note: {n}"));
        }

        var printer = new EstimatePrinter(environment, options);
        if (_estimate.Json(parsed))
        {
            printer.PrintJson(own, other);
        }
        else
        {
            printer.Print(own, other);
        }
    }

    // The last run here is taken where nothing else is named.
    private DurationTable Recorded(GenerateRun run, ParseResult parsed, bool hasDurations)
    {
        if (parsed.GetValue(_estimate.From) is { } path)
        {
            return RunDurations.Read(Full(path), path);
        }

        var last = run.Root.FullPath(RunFolder.Events);
        return !hasDurations && FileReader.Exists(last) ? RunDurations.Read(last, RunFolder.Events) : new DurationTable();
    }

    private string Full(string path) => Path.GetFullPath(Path.Combine(environment.WorkingDirectory, path));
}
