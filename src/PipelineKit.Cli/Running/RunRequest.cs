using System.Globalization;

namespace PipelineKit.Cli.Running;

/// <summary>What a command line asks of the generated Cake script.</summary>
internal sealed record RunRequest
{
    /// <summary>The task that counts every deciding job.</summary>
    public const string Gate = "quality-gate";

    /// <summary>Jobs and stages; empty for the gate.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Only jobs of this project, or null.</summary>
    public string? Project { get; init; }

    /// <summary>At most so many jobs at once, or null for the number of processors.</summary>
    public int? Jobs { get; init; }

    public bool AllowSkips { get; init; }

    public bool AllowPublish { get; init; }

    public bool Incremental { get; init; }

    public bool Exclusive { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Leave out what does not differ from this revision: empty for the default branch, null for no such choice.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Arguments of <c>dotnet</c>.</summary>
    /// <param name="events">File that receives the events, relative to the repository.</param>
    public IReadOnlyList<string> Arguments(string events)
    {
        var arguments = new List<string> { "cake" };
        arguments.AddRange((Targets.Count == 0 ? [Gate] : Targets).Select(t => $"--target={t}"));
        Add(Project is not null, $"--project={Project}");
        Add(Jobs is not null, string.Create(CultureInfo.InvariantCulture, $"--jobs={Jobs}"));
        Add(AllowSkips, "--allow-skips");
        Add(AllowPublish, "--allow-publish");
        Add(Incremental, "--incremental");
        Add(ChangedSince is not null, ChangedSince is { Length: > 0 } revision ? $"--changed={revision}" : "--changed");
        Add(Exclusive, "--exclusive");
        Add(DryRun, "--dryrun");
        Add(!DryRun, $"--events={events}");
        return arguments;

        void Add(bool wanted, string argument)
        {
            if (wanted)
            {
                arguments.Add(argument);
            }
        }
    }
}
