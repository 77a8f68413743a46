using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>What the template of a package manager rendered: how it installs a project, and how it runs tools.</summary>
internal sealed record ManagerDocument
{
    public static ManagerDocument Empty { get; } = new();

    /// <summary>Environments (installs) by name.</summary>
    public IReadOnlyDictionary<string, EnvironmentPlan> Environments { get; init; } = new Dictionary<string, EnvironmentPlan>();

    /// <summary>Ways of running the tool, by the name that its data file uses.</summary>
    public IReadOnlyDictionary<string, RunningWay> Provisions { get; init; } = new Dictionary<string, RunningWay>();

    /// <summary>Command that adds requirements, which follow it, to an environment; empty where there is none.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];
}

/// <summary>An install of a package manager.</summary>
internal sealed record EnvironmentPlan(IReadOnlyList<IReadOnlyList<string>> Run, IReadOnlyList<string> Inputs, Cache? Cache);

/// <summary>A way of running a tool.</summary>
/// <param name="Run">Beginning of its commands.</param>
/// <param name="Environment">Environment needed first, or null.</param>
/// <param name="Adds">The tool's requirements are added to the environment by the manager's <c>add</c> command.</param>
internal sealed record RunningWay(IReadOnlyList<string> Run, Spanned<string>? Environment, bool Adds);
