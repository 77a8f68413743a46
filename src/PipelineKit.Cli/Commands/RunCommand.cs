using System.CommandLine;
using System.Diagnostics;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Running;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit run</c>: the stages on this machine, through the generated Cake script.</summary>
internal sealed class RunCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly RunOptions _run = new();

    public Command Build()
    {
        var command = new Command("run", """
            Run stages on this machine, with the commands that CI runs

            Starts the generated Cake script, and restores its tools when they are not there. Without names: the quality gate.
            A job that somebody has to approve is skipped here; `dotnet cake` asks.
            Exit codes: 0 passed, 1 a job failed or was skipped, 2 unknown name, 3 nothing could be run, or the run was stopped.

            Examples:
              pipelinekit run
              pipelinekit run lint sast
              pipelinekit run --incremental --changed
              pipelinekit run --project api --jobs 2 --format json > run.json
            """);
        _run.AddTo(command);
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
        var good = GeneratePipeline.Run(run, GenerateStepKind.Plan);
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

        var reporter = new RunReporter(environment, parsed.GetValue(_run.Format) == "json", parsed.GetValue(_options.Quiet));
        if (ScriptCheck.Problem(run) is { } problem)
        {
            return reporter.CouldNotRun(problem, clock.Elapsed);
        }

        ScriptCheck.Warnings(run).ToList().ForEach(reporter.Warn);
        return DotnetProcess.Find(environment.Variable("PATH")) is { } dotnet
            ? await StartAsync(new ScriptRun(run.Root, dotnet, Home()), request, reporter, parsed.GetValue(_run.Verbose), clock).ConfigureAwait(false)
            : reporter.CouldNotRun("there is no `dotnet` on PATH\nhint: install the .NET SDK, https://dotnet.microsoft.com/download", clock.Elapsed);
    }

    private async Task<int> StartAsync(ScriptRun script, RunRequest request, RunReporter reporter, bool verbose, Stopwatch clock)
    {
        if (await script.RestoreAsync().ConfigureAwait(false) is { } problem)
        {
            return script.Stopped ? throw new OperationCanceledException() : reporter.CouldNotRun(problem, clock.Elapsed);
        }

        var result = new RunResult();
        var progress = reporter.Progress(plain: verbose || request.DryRun);
        var code = 0;
        await progress.DuringAsync(async () => code = await script.RunAsync(
            request,
            happened =>
            {
                result.Add(happened);
                progress.Show(happened);
            },
            progress.Tick,
            (line, error) => Pass(line, error, request, verbose)).ConfigureAwait(false)).ConfigureAwait(false);
        if (request.DryRun && code == 0)
        {
            return ExitCode.Ok;
        }

        return reporter.End(result, code, script, clock.Elapsed);
    }

    private void Pass(string line, bool error, RunRequest request, bool verbose)
    {
        if (request.DryRun && !error)
        {
            environment.Out.WriteLine(line);
        }
        else if (verbose)
        {
            environment.Error.WriteLine(line);
        }
    }

    private string Home() => environment.Variable("DOTNET_CLI_HOME") is { Length: > 0 } own
        ? own
        : environment.Variable("HOME") ?? environment.Variable("USERPROFILE") ?? "";
}
