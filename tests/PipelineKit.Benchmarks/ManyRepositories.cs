using System.Diagnostics;

namespace PipelineKit.Benchmarks;

/// <summary>
/// Many repositories in one process: <c>dotnet run -c Release --project tests/PipelineKit.Benchmarks -- repositories 1000 10000</c>.
/// Prints the time of the first generation of all of them, of a second run that finds everything up to date, and the peak memory.
/// The folders are removed after the last count, not between: ext4 looks at each inode that was freed in the last seconds before it takes one
/// (<c>recently_deleted</c>), so files that follow a large deletion cost several times as much. For the same reason wait a minute between runs.
/// </summary>
internal static class ManyRepositories
{
    public static void Run(IEnumerable<int> counts)
    {
        var parents = new List<string>();
        try
        {
            foreach (var count in counts)
            {
                var parent = Repositories.Make(count);
                parents.Add(parent);
                var first = Time(parent, count, Core.Generation.GenerateStepKind.Write);
                var second = Time(parent, count, Core.Generation.GenerateStepKind.Plan);
                using var self = Process.GetCurrentProcess();
                Console.WriteLine(string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{count} repositories: generate {first.TotalSeconds:0.00} s, check {second.TotalSeconds:0.00} s ({second.TotalMilliseconds / count:0.00} ms each), peak {self.PeakWorkingSet64 >> 20} MB"));
            }
        }
        finally
        {
            parents.ForEach(p => Directory.Delete(p, recursive: true));
        }
    }

    private static TimeSpan Time(string parent, int count, Core.Generation.GenerateStepKind last)
    {
        var start = Stopwatch.GetTimestamp();
        Parallel.For(0, count, i => Repositories.Generate(Repositories.Folder(parent, i), last));
        return Stopwatch.GetElapsedTime(start);
    }
}
