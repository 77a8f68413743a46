using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>What has to be entered at a registry so that it trusts the pipeline, with the pipeline's own values filled in.</summary>
internal static class RegistrySetup
{
    /// <summary>The sentence of the registry's data file, or null when it has none for the platform.</summary>
    public static string? Of(Job job, string platform, string file) =>
        job.Oidc!.Setup.GetValueOrDefault(platform)?
            .Replace("{file}", file, StringComparison.Ordinal)
            .Replace("{workflow}", file[(file.LastIndexOf('/') + 1)..], StringComparison.Ordinal)
            .Replace("{environment}", job.Environment is { } environment ? environment.Name : "(none)", StringComparison.Ordinal);

    /// <summary>Tags and branches from which a job runs, for rules that protect them; empty when it runs from every one.</summary>
    public static IReadOnlyList<string> Sources(Job job)
    {
        var (tag, push) = (job.When.Events.HasFlag(PipelineEvents.Tag), job.When.Events.HasFlag(PipelineEvents.Push));
        var anywhere = (job.When.Events & ~(PipelineEvents.Tag | PipelineEvents.Push)) != PipelineEvents.None
            || (tag && job.When.Tags.Count == 0) || (push && job.When.Branches.Count == 0);
        return anywhere ? [] : [.. tag ? job.When.Tags : [], .. push ? job.When.Branches : []];
    }
}
