using System.CommandLine;
using System.CommandLine.Completions;
using System.Diagnostics;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Running;
using PipelineKit.Core.Generation;
using PipelineKit.Execution;
using PipelineKit.Execution.Reporting;
using PipelineKit.Execution.Support;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit run</c>: the stages on this machine.</summary>
internal sealed class RunCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly RepositoryOptions _options = new();
    private readonly RunOptions _run = new();

    public Command Build()
    {
        var command = new Command("run", """
            Run stages on this machine, with the commands that CI runs

            Takes the stages from the spec as it is: nothing has to be generated. Without names: the quality gate.
            A job that somebody has to approve asks at a terminal and is skipped elsewhere.
            Exit codes: 0 passed, 1 a job failed or was skipped, 2 unknown name, 3 nothing could be run, or the run was stopped.

            Examples:
              pipelinekit run
              pipelinekit run lint sast
              pipelinekit run --incremental --changed
              pipelinekit run --project api --jobs 2 --format json > run.json
            """);
        _run.AddTo(command, context => workspaces.Jobs(context.ParseResult, _options).Select(id => new CompletionItem(id)));
        command.Add(_options.Directory);
        command.Add(_options.Spec);
        command.Add(_options.Quiet);
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var clock = Stopwatch.StartNew();
        var request = _run.Read(parsed);
        var run = workspaces.Open(parsed, _options, force: true);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Resolve);
        new DiagnosticReporter(environment, "text", quiet: false).Report(run, withInfo: false);
        if (!good)
        {
            return ExitCode.Failure;
        }

        var problems = RequestCheck.Problems(request, run.Pipeline!).ToList();
        problems.ForEach(p => environment.Error.WriteLine($"error: {p}"));
        if (problems.Count > 0)
        {
            return ExitCode.Usage;
        }

        if (request.ChangedSince is "")
        {
            request = request with { ChangedSince = run.Pipeline!.Triggers.DefaultBranch };
        }

        if (parsed.GetValue(_run.DryRun))
        {
            DryRun.Write(environment.Out, run.Pipeline!, request, RunSurroundings.OfProcess());
            return ExitCode.Ok;
        }

        var reporter = new RunReporter(environment, parsed.GetValue(_run.Format) == "json", parsed.GetValue(_options.Quiet));
        return await RunAsync(run, request, reporter, clock).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(GenerateRun run, RunRequest request, RunReporter reporter, Stopwatch clock)
    {
        using var signals = new RunSignals();
        var plan = SupportPlan.Of(run);
        if (SupportCheck.Problem(plan) is { } problem)
        {
            return reporter.CouldNotRun(problem, clock.Elapsed);
        }

        SupportCheck.Warnings(plan, run.SpecFile).ToList().ForEach(reporter.Warn);
        var asks = environment.IsInteractive && run.Pipeline!.Jobs.Any(j => j.Environment is { Approval: true });
        var progress = reporter.Progress(plain: request.ShowOutput || asks);
        var follower = new RunFollower(progress, environment);
        var surroundings = new RunSurroundings { Root = run.Root.Folder, Approve = asks ? Ask : null };
        var end = new RunEnd();
        using (SupportFiles.Write(run.Root, plan.Files))
        {
            var pipelineRun = new PipelineRun(run.Pipeline!, request, surroundings, follower);
            await progress.DuringAsync(async () =>
            {
                var work = Task.Run(() => pipelineRun.RunAsync(signals.Stop, signals.Kill));
                while (!work.IsCompleted)
                {
                    await Task.WhenAny(work, Task.Delay(Interval)).ConfigureAwait(false);
                    follower.Tick();
                }

                end = await work.ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        return reporter.End(end, follower.Jobs, clock.Elapsed);
    }

    private bool Ask(string question)
    {
        environment.Error.Write(question);
        return environment.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
