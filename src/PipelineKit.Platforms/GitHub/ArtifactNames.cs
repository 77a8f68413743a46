using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// Names of uploaded artifacts. GitHub keeps one artifact per name and run, so every leaf of a matrix has its own, and names may not hold
/// <c>" : &lt; &gt; | * ? \ /</c> (the upload-artifact action refuses them).
/// </summary>
internal sealed class ArtifactNames
{
    // By job and artifact: no job id holds a slash.
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ArtifactNames(Pipeline pipeline)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in pipeline.Jobs)
        {
            taken.Add(job.Id);
        }

        var makers = pipeline.Jobs.SelectMany(j => j.Artifacts.Select(a => a.Id).Distinct(StringComparer.Ordinal)).CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var job in pipeline.Jobs)
        {
            foreach (var artifact in job.Artifacts)
            {
                // The plain word where no other job has it.
                var name = makers[artifact.Id] == 1 ? artifact.Id : $"{job.Id}-{artifact.Id}";
                while (!taken.Add(name))
                {
                    name += "-artifact";
                }

                _names[$"{job.Id}/{artifact.Id}"] = name;
            }
        }
    }

    /// <summary>Name of a job's reports, for its upload step.</summary>
    public static string OfReports(Job job) => job.Id + Leaf(job);

    /// <summary>Name of the reports of the one leaf that counts.</summary>
    public static string OfPrimaryReports(Job job)
    {
        var name = job.Id;
        if (job.Matrix is not { } matrix)
        {
            return name;
        }

        var primary = MatrixLeaves.Primary(matrix);
        return SafeValues(matrix)
            ? name + string.Concat(primary.Select(p => $"-{p.Key}-{p.Value}"))
            : $"{name}-{MatrixLeaves.Of(matrix).TakeWhile(leaf => !primary.All(p => leaf[p.Key] == p.Value)).Count()}";
    }

    /// <summary>Name of an artifact, for its upload step.</summary>
    public string Of(Job job, string artifactId) => _names[$"{job.Id}/{artifactId}"] + Leaf(job);

    /// <summary>What a later job asks for: a name, or a pattern over all leaves.</summary>
    public (string Key, string Name) Wanted(Job job, string artifactId)
    {
        var name = _names[$"{job.Id}/{artifactId}"];
        return job.Matrix is null ? ("name", name) : ("pattern", name + (SafeValues(job.Matrix) ? $"-{job.Matrix.Axes[0].Name}-*" : "-*"));
    }

    private static string Leaf(Job job) => job.Matrix switch
    {
        null => "",
        { } matrix when SafeValues(matrix) => string.Concat(matrix.Axes.Select(a => $"-{a.Name}-{Expressions.Axis(a.Name)}")),
        _ => "-${{ strategy.job-index }}",
    };

    private static bool SafeValues(Matrix matrix) => matrix.Axes.All(axis => axis.Values.All(value => IsSafe(value)));

    private static bool IsSafe(string value) =>
        value.Length is > 0 and <= 60 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+' or '=' or '@' or ' ' or '-');
}
