using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Names of container images.</summary>
internal static class Images
{
    /// <summary>The image as it is pulled: through the registry mirror of the spec, if there is one.</summary>
    public static string Pulled(Settings settings, string image) =>
        settings.ImagesPrefix is { Length: > 0 } prefix ? $"{prefix.TrimEnd('/')}/{image}" : image;
}
