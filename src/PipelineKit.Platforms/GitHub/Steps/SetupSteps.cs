using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Steps before the install: checkout and toolchains.</summary>
internal sealed class SetupSteps(GitHubContext context)
{
    /// <summary>Jobs that run nothing of the repository do not check it out.</summary>
    public static bool ChecksOut(Job job) => job.Run.Count > 0 || job.Install is not null;

    public IEnumerable<YamlMap> Build(Job job)
    {
        if (ChecksOut(job))
        {
            yield return Checkout(job);
        }

        foreach (var toolchain in ToolchainChoice.Uncovered(job.Toolchains))
        {
            if (toolchain.Definition.GitHub.Count == 0)
            {
                context.Report(
                    PlatformDiagnostics.ToolchainUnavailable,
                    $"job \"{job.Id}\" needs toolchain \"{toolchain.Id}\", for which there is no set-up on GitHub",
                    $"add `github:` steps to the toolchain file of {toolchain.Id}");
            }

            foreach (var step in toolchain.Definition.GitHub.Select(setup => Step(job, toolchain, setup)).OfType<YamlMap>())
            {
                yield return step;
            }
        }
    }

    private YamlMap Checkout(Job job)
    {
        var with = new YamlMap();
        if (job.FetchDepth is { } depth)
        {
            with["fetch-depth"] = depth;
        }

        // The token stays out of the job's files: commands cannot push with it.
        with["persist-credentials"] = false;
        return new YamlMap { ["uses"] = context.Uses("actions/checkout"), ["with"] = with };
    }

    private YamlMap? Step(Job job, Toolchain toolchain, GitHubSetup setup)
    {
        if (setup.Uses is { } action)
        {
            var step = new YamlMap { ["uses"] = context.Uses(action) };
            var with = Inputs(job, setup);
            if (with.Count > 0)
            {
                step["with"] = with;
            }

            return step;
        }

        var lines = setup.Run.Select(argv => CommandLine(argv, job.Toolchains)).OfType<string>().ToList();
        return lines.Count == 0 ? null : new YamlMap { ["name"] = StepNames.SetUp(toolchain.Id), ["run"] = RunText.Of(lines) };
    }

    private static YamlMap Inputs(Job job, GitHubSetup setup)
    {
        var caches = CacheSteps.IsHandledBy(job, setup);
        var keys = job.Install?.Cache is { } cache ? CacheSteps.KeyFiles(cache) : [];
        var inputs = setup.With.Concat(caches ? setup.CacheWith : setup.NoCacheWith);
        var with = new YamlMap();
        foreach (var (name, text) in inputs.OrderBy(i => i.Key, StringComparer.Ordinal))
        {
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
        var words = argv.Select(text => Placeholders.ShellWord(text, toolchains)).ToList();
        return words.Contains(null) ? null : string.Join(' ', words);
    }
}
