using PipelineKit.Core.Model;
using PipelineKit.Execution.Reporting;
using static PipelineKit.Tests.Shared.SandboxPipeline;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>A repository in which the pipeline of all tests runs in this process, with what only <c>run</c> does: jobs at the same time, locks, approvals.</summary>
public sealed class Sandbox : SandboxFolder, IDisposable
{
    public Sandbox() => Begin();

    public void Dispose() => Delete();

    /// <summary>Variables on top of those of the tests. The database's address is there unless the test takes it away.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["DB_HOST"] = "db.example", ["DB_PORT"] = "1" };

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public Func<string, bool>? Approve { get; set; }

    public Task<SandboxRun> RunAsync(params string[] targets) => RunAsync(new RunRequest { Targets = targets });

    public Task<SandboxRun> RunAsync(RunRequest request) => RunAsync(request, TestContext.Current.CancellationToken);

    public async Task<SandboxRun> RunAsync(RunRequest request, CancellationToken stop, Action<Job>? started = null)
    {
        var variables = new Dictionary<string, string>(RunSurroundings.OfProcess());
        Surround(variables!);
        foreach (var (name, value) in Variables)
        {
            variables[name] = value;
        }

        var surroundings = new RunSurroundings { Root = Root, Variables = variables, Time = Time, Approve = Approve, Grace = TimeSpan.FromMilliseconds(300) };
        var observer = new Recorder(started);
        var end = await new PipelineRun(Pipeline(), request, surroundings, observer).RunAsync(stop);
        return new SandboxRun(end, observer.Lines);
    }

    internal static Pipeline Pipeline() => SandboxPipeline.Create(
        [
            Job("left", Probe("meet", "left", "right")),
            Job("right", Probe("meet", "right", "left")),
            Job("tree-1", Probe("span", "one")) with { Locks = ["tree"] },
            Job("tree-2", Probe("span", "two")) with { Locks = ["other", "tree"] },
            Job("promise", Probe("check", "promise"), Probe("maybe", "reports/promise/junit.xml")) with { Gate = false, Reports = [new Report(ReportKind.Junit, "reports/promise/*.xml")] },
            Job("deploy", Probe("say", "deployed")) with { Gate = false, Environment = new DeploymentEnvironment("production", Approval: true) },
            Job("told", Probe("say", "my s3cret"), new Command { Name = "typed", Argv = ["probe", "check", new EnvReference("TOKEN")] }) with
            {
                Gate = false,
                Env = [new("TOKEN", new SecretValue("REAL_TOKEN", Required: true))],
            },
            Job("endless", Probe("hang", "endless")) with { Gate = false },
        ],
        TimeSpan.FromMinutes(1.5));

    private sealed class Recorder(Action<Job>? started) : IRunObserver
    {
        private readonly Lock _gate = new();

        public List<string> Lines { get; } = [];

        public void Started(Job job) => started?.Invoke(job);

        public void Finished(JobResult result)
        {
        }

        public void Printed(Job job, string line)
        {
            lock (_gate)
            {
                Lines.Add($"{job.Id}: {line}");
            }
        }

        public void Ended(string? verdict)
        {
        }
    }
}

/// <summary>What one run gave.</summary>
/// <param name="End">Its end.</param>
/// <param name="Lines">Everything that was shown, <c>JOB: LINE</c>.</param>
public sealed record SandboxRun(RunEnd End, IReadOnlyList<string> Lines)
{
    public JobResult this[string job] => End.Results.Single(r => r.Job.Id == job);

    public string Summary => string.Join(", ", End.Results.Select(r => $"{r.Job.Id} {OutcomeWords.NameOf(r.Outcome)}{(r.Reason.Length == 0 ? "" : $" ({r.Reason})")}"));
}
