using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Resolution;

/// <summary>Maps operating system classes to runners. The defaults are fixed images, because "latest" changes under a pipeline's feet.</summary>
internal static class RunnerMap
{
    private static readonly Dictionary<string, string> DefaultLabels = new(StringComparer.Ordinal)
    {
        ["linux"] = "ubuntu-24.04",
        ["windows"] = "windows-2025",
        ["macos"] = "macos-15",
    };

    public static Runner Resolve(SpecDocument spec, string os, string? image)
    {
        var own = spec.Runners.GetValueOrDefault(os);
        IReadOnlyList<string> labels = own is { GitHub.Count: > 0 } ? own.GitHub : [DefaultLabels.GetValueOrDefault(os, os)];
        return new Runner(os, labels, own?.GitLab ?? [], image) { ForgejoLabels = own?.Forgejo ?? [] };
    }
}
