using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Artifacts between jobs, and those that people take.</summary>
internal sealed class ArtifactSteps(GitHubContext context)
{
    /// <summary>Steps that fetch what earlier jobs made. Pages are handed over by the platform itself.</summary>
    public IEnumerable<YamlMap> Fetch(Job job) =>
        from need in job.Needs
        from id in need.Artifacts
        where job.Pages is not { } pages || pages.JobId != need.JobId || pages.ArtifactId != id
        select Fetch(context.FindJob(need.JobId), id);

    /// <summary>Steps that keep what the job made.</summary>
    public IEnumerable<YamlMap> Keep(Job job)
    {
        foreach (var artifact in context.Dialect.KeepsArtifacts ? job.Artifacts.Where(a => !IsWithReports(job, a)) : [])
        {
            var pages = context.Pipeline.Jobs.Where(j => j.Pages is { } p && p.JobId == job.Id && p.ArtifactId == artifact.Id).ToList();
            if (pages.Count > 0)
            {
                yield return HandOverPages(job, pages[0].Pages!);
            }

            if (pages.Count == 0 || IsFetched(job, artifact))
            {
                yield return Upload(job, artifact);
            }
        }
    }

    /// <summary>True: nobody fetches the artifact by its name, and it lies among the reports, which are kept anyway.</summary>
    public bool IsWithReports(Job job, Artifact artifact) =>
        artifact.Paths.All(path => RepositoryPath.IsWithin(job.ReportsDirectory, path)) && !IsFetched(job, artifact)
        && !context.Pipeline.Jobs.Any(j => j.Pages is { } pages && pages.JobId == job.Id && pages.ArtifactId == artifact.Id);

    private bool IsFetched(Job job, Artifact artifact) => context.Pipeline.Jobs.Any(
        j => j.Needs.Any(n => n.JobId == job.Id && n.Artifacts.Contains(artifact.Id))
            && (j.Pages is not { } pages || pages.JobId != job.Id || pages.ArtifactId != artifact.Id));

    private YamlMap Fetch(Job maker, string id)
    {
        var (key, name) = context.Artifacts.Wanted(maker, id);
        var with = new YamlMap { [key] = Expressions.Text(name) };
        if (key == "pattern")
        {
            with["merge-multiple"] = true;
        }

        if (maker.Artifacts.First(a => a.Id == id) is var artifact && ArtifactPaths.Root(artifact) is not "." and var path)
        {
            with["path"] = Expressions.Text(path);
        }

        return new YamlMap { ["uses"] = context.Uses("actions/download-artifact"), ["with"] = with };
    }

    private YamlMap Upload(Job job, Artifact artifact)
    {
        var with = new YamlMap
        {
            ["name"] = context.Artifacts.Of(job, artifact.Id),
            ["path"] = Expressions.Text(string.Join('\n', artifact.Paths)),
        };
        if (artifact.Required)
        {
            with["if-no-files-found"] = "error";
        }

        if (artifact.Paths.Any(ArtifactPaths.IsHidden))
        {
            with["include-hidden-files"] = true;
        }

        with["retention-days"] = Math.Clamp((int)Math.Ceiling(artifact.Keep.TotalDays), 1, 90);
        var step = new YamlMap { ["name"] = StepNames.Keep(NameOf(job, artifact)) };

        // What people look at is there whatever failed; what a later job takes is only taken from a job that passed.
        if (!IsFetched(job, artifact))
        {
            step["if"] = "${{ !cancelled() }}";
        }

        step["uses"] = context.Uses("actions/upload-artifact");
        step["with"] = with;
        return step;
    }

    private static string NameOf(Job job, Artifact artifact) =>
        job.Artifacts.Count == 1 && job.Title.Length > 1 && char.IsLower(job.Title[1]) ? $"the {char.ToLowerInvariant(job.Title[0])}{job.Title[1..]}" : artifact.Id;

    private YamlMap HandOverPages(Job job, Pages pages)
    {
        var step = new YamlMap { ["name"] = StepNames.Pages };
        if (Expressions.If(PrimaryLeaf.Terms(job)) is { } condition)
        {
            step["if"] = condition;
        }

        step["uses"] = context.Uses("actions/upload-pages-artifact");
        step["with"] = new YamlMap { ["path"] = Expressions.Text(pages.Directory) };
        return step;
    }
}
