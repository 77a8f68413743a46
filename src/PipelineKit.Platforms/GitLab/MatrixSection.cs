using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary><c>parallel: matrix</c>. GitLab has no list of exclusions: with one, the leaves that remain are written out.</summary>
internal static class MatrixSection
{
    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        if (job.Matrix is not { } matrix)
        {
            return;
        }

        Check(job, matrix, plan);
        map["parallel"] = new YamlMap { ["matrix"] = new YamlList(matrix.Exclude.Count == 0 ? [Whole(matrix)] : Remaining(matrix)) };
    }

    /// <summary>The primary leaf, as <c>needs: parallel: matrix</c> names it.</summary>
    public static YamlMap Primary(Matrix matrix)
    {
        var leaf = new YamlMap();
        foreach (var (axis, value) in MatrixLeaves.Primary(matrix))
        {
            leaf[EnvNames.OfAxis(axis)] = Spelling.Escaped(value);
        }

        return new YamlMap { ["matrix"] = new YamlList(leaf) };
    }

    /// <summary>The longest name that GitLab makes of a job and its leaves: <c>job: [3.12, linux]</c>.</summary>
    public static int LongestName(Job job) => job.Matrix is not { } matrix
        ? job.Id.Length
        : job.Id.Length + ": []".Length + matrix.Axes.Sum(axis => axis.Values.Max(value => value.Length) + ", ".Length) - ", ".Length;

    private static YamlMap Whole(Matrix matrix)
    {
        var entry = new YamlMap();
        foreach (var axis in matrix.Axes)
        {
            entry[EnvNames.OfAxis(axis.Name)] = Texts(axis.Values);
        }

        return entry;
    }

    // Leaves that differ only in the last axis share an entry.
    private static IEnumerable<YamlNode> Remaining(Matrix matrix)
    {
        var (others, last) = (matrix.Axes.SkipLast(1).ToList(), matrix.Axes[^1]);
        foreach (var group in MatrixLeaves.Of(matrix).GroupBy(leaf => string.Join('\0', others.Select(axis => leaf[axis.Name])), StringComparer.Ordinal))
        {
            var entry = new YamlMap();
            foreach (var axis in others)
            {
                entry[EnvNames.OfAxis(axis.Name)] = Spelling.Escaped(group.First()[axis.Name]);
            }

            entry[EnvNames.OfAxis(last.Name)] = Texts(group.Select(leaf => leaf[last.Name]));
            yield return entry;
        }
    }

    private static YamlList Texts(IEnumerable<string> values) => YamlList.Inline(values.Select(Spelling.Escaped));

    private static void Check(Job job, Matrix matrix, GitLabPlan plan)
    {
        foreach (var value in matrix.Axes.SelectMany(axis => axis.Values))
        {
            UnexpandedText.CheckPercent(value, $"a matrix value of job \"{job.Id}\"", plan);
        }

        var leaves = GitLabPlan.Leaves(job);
        if (leaves is 0 or > GitLabLimits.MatrixLeaves)
        {
            plan.Report(
                PlatformDiagnostics.MatrixTooLarge,
                $"the matrix of job \"{job.Id}\" has {leaves} leaves; GitLab takes 1 to {GitLabLimits.MatrixLeaves}");
        }

        if (matrix.FailFast && leaves > 1)
        {
            plan.Report(GitLabDiagnostics.FailFastIgnored, $"job \"{job.Id}\": a failing leaf does not stop the others on GitLab");
        }
    }
}
