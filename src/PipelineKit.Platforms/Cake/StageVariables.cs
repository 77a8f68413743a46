using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>
/// The variables of a job: those of its matrix, those that tell tools a version, and its own. Other variables of toolchains make a CI machine
/// out of a laptop and are left out.
/// </summary>
internal static class StageVariables
{
    /// <summary>The entries, as C# source. What tells of a service is known when the service runs, and is not among them.</summary>
    public static IReadOnlyList<string> Of(Job job, StageSyntax syntax) =>
    [
        .. (job.Matrix?.Axes ?? []).Select(axis => CSharpText.Entry(EnvNames.OfAxis(axis.Name), CSharpText.Variable(axis.Name))),
        .. Told(job).Select(variable => CSharpText.Entry(variable.Name, variable.Source)),
        .. job.Env.Where(variable => variable.Value is not ServiceValue).Select(variable => CSharpText.Entry(variable.Key, CSharpText.Of(variable.Value, job, syntax))),
    ];

    /// <summary>What makes one install of a folder different from another, as C# source: <c>"python 3.12"</c>; null when nothing does.</summary>
    public static string? Versions(Job job)
    {
        var told = Told(job).Select(variable => (Text: variable.Id, variable.Source));
        var axes = (job.Matrix?.Axes ?? []).Select(axis => (Text: axis.Name, Source: CSharpText.Variable(axis.Name)));
        var all = told.Concat(axes).DistinctBy(entry => entry.Source).ToList();
        return all.Count == 0 ? null
            : job.Matrix is null ? CSharpText.Literal(string.Join(", ", all.Select(entry => $"{entry.Text} {entry.Source.Trim('"')}")))
            : $"$\"{string.Join(", ", all.Select(entry => $"{entry.Text} {(entry.Source.StartsWith('"') ? entry.Source.Trim('"') : $"{{{entry.Source}}}")}"))}\"";
    }

    private static IEnumerable<(string Name, string Id, string Source)> Told(Job job) =>
        from toolchain in job.Toolchains
        from variable in toolchain.Definition.Env.OrderBy(entry => entry.Key, StringComparer.Ordinal)
        from other in job.Toolchains
        where variable.Value == $"{{{other.Id}}}"
        select (variable.Key, other.Id, other.Version is MatrixValue matrix ? CSharpText.Variable(matrix.Axis) : CSharpText.Literal(((LiteralValue)other.Version).Text));
}
