using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Finds how each tool of a stage is run for a project: by which package manager, in or not in the lock, in which job.</summary>
/// <param name="catalog">The stage library.</param>
/// <param name="pinned">Version of a pin by its id, or null.</param>
/// <param name="managers">What the template of a package manager says for a tool.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class ToolResolver(
    IStageCatalog catalog, Func<string, string?> pinned, Func<string, ToolFacts, ManagerDocument> managers, DiagnosticBag diagnostics)
{
    public IReadOnlyList<ResolvedTool> Resolve(string stage, IReadOnlyList<Spanned<string>> tools, ProjectFacts project) =>
        [.. tools.Select(tool => Resolve(stage, tool, project)).OfType<ResolvedTool>()];

    private ResolvedTool? Resolve(string stage, Spanned<string> tool, ProjectFacts project)
    {
        if (catalog.FindTool(tool.Value) is not { Recipe: { } recipe } known || !known.Stages.Contains(stage, StringComparer.Ordinal))
        {
            Unavailable(tool, $"the tool \"{tool.Value}\" does nothing for the stage \"{stage}\"", null);
            return null;
        }

        var facts = Facts(recipe, recipe.Requires, tool);
        var inLock = project.ToolsInLock is { } tools ? recipe.IsAmong(tools) : recipe.InLock;
        if (inLock && project.ToolsInLock is { } locked && recipe.NotAmong(locked) is { Count: > 0 } missing)
        {
            // The owner's version of the tool stays; only what it needs besides is added.
            (facts, inLock) = (Facts(recipe, missing, tool), false);
        }

        if (recipe.Provisions.FirstOrDefault(p => (p.InLock is null || p.InLock == inLock) && Way(p, project.Manager, facts) is not null) is not { } provision)
        {
            var possible = Managers(recipe, project, facts);
            Unavailable(
                tool,
                $"the tool \"{tool.Value}\" cannot be had with the package manager \"{project.Manager}\"",
                possible.Count > 0 ? $"it can with {string.Join(", ", possible)}; or list another tool" : "list another tool");
            return null;
        }

        var way = Way(provision, project.Manager, facts)!;
        return new ResolvedTool
        {
            Recipe = recipe,
            Span = tool.Span,
            Facts = facts,
            Prefix = program => program == facts ? way.Run : Way(provision, project.Manager, program)!.Run,
            Environment = way.Environment,
            Adds = way.Adds,
            Toolchains = [.. ByManager(recipe.Toolchains, project.Manager), .. ByManager(recipe.Toolchains, "any")],
            OwnJob = recipe.OwnJob.Contains(project.Manager, StringComparer.Ordinal) || recipe.OwnJob.Contains("any", StringComparer.Ordinal),
        };
    }

    // A beginning of the command that the tool's own file gives wins over the manager's; the manager's environment holds for both.
    private RunningWay? Way(ToolProvision provision, string manager, ToolFacts facts)
    {
        var way = provision.Use is { } use ? managers(manager, facts).Provisions.GetValueOrDefault(use) : null;
        if (provision.Run.TryGetValue(manager, out var own) || provision.Run.TryGetValue("any", out own))
        {
            return new RunningWay(own, provision.Environment ?? way?.Environment, way?.Adds ?? false);
        }

        return way is null ? null : way with { Environment = provision.Environment ?? way.Environment };
    }

    private List<string> Managers(ToolRecipe recipe, ProjectFacts project, ToolFacts facts) =>
        [.. project.Recipe.Managers.Keys.Where(m => recipe.Provisions.Any(p => Way(p, m, facts) is not null)).Select(m => $"\"{m}\"")];

    private static IReadOnlyList<string> ByManager(IReadOnlyDictionary<string, IReadOnlyList<string>> map, string manager) =>
        map.TryGetValue(manager, out var ids) ? ids : [];

    private ToolFacts Facts(ToolRecipe recipe, IReadOnlyList<RequiredPackage> requires, Spanned<string> tool)
    {
        var version = recipe.Version == "pinned" ? Version(recipe.Id, tool) : recipe.Version;
        return new ToolFacts(
            recipe.Program,
            recipe.Module,
            recipe.Package,
            version,
            [.. requires.Select(r => $"{r.Name}{recipe.VersionMark}{(r.Pin is null ? version : Version(r.Pin, tool))}")]);
    }

    private string Version(string pin, Spanned<string> tool)
    {
        if (pinned(pin) is { } version)
        {
            return version;
        }

        diagnostics.Add(
            StageDiagnostics.NoPin, tool.Span, $"the tool \"{pin}\" has no pinned version", $"give one in the spec: pins: {{ {pin}: \"VERSION\" }}");
        return "";
    }

    private void Unavailable(Spanned<string> tool, string message, string? hint) =>
        diagnostics.Add(StageDiagnostics.ToolUnavailable, tool.Span, message, hint);
}
