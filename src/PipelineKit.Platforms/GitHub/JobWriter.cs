using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>One job of the pipeline as one job of the workflow.</summary>
internal sealed class JobWriter(GitHubContext context, JobCondition conditions)
{
    private readonly SetupSteps _setup = new(context);
    private readonly CacheSteps _cache = new(context);
    private readonly ArtifactSteps _artifacts = new(context);
    private readonly LoginSteps _login = new(context);
    private readonly CommandSteps _commands = new(context);
    private readonly ReportSteps _reports = new(context, new ArtifactSteps(context));

    /// <summary>Shell of a job's steps. Not every image has bash, and no generated line needs it.</summary>
    public static string DefaultShell(Job job) => job.Runner.Image is null ? "bash" : "sh";

    public YamlMap Build(Job job)
    {
        var services = new ServiceMap(job, context.Dialect.JobsAreContainers);
        var steps = Steps(job).ToList();
        var map = new YamlMap { ["name"] = MatrixMap.Title(job) };
        Place(map, job);
        Rights(map, job);
        if (job.Matrix is { } matrix)
        {
            map["strategy"] = MatrixMap.Build(matrix);
        }

        if (job.Runner.Image is { } image)
        {
            map["container"] = Expressions.Text(Images.Pulled(context.Settings, image));
        }

        Add(map, "services", services.Build(context.Settings));
        Add(map, "env", JobVariables.Of(job, services, [.. steps.OfType<YamlMap>().Select(s => s.Find("run")).OfType<YamlScalar>().Select(s => s.Value)]));
        Add(map, "defaults", Defaults(job));
        map["steps"] = new YamlList(steps);
        return map;
    }

    private void Place(YamlMap map, Job job)
    {
        var needs = conditions.Needs(job);
        if (needs.Count > 0)
        {
            map["needs"] = YamlList.Inline(needs);
        }

        if (conditions.If(job) is { } condition)
        {
            map["if"] = condition;
        }

        map["runs-on"] = GitHubContext.RunsOn(job.Runner);
        map["timeout-minutes"] = Math.Max(1, (int)Math.Ceiling(job.Timeout.TotalMinutes));
        if (job.AllowFailure)
        {
            map["continue-on-error"] = true;
        }
    }

    private static void Rights(YamlMap map, Job job)
    {
        map["permissions"] = JobPermissions.Of(job);
        if (DeploymentMap.Environment(job) is { } environment)
        {
            map["environment"] = environment;
        }

        if (DeploymentMap.Concurrency(job) is { } concurrency)
        {
            map["concurrency"] = concurrency;
        }
    }

    // A job's defaults replace those of the workflow as a whole, so the shell is said again.
    private static YamlMap Defaults(Job job)
    {
        var inRoot = job.Project.Path is "." or "";
        if (job.Run.Count == 0 || (inRoot && job.Runner.Image is null))
        {
            return [];
        }

        var run = new YamlMap { ["shell"] = DefaultShell(job) };
        if (!inRoot)
        {
            run["working-directory"] = Expressions.Text(job.Project.Path);
        }

        return new YamlMap { ["run"] = run };
    }

    private IEnumerable<YamlNode> Steps(Job job)
    {
        if (job.PlatformOperation is { } operation)
        {
            return PlatformOperations.Steps(operation) ?? [];
        }

        return
        [
            .. _setup.Build(job),
            .. _cache.Build(job),
            .. _artifacts.Fetch(job),
            .. CommandSteps.Install(job) is { } install ? [install] : Array.Empty<YamlMap>(),
            .. _login.Build(job),
            .. _commands.Build(job),
            .. _reports.Promised(job),
            .. _reports.Summary(job),
            .. _artifacts.Keep(job),
            .. _reports.Keep(job),
            .. job.Pages is null ? Array.Empty<YamlMap>() : [DeploymentMap.DeployPages(context)],
        ];
    }

    private static void Add(YamlMap map, string key, YamlMap value)
    {
        if (value.Count > 0)
        {
            map[key] = value;
        }
    }
}
