using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Digest;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>
/// Settles what one platform's file alone leaves open: a text that may come from a service, and a time that was rounded up. The reading is taken
/// that most platforms allow; where a file does not allow it, its text stays and shows as a difference.
/// </summary>
internal static class Agreement
{
    /// <summary>The objects of one job, by platform.</summary>
    public static Dictionary<string, JsonObject> Settle(IReadOnlyDictionary<string, ReadJob> jobs)
    {
        var parts = jobs.ToDictionary(job => job.Key, job => job.Value.Parts.DeepClone().AsObject());
        foreach (var name in jobs.Values.SelectMany(job => job.Readings.Keys).Distinct(StringComparer.Ordinal))
        {
            Variable(name, jobs, parts);
        }

        Time(jobs, parts);
        return parts;
    }

    private static void Variable(string name, IReadOnlyDictionary<string, ReadJob> jobs, Dictionary<string, JsonObject> parts)
    {
        if (parts.Values.Any(p => p["env"]?[name] is null))
        {
            return;
        }

        var readings = jobs.ToDictionary(job => job.Key, job => job.Value.Readings.GetValueOrDefault(name) ?? [parts[job.Key]["env"]![name]!]);
        var common = readings.Values.SelectMany(all => all).MaxBy(reading => readings.Values.Count(all => Allows(all, reading)));
        foreach (var (platform, _) in readings.Where(all => Allows(all.Value, common)))
        {
            parts[platform]["env"]![name] = common!.DeepClone();
        }
    }

    private static bool Allows(IReadOnlyList<JsonNode> readings, JsonNode? reading) => readings.Any(other => JsonNode.DeepEquals(reading, other));

    private static void Time(IReadOnlyDictionary<string, ReadJob> jobs, Dictionary<string, JsonObject> parts)
    {
        var exact = parts.Where(p => jobs[p.Key].TimeStep == 1).Select(p => p.Value["timeoutSeconds"]!.GetValue<long>()).Distinct().ToList();
        foreach (var (platform, part) in parts)
        {
            var step = jobs[platform].TimeStep;
            if (exact is [var seconds] && part["timeoutSeconds"]!.GetValue<long>() == (seconds + step - 1) / step * step)
            {
                part["timeoutSeconds"] = seconds;
            }
        }
    }
}
