using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>What has to be set up on a platform once, because no file of the repository can say it. One implementation per platform.</summary>
public interface IPlatformSetup
{
    /// <summary>
    /// Short sentences in the order in which one would do them, each with the place in the platform's settings. Empty when nothing is left to do.
    /// Pure: the same pipeline gives the same list.
    /// </summary>
    IReadOnlyList<string> Describe(Pipeline pipeline);
}
