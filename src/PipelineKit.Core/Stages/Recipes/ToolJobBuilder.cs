using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Puts the tools of a stage into jobs and expands everything that their data files say.</summary>
/// <param name="project">The project.</param>
/// <param name="scope">Names for placeholders: inputs, <c>stack.*</c>, <c>project.*</c>, <c>fail-on</c>, <c>pins.*</c>.</param>
/// <param name="reportsFolder">Reports folder of a job by its name within the document, relative to the project.</param>
/// <param name="support">Text of a file in <c>templates/support/</c>, or null.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class ToolJobBuilder(
    ProjectFacts project, Scope scope, Func<string, string> reportsFolder, Func<string, string?> support, DiagnosticBag diagnostics)
{
    /// <summary>One job for all tools that share the project's toolchains, and one for each tool that brings its own.</summary>
    public IReadOnlyList<ToolJob> Build(string stage, IReadOnlyList<ResolvedTool> tools)
    {
        var shared = tools.Where(t => !t.OwnJob).ToList();
        var jobs = new List<ToolJob>();
        if (shared.Count > 0 || tools.Count == 0)
        {
            jobs.Add(Job(stage, "main", shared, project.ManagerRecipe));
        }

        foreach (var tool in tools.Where(t => t.OwnJob))
        {
            jobs.Add(Job(stage, jobs.Count == 0 ? "main" : tool.Recipe.Id, [tool], new ManagerRecipe()));
        }

        return jobs;
    }

    /// <summary>An install of the project by the name of its environment.</summary>
    public ToolInstall? Environment(string name) => Install("", name, []);

    private ToolJob Job(string stage, string name, IReadOnlyList<ResolvedTool> tools, ManagerRecipe manager)
    {
        var folder = reportsFolder(name);
        var expansions = tools.Select(tool => new ToolExpansion(tool, scope, folder, diagnostics)).ToList();
        var install = Install(stage, EnvironmentOf(tools), tools);
        return new ToolJob
        {
            Name = name,
            Tools = tools,
            ReportsFolder = folder,
            Toolchains = Toolchains(manager.Toolchains, tools),
            Steps = LetOthersRun([.. expansions.SelectMany(e => e.Steps())]),
            Reports = [.. expansions.SelectMany(e => e.Reports())],
            Artifacts = [.. expansions.SelectMany(e => e.Artifacts())],
            Files = [.. expansions.SelectMany(e => e.Files(support)).DistinctBy(f => f.Path, StringComparer.Ordinal)],
            Env = Merge(manager.Env, expansions.Select(e => e.Env())),
            Install = install,
            Locks = install is null ? [] : Locks(tools),
        };
    }

    // Whoever needs what was installed shares a working tree with others. Where no tool says which part of it, it is the whole.
    private List<string> Locks(IReadOnlyList<ResolvedTool> tools)
    {
        var expander = new ArgumentExpander(diagnostics);
        var locks = tools.SelectMany(t => t.Recipe.Locks.Parts.Count == 0 ? [Workspace] : expander.Expand(t.Recipe.Locks, scope))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return locks.Count == 0 || locks.Contains(Workspace, StringComparer.Ordinal) ? [Workspace] : locks;
    }

    private const string Workspace = "workspace";

    // One tool's findings must not hide another's: only the last command that can fail stops the job.
    private static IReadOnlyList<Command> LetOthersRun(IReadOnlyList<Command> steps)
    {
        var last = steps.Count - 1;
        while (last >= 0 && steps[last].Always)
        {
            last--;
        }

        return [.. steps.Select((step, i) => step.OnFailure == OnFailure.Later && i >= last ? step with { OnFailure = OnFailure.Stop } : step)];
    }

    private OrderedDictionary<string, string> Toolchains(IReadOnlyDictionary<string, string> manager, IReadOnlyList<ResolvedTool> tools)
    {
        var result = new OrderedDictionary<string, string>(manager, StringComparer.Ordinal);
        var expander = new ArgumentExpander(diagnostics);
        foreach (var entry in tools.SelectMany(t => t.Toolchains.Select(text => (Value: text, t.Recipe.Span))))
        {
            // "flake8-debian=any" gives a version, "semgrep" alone means the pinned one; one whose placeholder holds nothing is not asked for.
            var parts = entry.Value.Split('=', 2);
            var version = parts.Length == 2 ? expander.ExpandText(parts[1], scope, entry.Span) : "pinned";
            if (version.Length > 0)
            {
                result.TryAdd(parts[0], version);
            }
        }

        return result;
    }

    private static OrderedDictionary<string, string> Merge(IReadOnlyDictionary<string, string> first, IEnumerable<IReadOnlyDictionary<string, string>> others)
    {
        var result = new OrderedDictionary<string, string>(first, StringComparer.Ordinal);
        foreach (var other in others)
        {
            foreach (var (key, value) in other)
            {
                result[key] = value;
            }
        }

        return result;
    }

    // The project's own environment serves tools that would be content with less.
    private static string? EnvironmentOf(IReadOnlyList<ResolvedTool> tools)
    {
        var names = tools.Select(t => t.Environment).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Contains("deps", StringComparer.Ordinal) ? "deps" : names.FirstOrDefault();
    }

    private ToolInstall? Install(string stage, string? environment, IReadOnlyList<ResolvedTool> tools)
    {
        if (environment is null || !project.ManagerRecipe.Environments.TryGetValue(environment, out var recipe))
        {
            return null;
        }

        var expander = new ArgumentExpander(diagnostics);
        var run = recipe.Run.Select(argv => expander.Expand(argv, scope)).Where(argv => argv.Count > 0).ToList();
        var requirements = tools.Where(t => t.Adds)
            .SelectMany(t => expander.Expand(t.Recipe.Requires, scope.With("version", t.Version)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (requirements.Count > 0)
        {
            run.Add(expander.Expand(project.ManagerRecipe.Add, scope.With("requirements", requirements)));
        }

        return run.Count == 0 ? null : new ToolInstall(
            requirements.Count > 0 ? $"{environment}-{stage}" : environment,
            run,
            expander.Expand(recipe.Inputs, scope),
            recipe.Cache is { } cache
                ? new Cache(cache.Id, cache.Env, expander.Expand(cache.Key, scope), expander.Expand(cache.Else, scope))
                : null);
    }
}
