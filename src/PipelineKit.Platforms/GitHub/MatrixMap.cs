using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The <c>strategy</c> of a job.</summary>
internal static class MatrixMap
{
    /// <summary>Most jobs that one matrix may make (<see href="https://docs.github.com/actions/reference/limits"/>).</summary>
    public const int MaximumLeaves = 256;

    public static YamlMap Build(Matrix matrix)
    {
        var axes = new YamlMap();
        foreach (var axis in matrix.Axes)
        {
            axes[axis.Name] = YamlList.Inline(axis.Values.Select(Expressions.Literal));
        }

        if (matrix.Exclude.Count > 0)
        {
            axes["exclude"] = new YamlList(matrix.Exclude.Select(Leaf));
        }

        return new YamlMap { ["fail-fast"] = matrix.FailFast, ["matrix"] = axes };
    }

    /// <summary>A job's title with its project and its leaf behind it, so that no two jobs look alike on the page of a run.</summary>
    public static YamlScalar Title(Job job)
    {
        var title = Expressions.Literal(job.Title);
        var axes = job.Matrix?.Axes.Select(a => $"{a.Name} {Expressions.Axis(a.Name)}") ?? [];
        List<string> parts = [.. job.Project.Name is { } project ? [Expressions.Literal(project)] : Array.Empty<string>(), .. axes];
        return new YamlScalar(parts.Count == 0 ? title : $"{title} ({string.Join(", ", parts)})");
    }

    private static YamlNode Leaf(IReadOnlyDictionary<string, string> entry)
    {
        var leaf = new YamlMap { Flow = true };
        foreach (var (axis, value) in entry.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            leaf[axis] = Expressions.Text(value);
        }

        return leaf;
    }
}
