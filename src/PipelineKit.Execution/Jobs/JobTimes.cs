using System.Globalization;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Jobs;

/// <summary>How long jobs took when they last passed here: one line per job, the id and seconds. The file may be deleted at any time.</summary>
internal sealed class JobTimes(string root)
{
    private readonly string _file = Path.Combine(root, RunFolder.Seconds);

    /// <summary>Tells plans what to expect. A record that cannot be read is no record.</summary>
    public void Tell(IReadOnlyList<JobPlan> plans)
    {
        var known = Read();
        foreach (var plan in plans)
        {
            plan.Expected = known.GetValueOrDefault(plan.Job.Id, plan.Expected);
        }
    }

    /// <summary>Keeps what jobs took that passed as a whole; the others keep what was known.</summary>
    public void Keep(IEnumerable<JobResult> results)
    {
        var known = Read();
        foreach (var result in results.Where(r => r.Outcome == Outcome.Passed && r.Leaves.All(l => l.Outcome != Outcome.Unchanged)))
        {
            known[result.Job.Id] = result.Duration.TotalSeconds;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            File.WriteAllLines(_file, known.Select(k => k.Key + " " + k.Value.ToString("0.0", CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run writes it, or nobody may: the next run then knows a little less.
        }
    }

    private Dictionary<string, double> Read()
    {
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var words in Lines().Select(l => l.Split(' ')))
        {
            if (words is [var job, var number]
                && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= 0 and < double.PositiveInfinity)
            {
                known[job] = seconds;
            }
        }

        return known;
    }

    private string[] Lines()
    {
        try
        {
            return File.Exists(_file) ? File.ReadAllLines(_file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
