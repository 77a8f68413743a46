using System.Text;
using System.Text.Json;
using PipelineKit.Cli.Running;
using PipelineKit.Core.Files;
using PipelineKit.Execution;

namespace PipelineKit.Cli.Estimating;

/// <summary>Durations of an earlier run: the events that it left, or the document of <c>run --format json</c>.</summary>
internal static class RunDurations
{
    /// <summary>Reads a file, or of a folder the last run's events (<see cref="RunFolder.Events"/>), else all its .json and .jsonl files in the order of their names.</summary>
    /// <exception cref="FormatException">There is nothing to read, or a file is something else.</exception>
    public static DurationTable Read(string path, string shown)
    {
        var table = new DurationTable();
        foreach (var file in Files(path, shown))
        {
            foreach (var job in Jobs(file, Path.GetFileName(file)))
            {
                foreach (var leaf in job.Leaves.Where(l => l.Result.Outcome is "passed" or "failed" or "allowed-failure"))
                {
                    table.Set(job.Job, leaf.Leaf, TimeSpan.FromSeconds(leaf.Result.Seconds));
                }
            }
        }

        return table;
    }

    private static List<string> Files(string path, string shown)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var last = Path.Combine(path, RunFolder.Events);
        List<string> files = FileReader.Exists(last) ? [last] : [.. Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is ".json" or ".jsonl").Order(StringComparer.Ordinal)];
        return files.Count > 0 ? files : throw new FormatException($"{shown}: no run is recorded here; `pipelinekit run` records one, or name a file of `run --format json`");
    }

    private static IReadOnlyList<JobFinished> Jobs(string file, string shown)
    {
        var content = FileReader.Read(file, FileReader.LargeFile);
        if (content.Reason is { } reason)
        {
            throw new FormatException($"{shown} {reason}");
        }

        var text = Encoding.UTF8.GetString(content.Bytes.Span);
        try
        {
            return Document(text) ?? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RunEvent.Parse).OfType<JobFinished>()];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{shown} is neither the events of a run nor the document of `run --format json`", e);
        }
    }

    private static IReadOnlyList<JobFinished>? Document(string text)
    {
        if (text.Length == 0 || text.StartsWith("{\"event\":", StringComparison.Ordinal))
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.TryGetProperty("jobs", out var jobs) ? [.. jobs.EnumerateArray().Select(JobFinished.Read)] : null;
    }
}
