using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Which toolchains of a job have to be set up at all.</summary>
internal static class ToolchainChoice
{
    /// <summary>The job's toolchains without those that another one provides itself; of two that provide each other the first stays.</summary>
    public static IReadOnlyList<Toolchain> Uncovered(IReadOnlyList<Toolchain> toolchains) =>
        [.. toolchains.Where((toolchain, at) => !toolchains.Where((other, otherAt) => Covers(other, toolchain, otherAt < at)).Any())];

    private static bool Covers(Toolchain other, Toolchain toolchain, bool earlier) =>
        !ReferenceEquals(other, toolchain)
        && other.Definition.Covers.Contains(toolchain.Id, StringComparer.Ordinal)
        && (earlier || !toolchain.Definition.Covers.Contains(other.Id, StringComparer.Ordinal));
}
