namespace PipelineKit.Parity.Tests.Trace;

/// <summary>One way in which the commands of all jobs end: everything passes, or one command of each job exits with a code.</summary>
/// <param name="Name">Letters, digits and dashes.</param>
/// <param name="Failing">By job: the command and its exit code; every other command passes.</param>
/// <param name="Jobs">The jobs that run.</param>
internal sealed record Scenario(string Name, IReadOnlyDictionary<string, (TraceCommand Command, int Code)> Failing, IReadOnlyList<TraceJob> Jobs)
{
    private const int Broken = 99;

    /// <summary>Everything passes.</summary>
    public static Scenario Passing(IReadOnlyList<TraceJob> jobs) => new("pass", new Dictionary<string, (TraceCommand, int)>(), jobs);

    /// <summary>
    /// Four scenarios: everything passes; in every job the install breaks, a command finds something, a command breaks. Those commands are taken whose
    /// failure has the most to say: one that lets others go on before one that stops.
    /// </summary>
    public static IReadOnlyList<Scenario> Few(IReadOnlyList<TraceJob> jobs) =>
    [
        Passing(jobs),
        Make("install-broken", jobs, job => job.Install.Count > 0 ? (job.Install[0], Broken) : null),
        Make("found", jobs, job => Telling(job.Run.Where(c => c.Findings.Count > 0)) is { } command ? (command, command.Findings[0]) : null),
        Make("broken", jobs, job => Telling(job.Run) is { } command ? (command, Broken) : null),
    ];

    /// <summary>Everything passes; and for every command of every job one scenario in which it breaks, one in which it finds something.</summary>
    public static IReadOnlyList<Scenario> All(IReadOnlyList<TraceJob> jobs) =>
    [
        Passing(jobs),
        .. Range(jobs, job => job.Install).Select(at => Make($"install-{at}-broken", jobs, job => job.Install.Count > at ? (job.Install[at], Broken) : null)),
        .. Range(jobs, job => job.Run).Select(at => Make($"command-{at}-found", jobs, job => Find(job, at))),
        .. Range(jobs, job => job.Run).Select(at => Make($"command-{at}-broken", jobs, job => job.Run.Count > at ? (job.Run[at], Broken) : null)),
    ];

    private static TraceCommand? Telling(IEnumerable<TraceCommand> commands) => commands.OrderBy(c => c.Stops).FirstOrDefault();

    private static (TraceCommand Command, int Code)? Find(TraceJob job, int at) =>
        job.Run.Count > at && job.Run[at].Findings is [var code, ..] ? (job.Run[at], code) : null;

    private static IEnumerable<int> Range(IReadOnlyList<TraceJob> jobs, Func<TraceJob, IReadOnlyList<TraceCommand>> commands) =>
        Enumerable.Range(0, jobs.Max(job => commands(job).Count));

    // Jobs that need a failing one run as well: they must not, on any platform.
    private static Scenario Make(string name, IReadOnlyList<TraceJob> jobs, Func<TraceJob, (TraceCommand Command, int Code)?> failing)
    {
        var all = jobs.Select(job => (job.Id, Failing: failing(job))).Where(job => job.Failing is { Command.Argv: not null }).ToDictionary(job => job.Id, job => job.Failing!.Value);
        var running = all.Keys.ToHashSet(StringComparer.Ordinal);
        while (jobs.Any(job => job.Needs.Any(running.Contains) && running.Add(job.Id)))
        {
        }

        // And what these need.
        while (jobs.Any(job => running.Contains(job.Id) && job.Needs.Any(need => jobs.Any(j => j.Id == need) && running.Add(need))))
        {
        }

        return new Scenario(name, all, [.. jobs.Where(job => running.Contains(job.Id))]);
    }
}
