using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Makes the installs of a project from what the template of its package manager says.</summary>
/// <param name="name">Package manager.</param>
/// <param name="manager">The template's document, asked for when an install is.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
/// <param name="ownOptions">The stage gives options of the stack for itself, so its installs are its own.</param>
internal sealed class InstallBuilder(string name, Func<ManagerDocument> manager, DiagnosticBag diagnostics, bool ownOptions = false)
{
    /// <summary>The environment of the project itself; tools that would be content with less are served by it too.</summary>
    public const string Dependencies = "deps";

    /// <summary>The install of the project alone; null where nothing is installed.</summary>
    /// <param name="stage">Stage, which names an install by options of its own.</param>
    public ToolInstall? OfProject(string stage) => Plan(Dependencies) is { Run.Count: > 0 } plan
        ? new ToolInstall(ownOptions ? $"{Dependencies}-{stage}" : Dependencies, plan.Run, plan.Inputs, plan.Cache)
        : null;

    /// <summary>The install of an environment, with the requirements of the tools that are added to it; null where nothing is installed.</summary>
    /// <param name="stage">Stage, which names an install that holds more than the environment.</param>
    /// <param name="environment">Environment with the place that asks for it, or null.</param>
    /// <param name="tools">Tools of the job.</param>
    public ToolInstall? Make(string stage, Spanned<string>? environment, IReadOnlyList<ResolvedTool> tools)
    {
        if (environment is null)
        {
            return null;
        }

        if (Plan(environment.Value) is not { } plan)
        {
            var known = manager().Environments.Keys.Append("none").ToList();
            diagnostics.Add(
                StageDiagnostics.UnknownId,
                environment.Span,
                $"the package manager \"{name}\" has no environment {MessageText.Quote(environment.Value)}; {MessageText.ExpectedOneOf(known)}",
                MessageText.DidYouMean(environment.Value, known));
            return null;
        }

        var requirements = tools.Where(t => t.Adds).SelectMany(t => t.Facts.Requirements).Distinct(StringComparer.Ordinal).ToList();
        IReadOnlyList<IReadOnlyList<string>> run = requirements.Count > 0 ? [.. plan.Run, [.. manager().Add, .. requirements]] : plan.Run;
        return run.Count == 0 ? null : new ToolInstall(requirements.Count > 0 || ownOptions ? $"{environment.Value}-{stage}" : environment.Value, run, plan.Inputs, plan.Cache);
    }

    private EnvironmentPlan? Plan(string environment) => manager().Environments.GetValueOrDefault(environment);
}
