using PipelineKit.Parity.Tests.Reading;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>What the program says that each platform does, as the first digits of a digest by job: the one thing the readers do not look at.</summary>
/// <param name="Digests">By job and platform; the platform is empty where all do the same.</param>
internal sealed record Stated(IReadOnlyDictionary<(string Job, string Platform), string> Digests)
{
    /// <summary>Jobs that something is said of.</summary>
    public IEnumerable<string> Jobs => Digests.Keys.Select(key => key.Job).Distinct(StringComparer.Ordinal);

    /// <summary>From the lock file of a repository; of a case from the section that was taken out of it.</summary>
    public static Stated In(string folder)
    {
        var list = Path.Combine(folder, "parity.yml");
        var map = File.Exists(list) ? YamlText.Load(File.ReadAllText(list)) : YamlText.Load(File.ReadAllText(Path.Combine(folder, ".pipelinekit", "lock.yml"))).Get("parity");
        return new Stated(map.Entries().SelectMany(job => Of(job.Key, job.Value)).ToDictionary(e => e.Key, e => e.Value));
    }

    /// <summary>What is said of a job on a platform, or "nothing".</summary>
    public string For(string job, string platform) => Digests.GetValueOrDefault((job, platform)) ?? Digests.GetValueOrDefault((job, "")) ?? "nothing";

    private static IEnumerable<KeyValuePair<(string Job, string Platform), string>> Of(string job, YamlNode value) => value is YamlMappingNode platforms
        ? platforms.Entries().Select(e => KeyValuePair.Create((job, e.Key), e.Value.Text()!))
        : [KeyValuePair.Create((job, ""), value.Text()!)];
}
