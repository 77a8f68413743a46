using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Names of the steps that are not commands of the stage. Readers of the workflow tell them apart by these names.</summary>
internal static class StepNames
{
    public const string Install = "Install";
    public const string CacheFolder = "Choose the cache folder";
    public const string Summary = "Results in the job summary";
    public const string Promised = "Every report is there";
    public const string MergeSarif = "Merge to one run per tool";
    public const string Reports = "Keep the reports";
    public const string Pages = "Hand over the pages";

    public static string SetUp(string toolchain) => $"Set up {toolchain}";

    public static string LogIn(string registry) => $"Log in to {registry}";

    public static string Keep(string artifact) => $"Keep {artifact}";

    /// <summary>The name of a command's step: its own, made different where it would be taken for one of the above.</summary>
    public static string Of(Command command) => IsTaken(command.Name) ? $"{command.Name} (command)" : command.Name;

    private static bool IsTaken(string name) =>
        name is Install or CacheFolder or Summary or Promised || name.StartsWith("Set up ", StringComparison.Ordinal)
        || name.StartsWith("Log in to ", StringComparison.Ordinal);
}
