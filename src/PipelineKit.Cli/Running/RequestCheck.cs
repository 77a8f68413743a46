using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Execution;

namespace PipelineKit.Cli.Running;

/// <summary>Compares the names of a request with the pipeline, before anything starts.</summary>
internal static class RequestCheck
{
    /// <summary>What is wrong, one message per name, with the nearest name that exists.</summary>
    public static IEnumerable<string> Problems(RunRequest request, Pipeline pipeline)
    {
        var targets = Names(pipeline);
        foreach (var name in request.Targets.Where(t => !targets.Contains(t)))
        {
            yield return Unknown("job or stage", name, targets);
        }

        var projects = pipeline.Projects.Select(p => p.Name).Concat(pipeline.Projects.Select(p => p.Path)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (request.Project is { } project && !projects.Contains(project.Replace('\\', '/').TrimEnd('/')))
        {
            yield return Unknown("project", project, projects);
        }

        // `--changed lint` reads like two things.
        if (request.ChangedSince is { } revision && targets.Contains(revision))
        {
            yield return $"--changed takes \"{revision}\" for a revision, but that is a job or stage\nhint: write `run {revision} --changed`, or --changed=refs/heads/{revision} for the branch";
        }
    }

    /// <summary>Everything that can be asked for by name: jobs, stages, the gate.</summary>
    public static IReadOnlyList<string> Names(Pipeline pipeline) =>
        [.. pipeline.Jobs.Select(j => j.Stage).Concat(pipeline.Jobs.Select(j => j.Id)).Append(RunRequest.Gate).Distinct(StringComparer.Ordinal)];

    private static string Unknown(string kind, string name, IReadOnlyList<string> known) =>
        $"there is no {kind} \"{name}\"; expected one of {string.Join(", ", known)}"
        + (NearestMatch.Find(name, known) is { } near ? $"\nhint: did you mean `{near}`?" : "");
}
