using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Finds how each tool of a stage is run for a project: by which package manager, in or not in the lock, in which job.</summary>
internal sealed class ToolResolver(IStageCatalog catalog, Func<string, string?> pinned, DiagnosticBag diagnostics)
{
    public IReadOnlyList<ResolvedTool> Resolve(string stage, IReadOnlyList<Spanned<string>> tools, ProjectFacts project) =>
        [.. tools.Select(tool => Resolve(stage, tool, project)).OfType<ResolvedTool>()];

    private ResolvedTool? Resolve(string stage, Spanned<string> tool, ProjectFacts project)
    {
        if (catalog.FindTool(tool.Value)?.Recipe is not { } recipe || !recipe.Stages.TryGetValue(stage, out var steps))
        {
            Unavailable(tool, $"the tool \"{tool.Value}\" does nothing for the stage \"{stage}\"", null);
            return null;
        }

        var inLock = project.ToolsInLock?.Contains(recipe.Id, StringComparer.Ordinal) ?? recipe.InLock;
        if (recipe.Provisions.FirstOrDefault(p => (p.InLock is null || p.InLock == inLock) && Prefix(p, project) is not null) is not { } provision)
        {
            var managers = Managers(recipe, project);
            Unavailable(
                tool,
                $"the tool \"{tool.Value}\" cannot be had with the package manager \"{project.Manager}\"",
                managers.Count > 0 ? $"it can with {string.Join(", ", managers)}; or list another tool" : "list another tool");
            return null;
        }

        var way = provision.Use is { } use ? project.ManagerRecipe.Provisions.GetValueOrDefault(use) : null;
        var environment = steps.Environment ?? provision.Environment ?? way?.Environment;
        return new ResolvedTool
        {
            Recipe = recipe,
            Span = tool.Span,
            Stage = steps,
            Version = Version(recipe, tool),
            Prefix = Prefix(provision, project)!,
            Environment = environment == "none" ? null : environment,
            Adds = way?.Adds ?? false,
            Toolchains = [.. ByManager(recipe.Toolchains, project.Manager), .. ByManager(recipe.Toolchains, "any")],
            OwnJob = recipe.OwnJob.Contains(project.Manager, StringComparer.Ordinal) || recipe.OwnJob.Contains("any", StringComparer.Ordinal),
        };
    }

    private static ArgumentTemplate? Prefix(ToolProvision provision, ProjectFacts project)
    {
        if (provision.Run.TryGetValue(project.Manager, out var own) || provision.Run.TryGetValue("any", out own))
        {
            return own;
        }

        return provision.Use is { } use && project.ManagerRecipe.Provisions.TryGetValue(use, out var way) ? way.Run : null;
    }

    private static IReadOnlyList<string> Managers(ToolRecipe recipe, ProjectFacts project) =>
        [.. project.Recipe.Managers.Where(m => recipe.Provisions.Any(p =>
            p.Run.ContainsKey(m.Key) || p.Run.ContainsKey("any") || (p.Use is { } use && m.Value.Provisions.ContainsKey(use)))).Select(m => $"\"{m.Key}\"")];

    private static IReadOnlyList<string> ByManager(IReadOnlyDictionary<string, IReadOnlyList<string>> map, string manager) =>
        map.TryGetValue(manager, out var ids) ? ids : [];

    private string Version(ToolRecipe recipe, Spanned<string> tool)
    {
        if (recipe.Version != "pinned")
        {
            return recipe.Version;
        }

        if (pinned(recipe.Id) is { } version)
        {
            return version;
        }

        diagnostics.Add(
            StageDiagnostics.NoPin, tool.Span, $"the tool \"{recipe.Id}\" has no pinned version", $"give one in the spec: pins: {{ {recipe.Id}: \"VERSION\" }}");
        return "";
    }

    private void Unavailable(Spanned<string> tool, string message, string? hint) =>
        diagnostics.Add(StageDiagnostics.ToolUnavailable, tool.Span, message, hint);
}
