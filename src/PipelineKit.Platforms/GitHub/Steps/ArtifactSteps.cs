using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

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
        foreach (var artifact in context.Dialect.KeepsArtifacts ? job.Artifacts : [])
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

        return new YamlMap { ["name"] = StepNames.Fetch(id), ["uses"] = context.Uses("actions/download-artifact"), ["with"] = with };
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
        return new YamlMap { ["name"] = StepNames.Keep(artifact.Id), ["uses"] = context.Uses("actions/upload-artifact"), ["with"] = with };
    }

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
