using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>A task that runs others and does nothing itself.</summary>
internal sealed record TaskGroup(string Name, string? Description, IReadOnlyList<string> Members);

/// <summary>Tasks over several stages: one per stage of several projects, the gate, and the default.</summary>
internal static class TaskStatements
{
    private const string Gate = "quality-gate";

    /// <summary>The statements, each as its lines; that of the default task behind the gate's.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(Pipeline pipeline)
    {
        var groups = Groups(pipeline).Select(group => Over(group.Name, group.Description, group.Members)).ToList();
        return [.. groups[..^2], [.. groups[^2], .. groups[^1]]];
    }

    /// <summary>The tasks that run others.</summary>
    public static IReadOnlyList<TaskGroup> Groups(Pipeline pipeline) =>
    [
        .. pipeline.Jobs.Select(job => job.Stage).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(stage => !pipeline.Jobs.Any(job => string.Equals(job.Id, stage, StringComparison.OrdinalIgnoreCase)))
            .Select(stage => new TaskGroup(stage, null, [.. Members(pipeline, stage)])),
        new(Gate, "Every stage that decides", [.. pipeline.Jobs.Where(IsInGate).Select(job => job.Id)]),
        new("Default", null, [Gate]),
    ];

    /// <summary>True: the gate runs the job and counts it. What only a tag, a schedule or a button starts is run by its name.</summary>
    public static bool IsInGate(Job job) => job.Gate && !IsOnRequest(job) && job.PlatformOperation is null;

    /// <summary>True: nothing but a tag, a schedule or a button starts it.</summary>
    public static bool IsOnRequest(Job job) => job.When.OnlyManual || (job.When.Events & (PipelineEvents.Push | PipelineEvents.PullRequest)) == 0;

    /// <summary>A task that runs others and does nothing itself.</summary>
    public static IReadOnlyList<string> Over(string name, string? description, IEnumerable<string> others) => CSharpText.Chain(
        $"Task({CSharpText.Literal(name)})",
        "",
        [.. description is null ? Array.Empty<string>() : [$".Description({CSharpText.Literal(description)})"], .. others.Select(Needs)]);

    /// <summary>That another task comes before.</summary>
    public static string Needs(string task) => $".IsDependentOn({CSharpText.Literal(task)})";

    // What publishes is left to its own name, unless the stage has nothing else.
    private static IEnumerable<string> Members(Pipeline pipeline, string stage)
    {
        var all = pipeline.Jobs.Where(job => string.Equals(job.Stage, stage, StringComparison.OrdinalIgnoreCase)).ToList();
        var usual = all.FindAll(job => !IsOnRequest(job) && !StageStatement.IsPublishing(job) && job.PlatformOperation is null);
        return (usual.Count > 0 ? usual : all).Select(job => job.Id);
    }
}
