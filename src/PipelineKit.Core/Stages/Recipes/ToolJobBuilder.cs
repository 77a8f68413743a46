using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Puts the tools of a stage into jobs, with what their templates say.</summary>
/// <param name="project">The project.</param>
/// <param name="reportsFolder">Reports folder of a job by its name within the document, relative to the project.</param>
/// <param name="part">What the template of a tool says, for a reports folder.</param>
/// <param name="support">Text of a file in <c>templates/support/</c>, or null.</param>
/// <param name="installs">Makes the installs of the project.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class ToolJobBuilder(
    ProjectFacts project,
    Func<string, string> reportsFolder,
    Func<ResolvedTool, string, ToolPart> part,
    Func<string, string?> support,
    InstallBuilder installs,
    DiagnosticBag diagnostics)
{
    private const string Workspace = "workspace";

    /// <summary>One job for all tools that share the project's toolchains, and one for each tool that brings its own.</summary>
    public IReadOnlyList<ToolJob> Build(string stage, IReadOnlyList<ResolvedTool> tools)
    {
        var shared = tools.Where(t => !t.OwnJob).ToList();
        var jobs = new List<ToolJob>();
        if (shared.Count > 0 || tools.Count == 0)
        {
            jobs.Add(Job(stage, "main", shared, project.ManagerData));
        }

        foreach (var tool in tools.Where(t => t.OwnJob))
        {
            jobs.Add(Job(stage, jobs.Count == 0 ? "main" : tool.Recipe.Id, [tool], new ManagerData()));
        }

        return jobs;
    }

    private ToolJob Job(string stage, string name, IReadOnlyList<ResolvedTool> tools, ManagerData manager)
    {
        var folder = reportsFolder(name);
        var parts = tools.Select(tool => new PlacedTool(tool, part(tool, folder))).ToList();
        var install = installs.Make(stage, EnvironmentOf(parts), tools);
        return new ToolJob
        {
            Name = name,
            Tools = tools,
            ReportsFolder = folder,
            Toolchains = Toolchains(manager.Toolchains, parts),
            Steps = LetOthersRun([.. parts.SelectMany(p => p.Part.Steps.Select(step => Step(step, p.Tool.Recipe)))]),
            Reports = [.. parts.SelectMany(p => p.Part.Reports.Select(r => Named(r, p.Tool.Recipe)))],
            Artifacts = [.. parts.SelectMany(p => p.Part.Artifacts)],
            Files = [.. parts.SelectMany(p => p.Part.Files).Select(File).DistinctBy(f => f.Path, StringComparer.Ordinal)],
            Env = Merge(manager.Env, parts.Select(p => p.Part.Env)),
            Install = install,
            Hints = Hints(parts),
            Locks = install is null ? [] : Locks(parts),
        };
    }

    private static Command Step(ToolStep step, ToolRecipe recipe)
    {
        var findings = step.Command.Always ? [] : step.Findings ?? recipe.Findings;
        return step.Command with
        {
            Findings = findings,
            MakesFolders = recipe.MakesFolders,
            OnFailure = findings.Count == 0 ? OnFailure.Stop : step.Decides ? OnFailure.Later : OnFailure.Report,
        };
    }

    // One tool's findings must not hide another's: only the last command that can find something stops the job. What follows it looks whether the
    // verdict is worth something, and a verdict of "failed" is.
    private static IReadOnlyList<Command> LetOthersRun(IReadOnlyList<Command> steps)
    {
        var last = steps.Count - 1;
        while (last >= 0 && (steps[last].Always || steps[last].Findings.Count == 0))
        {
            last--;
        }

        return [.. steps.Select((step, i) => step.OnFailure == OnFailure.Later && i >= last ? step with { OnFailure = OnFailure.Stop } : step)];
    }

    private static Report Named(Report report, ToolRecipe recipe) =>
        report is { Kind: ReportKind.Sarif, Tool: null } ? report with { Tool = recipe.Id } : report;

    private SupportFile File(ToolFile file)
    {
        if ((file.Content ?? (file.From is { } name ? support(name) : null)) is { } content)
        {
            return new SupportFile(file.Path, content);
        }

        diagnostics.Add(StageDiagnostics.BadDataFile, file.Span, $"the support file \"{file.Path}\" has no content: \"{file.From}\" is not in support/");
        return new SupportFile(file.Path, "");
    }

    private static OrderedDictionary<string, string> Hints(IReadOnlyList<PlacedTool> parts)
    {
        var hints = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var placed in parts.Where(p => (p.Part.Environment ?? p.Tool.Environment) is null or { Value: "none" }))
        {
            hints.TryAdd(placed.Tool.Recipe.Program, placed.Tool.Recipe.InstallHint);
        }

        return hints;
    }

    // Whoever needs what was installed shares a working tree with others. Where no tool says which part of it, it is the whole.
    private static List<string> Locks(IReadOnlyList<PlacedTool> parts)
    {
        var locks = parts.SelectMany(p => (p.Part.Locks ?? p.Tool.Recipe.Locks) is { Count: > 0 } own ? own : [Workspace]).Distinct(StringComparer.Ordinal).ToList();
        return locks.Count == 0 || locks.Contains(Workspace, StringComparer.Ordinal) ? [Workspace] : locks;
    }

    // "flake8-debian=any" gives a version, "semgrep" alone means the pinned one.
    private static OrderedDictionary<string, string> Toolchains(IReadOnlyDictionary<string, string> manager, IReadOnlyList<PlacedTool> parts)
    {
        var result = new OrderedDictionary<string, string>(manager, StringComparer.Ordinal);
        foreach (var placed in parts)
        {
            foreach (var toolchain in placed.Tool.Toolchains)
            {
                var words = toolchain.Split('=', 2);
                result.TryAdd(words[0], words.Length == 2 ? words[1] : "pinned");
            }

            foreach (var (id, version) in placed.Part.Toolchains)
            {
                result.TryAdd(id, version);
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
    private static Spanned<string>? EnvironmentOf(IReadOnlyList<PlacedTool> parts)
    {
        var names = parts.Select(p => p.Part.Environment ?? p.Tool.Environment).OfType<Spanned<string>>().Where(e => e.Value != "none").ToList();
        return names.Find(e => e.Value == InstallBuilder.Dependencies) ?? names.FirstOrDefault();
    }

    private sealed record PlacedTool(ResolvedTool Tool, ToolPart Part);
}
