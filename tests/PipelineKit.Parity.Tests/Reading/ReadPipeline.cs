namespace PipelineKit.Parity.Tests.Reading;

/// <summary>The jobs of one platform's file, without those that only the platform has.</summary>
/// <param name="Platform">github, gitlab or cake.</param>
/// <param name="Jobs">By id.</param>
internal sealed record ReadPipeline(string Platform, IReadOnlyDictionary<string, ReadJob> Jobs)
{
    /// <summary>Jobs that the platforms make themselves.</summary>
    public static bool IsOwn(string id) => id is "quality-gate" or "changes" or "code-scanning";
}
