using System.Runtime.CompilerServices;
using PipelineKit.Core.Model;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>A repository in a temporary folder in which <see cref="SandboxPipeline"/> runs; the probe program stands for all tools.</summary>
public sealed class Sandbox : IDisposable
{
    private static readonly string[] Programs = ["probe", "fakepy", "docker"];

    public Sandbox()
    {
        Directory.CreateDirectory(Path.Combine(Root, "web"));
        foreach (var program in Programs)
        {
            Install(program);
        }

        Write(".gitignore", "/bin\n/trace.log\n/env.txt\n/met-*\n/pid-*\n/codes\n/versions\n/engine\n/promised\n/dist\n");
        Write("versions", "fakepy 2.0.7\nfakepy 3.0.1\n");
        Write("trace.log", "");
        foreach (var arguments in (string[][])[["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=start"]])
        {
            Tool.Run(Root, "git", arguments).Exit.ShouldBe(0);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("pipelinekit-runner-").FullName;

    /// <summary>Variables on top of those of the tests. The database's address is there unless the test takes it away.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["DB_HOST"] = "db.example", ["DB_PORT"] = "1" };

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public Func<string, bool>? Approve { get; set; }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Lets a <c>probe check NAME</c> end with a code.</summary>
    public void Fail(string name, int code) => Write($"codes/{name}", $"{code}\n");

    /// <summary>Calls of programs in order, without those that only ask for versions.</summary>
    public IReadOnlyList<string> Trace() => [.. Read("trace.log").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(l => !l.StartsWith("fakepy", StringComparison.Ordinal) && !l.StartsWith("docker||info", StringComparison.Ordinal))];

    public Task<SandboxRun> RunAsync(params string[] targets) => RunAsync(new RunRequest { Targets = targets });

    public Task<SandboxRun> RunAsync(RunRequest request) => RunAsync(request, TestContext.Current.CancellationToken);

    public async Task<SandboxRun> RunAsync(RunRequest request, CancellationToken stop, Action<Job>? started = null)
    {
        var variables = new Dictionary<string, string>(RunSurroundings.OfProcess());
        foreach (var (name, value) in Variables.Append(new("PROBE_ROOT", Root)).Append(new("PROBE_LOG", Path.Combine(Root, "trace.log"))))
        {
            variables[name] = value;
        }

        variables["PATH"] = Path.Combine(Root, "bin") + Path.PathSeparator + variables["PATH"];
        var surroundings = new RunSurroundings { Root = Root, Variables = variables, Time = Time, Approve = Approve, Grace = TimeSpan.FromMilliseconds(300) };
        var observer = new Recorder(started);
        var end = await new PipelineRun(SandboxPipeline.Create(), request, surroundings, observer).RunAsync(stop);
        return new SandboxRun(end, observer.Lines);
    }

    private void Install(string program, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Root, "bin", program);
        Write(Path.Combine("bin", program), File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "probe.sh")));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

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
