using PipelineKit.Cli.Init.Facts;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Init.Versions;

/// <summary>Chooses the language versions of a project: what the owner lists, as far as it exists; otherwise the floor of the range and the newest.</summary>
internal static class VersionChoice
{
    /// <summary>The owner's own list without the lines that the tools no longer run on; empty when nothing is left.</summary>
    public static IReadOnlyList<string> OfList(LanguageLines lines, IEnumerable<string> listed, string? range)
    {
        var named = listed.Select(lines.LineOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. lines.All.Where(l => named.Contains(l) && (range is null || VersionExpression.Admits(range, l)))];
    }

    /// <summary>The lowest supported line that the range admits and the newest one that it admits; empty when there is none.</summary>
    public static IReadOnlyList<string> OfRange(LanguageLines lines, string range)
    {
        var admitted = lines.Supported.Where(l => VersionExpression.Admits(range, l)).ToList();
        var usual = admitted.TakeWhile(l => lines.IndexOf(l) <= lines.IndexOf(lines.Newest)).ToList();
        admitted = usual.Count > 0 ? usual : admitted;
        return admitted.Count switch { 0 => [], 1 => admitted, _ => [admitted[0], admitted[^1]] };
    }

    /// <summary>Adds the versions to the options of the project and tells where they come from and what was dropped.</summary>
    public static void Apply(DetectedProject project, LanguageLines lines, IReadOnlyList<string> versions, string said, Place place, IEnumerable<string>? listed = null)
    {
        project.Option("versions", versions.ToArray());
        project.Found($"versions {string.Join(", ", versions)}: {said}", place);
        var dropped = (listed ?? []).Where(v => lines.LineOf(v) is not { } line || !versions.Contains(line, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        if (dropped.Count > 0)
        {
            project.LeaveOut($"versions {string.Join(", ", dropped)}: not among the lines that are supported and that the tools run on", place);
        }
    }
}
