using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake.Frosting;

/// <summary>Names of classes for the tasks of a pipeline: <c>TestCoverageTask</c> for <c>test-coverage</c>, each taken once.</summary>
internal sealed class ClassNames
{
    private const string Gate = "quality-gate";

    private readonly Dictionary<string, string> _byTask = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ClassNames(Pipeline pipeline)
    {
        Take(Gate);
        Take("Default");
        foreach (var task in pipeline.Jobs.SelectMany(job => LegsOf(job).Prepend(job.Id)).Concat(pipeline.Jobs.Select(job => job.Stage)))
        {
            Take(task);
        }
    }

    /// <summary>The class of a task.</summary>
    public string Of(string task) => _byTask[task];

    /// <summary>The class that the legs of a matrix have in common.</summary>
    public string LegOf(Job job) => Of(job.Id)[..^"Task".Length] + "Leg";

    /// <summary>Names of the legs of a job, the one whose reports others use last; none without a matrix.</summary>
    public static IEnumerable<string> LegsOf(Job job) => Leaves(job).Select(leaf => NameOf(job, leaf));

    /// <summary>The legs of a job by the values of its axes, in the same order.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Leaves(Job job)
    {
        if (job.Matrix is not { } matrix)
        {
            return [];
        }

        var primary = MatrixLeaves.Primary(matrix);
        return MatrixLeaves.Of(matrix).OrderBy(leaf => primary.All(pair => leaf[pair.Key] == pair.Value));
    }

    /// <summary>The name of a leg.</summary>
    public static string NameOf(Job job, IReadOnlyDictionary<string, string> leaf) =>
        $"{job.Id}-{string.Join('-', job.Matrix!.Axes.Select(axis => $"{axis.Name}-{leaf[axis.Name]}"))}";

    private void Take(string task)
    {
        if (_byTask.ContainsKey(task))
        {
            return;
        }

        var words = task.Split([.. task.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        var plain = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        plain = plain.Length == 0 || char.IsAsciiDigit(plain[0]) ? "Stage" + plain : plain;
        var name = plain + "Task";
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{plain}{number}Task";
        }

        _byTask.Add(task, name);
    }
}
