using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Steps before the install: checkout and toolchains.</summary>
internal sealed class SetupSteps(GitHubContext context)
{
    private readonly CacheSteps _cache = new(context);

    /// <summary>Jobs that run nothing of the repository do not check it out.</summary>
    public static bool ChecksOut(Job job) => job.Run.Count > 0 || job.Install is not null;

    /// <summary>Checkout without leaving its token in the working tree: commands cannot push with it.</summary>
    public static YamlMap Checkout(GitHubContext context, int? depth)
    {
        var with = new YamlMap();
        if (depth is { } commits)
        {
            with["fetch-depth"] = commits;
        }

        with["persist-credentials"] = false;
        return new YamlMap { ["uses"] = context.Uses("actions/checkout"), ["with"] = with };
    }

    public IEnumerable<YamlMap> Build(Job job)
    {
        if (ChecksOut(job))
        {
            yield return Checkout(context, job.FetchDepth);
        }

        // An empty list of steps means that every runner carries the toolchain.
        var commands = new List<string>();
        var names = new List<string>();
        foreach (var toolchain in ToolchainChoice.Uncovered(job.Toolchains))
        {
            foreach (var setup in Setups(toolchain.Definition))
            {
                if (setup.Uses is { } action)
                {
                    yield return Action(job, setup, action);
                    continue;
                }

                // Commands of several toolchains (package lists, for one) are not repeated.
                commands.AddRange(setup.Run.Select(argv => CommandLine(argv, job.Toolchains)).OfType<string>().Except(commands, StringComparer.Ordinal));
                names.Add(toolchain.Id);
            }
        }

        if (commands.Count > 0)
        {
            yield return new YamlMap { ["name"] = StepNames.SetUp(string.Join(", ", names)), ["run"] = RunText.Of(commands) };
        }
    }

    // Commands for a runner ask for its rights and programs (sudo, pipx); those for a container are written for root in a plain image.
    private IEnumerable<GitHubSetup> Setups(ToolchainDefinition toolchain) =>
        context.Dialect.JobsAreContainers && toolchain.GitLabInstall is { } install && toolchain.GitHub.Count > 0 && toolchain.GitHub.All(s => s.Uses is null)
            ? [new GitHubSetup { Run = install }]
            : toolchain.GitHub;

    private YamlMap Action(Job job, GitHubSetup setup, string action)
    {
        var step = new YamlMap { ["uses"] = context.Uses(action) };
        var with = Inputs(job, setup);
        if (with.Count > 0)
        {
            step["with"] = with;
        }

        return step;
    }

    private YamlMap Inputs(Job job, GitHubSetup setup)
    {
        var caches = _cache.IsHandledBy(job, setup);
        var keys = job.Install?.Cache is { } cache ? CacheSteps.KeyFiles(cache) : [];
        var inputs = new Dictionary<string, string>(setup.With, StringComparer.Ordinal);
        foreach (var (name, text) in caches ? setup.CacheWith : setup.NoCacheWith)
        {
            inputs[name] = text;
        }

        var with = new YamlMap();
        foreach (var name in inputs.Keys.Order(StringComparer.Ordinal))
        {
            var text = inputs[name];
            var keyed = text.Replace("{key}", Expressions.Literal(string.Join('\n', keys)), StringComparison.Ordinal);
            if (Placeholders.Fill(keyed, job.Toolchains, Expressions.Version) is { } filled)
            {
                with[name] = Token(filled);
            }
        }

        return with;
    }

    // Inputs are texts to an action; true and false read better without quotes.
    private static YamlScalar Token(string text) => text is "true" or "false" ? YamlScalar.Bare(text) : new YamlScalar(text);

    private static string? CommandLine(IReadOnlyList<string> argv, IReadOnlyList<Toolchain> toolchains)
    {
        var words = Placeholders.Spread(argv, toolchains).Select(text => Placeholders.ShellWord(text, toolchains)).ToList();
        return words.Contains(null) ? null : string.Join(' ', words);
    }
}
