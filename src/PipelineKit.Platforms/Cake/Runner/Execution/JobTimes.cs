using System.Globalization;

namespace PipelineKitRunner;

/// <summary>How long jobs took when they last passed here: a file of the working tree (<c>.cake/seconds</c>) that may be deleted at any time.</summary>
internal sealed class JobTimes(string root)
{
    private readonly string _file = System.IO.Path.Combine(root, ".cake", "seconds");

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
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_file)!);
            System.IO.File.WriteAllLines(_file, known.Select(k => k.Key + " " + k.Value.ToString("0.0", CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is System.IO.IOException or UnauthorizedAccessException)
        {
            // Another run writes it, or nobody may: the next run then knows a little less.
        }
    }

    private Dictionary<string, double> Read()
    {
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var words in Lines().Select(l => l.Split(' ')))
        {
            if (words.Length == 2 && double.TryParse(words[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < double.PositiveInfinity)
            {
                known[words[0]] = seconds;
            }
        }

        return known;
    }

    private string[] Lines()
    {
        try
        {
            return System.IO.File.Exists(_file) ? System.IO.File.ReadAllLines(_file) : [];
        }
        catch (Exception e) when (e is System.IO.IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
