using System.Diagnostics;

namespace PipelineKitRunner;

/// <summary>Runs one leaf of one job: services, install, commands, in the order and with the exceptions that the CI platforms know.</summary>
internal sealed class LeafRun(LeafPlan plan, RunOptions options, ChildProcess child, ContainerEngine engine, OutputLog log)
{
    private readonly JobData _job = plan.Job.Data;
    private readonly string _directory = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Root, plan.Job.Data.Directory));
    private int? _exitCode;
    private string? _failure;
    private IReadOnlyList<string> _tail = [];

    /// <param name="install">Runs the install when it is this leaf's turn to; receives why it failed, or null.</param>
    /// <param name="stop">Ctrl+C.</param>
    public async Task<LeafResult> RunAsync(Func<Func<CancellationToken, Task<string?>>, CancellationToken, Task<string?>> install, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(stop))
        {
            limit.CancelAfter(_job.Timeout);
            try
            {
                await RunWithServicesAsync(install, limit.Token);
            }
            catch (OperationCanceledException)
            {
                if (stop.IsCancellationRequested)
                {
                    return new LeafResult(plan.Leaf, Outcome.NotRun, "interrupted") { Duration = clock.Elapsed };
                }

                Fail($"longer than its timeout of {_job.Timeout.TotalMinutes:0.##} minutes", null, 0);
            }
        }

        return new LeafResult(plan.Leaf, _failure is null ? Outcome.Passed : Outcome.Failed, _failure ?? "")
        {
            ExitCode = _exitCode,
            Tail = _tail,
            Duration = clock.Elapsed,
        };
    }

    private async Task RunWithServicesAsync(Func<Func<CancellationToken, Task<string?>>, CancellationToken, Task<string?>> install, CancellationToken cancellation)
    {
        await using (var services = new RunningServices(engine, _job, log.Write))
        {
            var from = log.Count;
            if (!await services.StartAsync(cancellation))
            {
                Fail("a service did not start", null, from);
                return;
            }

            var env = Variables(services);
            if (await install(token => InstallAsync(env, token), cancellation) is { } problem)
            {
                _failure ??= problem;
                return;
            }

            await RunCommandsAsync(env, cancellation);
        }

        CheckArtifacts();
        if (_failure is null && _job.Pages is { } pages)
        {
            log.Write($"the pages are in {pages}");
        }
    }

    private async Task<string?> InstallAsync(Dictionary<string, string> env, CancellationToken cancellation)
    {
        foreach (var command in plan.Install)
        {
            var from = log.Count;
            var code = await StartAsync(command, env, null, cancellation);
            if (code != 0)
            {
                Fail($"install: `{CommandText.Of(command)}` exit code {code}", code, from);
                return _failure;
            }
        }

        return null;
    }

    private async Task RunCommandsAsync(Dictionary<string, string> env, CancellationToken cancellation)
    {
        var stopped = false;
        foreach (var command in _job.Run)
        {
            if (stopped && !command.Always)
            {
                continue;
            }

            var from = log.Count;
            var argv = command.Script is { } script ? CommandText.ForScript(script) : plan.Resolve(command.Argv, env);
            var code = await StartAsync(argv, env, command.Stdout, cancellation);
            if (code == 0 || command.Always)
            {
                continue;
            }

            if (command.OnFailure == "report" && command.Findings.Contains(code))
            {
                log.Write($"{command.Name}: findings (exit code {code}) are reported only");
                continue;
            }

            Fail($"`{CommandText.Of(argv)}` exit code {code}", code, from);
            stopped |= command.OnFailure != "later";
        }
    }

    private async Task<int> StartAsync(IReadOnlyList<string> argv, Dictionary<string, string> env, string? stdout, CancellationToken cancellation)
    {
        log.Write($"$ {CommandText.Of(argv)}{(stdout is null ? "" : " > " + stdout)}");
        var request = new ProcessRequest(argv[0], [.. argv.Skip(1)], _directory)
        {
            Env = env,
            StdoutFile = stdout is null ? null : System.IO.Path.GetFullPath(System.IO.Path.Combine(_directory, stdout)),
        };
        return await child.RunAsync(request, log.Write, cancellation);
    }

    private Dictionary<string, string> Variables(RunningServices services)
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in plan.Leaf.Variables.Concat(plan.ToolchainEnv))
        {
            env[name] = value;
        }

        foreach (var (name, value) in _job.Env)
        {
            var text = value.Kind switch
            {
                "secret" => Environment.GetEnvironmentVariable(value.Text),
                "service" => services.Get(name, value.Text),
                _ => plan.Resolve(value, env),
            };
            if (text is not null)
            {
                env[name] = text;
            }
        }

        return env;
    }

    private void CheckArtifacts()
    {
        foreach (var path in _failure is null ? _job.Artifacts : [])
        {
            if (!FileSets.Any(options.Root, path))
            {
                Fail($"it did not leave {path}", null, log.Count);
            }
        }
    }

    private void Fail(string message, int? exitCode, int from)
    {
        const int TailLines = 20;
        if (_failure is null)
        {
            (_failure, _exitCode, _tail) = (message, exitCode, log.Tail(from, TailLines));
        }

        log.Write(message);
    }
}
