using PipelineKit.Core.Model;
using PipelineKit.Execution.Incremental;
using PipelineKit.Execution.Output;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Processes;
using PipelineKit.Execution.Reporting;
using PipelineKit.Execution.Services;

namespace PipelineKit.Execution.Jobs;

/// <summary>Runs one leaf of one job: services, install, commands, in the order and with the exceptions that the CI platforms know.</summary>
internal sealed class LeafRun(LeafPlan plan, RunSurroundings surroundings, ProcessScope processes, ContainerEngine engine, SecretMask mask, JobLog log)
{
    private readonly Job _job = plan.Job;
    private readonly string _directory = Path.GetFullPath(Path.Combine(surroundings.Root, plan.Job.Project.Path));
    private int? _exitCode;
    private string? _failure;
    private IReadOnlyList<string> _tail = [];

    /// <param name="turn">Runs the install when it is this leaf's turn to.</param>
    /// <param name="stop">The run is stopped.</param>
    public async Task<LeafResult> RunAsync(InstallTurn turn, CancellationToken stop)
    {
        var start = surroundings.Time.GetTimestamp();
        using var limit = new CancellationTokenSource(_job.Timeout, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await RunWithServicesAsync(turn, either.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new LeafResult(plan.Leaf, Outcome.NotRun, "interrupted") { Duration = surroundings.Time.GetElapsedTime(start) };
        }
        catch (OperationCanceledException)
        {
            Fail($"longer than its timeout of {_job.Timeout.TotalMinutes:0.##} minutes", null);
        }

        return new LeafResult(plan.Leaf, _failure is null ? Outcome.Passed : Outcome.Failed, _failure ?? "")
        {
            ExitCode = _exitCode,
            Tail = _tail,
            Duration = surroundings.Time.GetElapsedTime(start),
        };
    }

    private async Task RunWithServicesAsync(InstallTurn turn, CancellationToken cancellation)
    {
        await using (var services = new RunningServices(engine, _job, surroundings.Variables, Say))
        {
            log.Begin();
            if (!await services.StartAsync(cancellation))
            {
                Fail("a service did not start", null);
                return;
            }

            var env = LeafVariables.Of(plan, services, surroundings.Variables);
            if (await turn.TakeAsync(token => InstallAsync(env, token), cancellation) is { } problem)
            {
                _failure ??= problem;
                return;
            }

            await RunCommandsAsync(env, cancellation);
        }

        CheckFiles();
        if (_failure is null && _job.Pages is { } pages)
        {
            Say($"the pages are in {pages.Directory}");
        }
    }

    private async Task<string?> InstallAsync(IReadOnlyDictionary<string, string> env, CancellationToken cancellation)
    {
        foreach (var argv in plan.Install)
        {
            var code = await StartAsync(argv, env, null, cancellation);
            if (code != 0)
            {
                Fail($"install: `{CommandText.Of(argv)}` exit code {code}", code);
                return _failure;
            }
        }

        return null;
    }

    private async Task RunCommandsAsync(IReadOnlyDictionary<string, string> env, CancellationToken cancellation)
    {
        var stopped = false;
        foreach (var command in _job.Run.Where(c => !stopped || c.Always))
        {
            var argv = command.Script is { } script ? CommandText.ForScript(script, command.Shell) : plan.Resolve(command.Argv, env);
            var code = await StartAsync(argv, env, command.Stdout, cancellation);
            if (code == 0 || command.Always)
            {
                continue;
            }

            if (command.OnFailure == OnFailure.Report && command.Findings.Contains(code))
            {
                Say($"{command.Name}: findings (exit code {code}) are reported only");
                continue;
            }

            Fail($"{(command.Script is null ? $"`{CommandText.Of(argv)}`" : $"script `{command.Name}`")} exit code {code}", code);
            stopped |= command.OnFailure != OnFailure.Later;
        }
    }

    private async Task<int> StartAsync(IReadOnlyList<string> argv, IReadOnlyDictionary<string, string> env, string? stdout, CancellationToken cancellation)
    {
        log.Begin();
        Say($"$ {CommandText.Of(argv)}{(stdout is null ? "" : " > " + stdout)}");
        var request = new ProcessRequest(argv[0], [.. argv.Skip(1)], _directory)
        {
            Env = env,
            StdoutFile = stdout is null ? null : Path.GetFullPath(Path.Combine(_directory, stdout)),
        };
        return await processes.RunAsync(request, log, cancellation);
    }

    private void CheckFiles()
    {
        foreach (var path in _failure is null ? _job.RequiredArtifacts() : [])
        {
            if (!FileSets.Any(surroundings.Root, path))
            {
                log.Begin();
                Fail($"it did not leave {path}", null);
            }
        }

        if (_failure is null && PromisedReports.FindProblem(_job, surroundings.Root) is { } problem)
        {
            log.Begin();
            Fail(problem, null);
        }
    }

    private void Fail(string message, int? exitCode)
    {
        if (_failure is null)
        {
            (_failure, _exitCode, _tail) = (PlainText.Of(mask.Apply(message)), exitCode, log.Tail());
        }

        Say(message);
    }

    private void Say(string text) => log.Say(mask.Apply(text));
}
