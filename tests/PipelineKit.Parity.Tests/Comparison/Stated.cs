using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>What the program says that all platforms do, as the first digits of a digest by job: the one thing the readers do not look at.</summary>
internal static class Stated
{
    /// <summary>From the lock file of a repository; of a case from the list that was taken out of it.</summary>
    public static IReadOnlyDictionary<string, string> In(string folder)
    {
        var list = Path.Combine(folder, "parity.txt");
        var lines = File.Exists(list) ? File.ReadAllLines(list) : [];
        return File.Exists(list)
            ? lines.Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1])
            : YamlText.Load(File.ReadAllText(Path.Combine(folder, ".pipelinekit", "lock.yml"))).Get("parity").Entries().ToDictionary(e => e.Key, e => e.Value.Text()!);
    }
}
