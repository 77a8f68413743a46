using System.Collections.Immutable;
using PipelineKit.Core.Spec;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Cli.Licences;

/// <summary>Finds what a spec says about a folder that is to be checked.</summary>
internal static class SpecProjects
{
    /// <summary>The policy for a path; one that holds several projects needs them to agree.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="path">Folder or file relative to the repository, with forward slashes; <c>.</c> is the root.</param>
    /// <exception cref="FormatException">Its projects have different policies, or a policy is wrong.</exception>
    public static LicencePolicy PolicyFor(SpecDocument spec, string path)
    {
        if (spec.Projects.Where(p => Holds(p.Path.Value, path)).MaxBy(p => p.Path.Value.Length) is { } project)
        {
            return SpecPolicy.Of(project);
        }

        var inside = spec.Projects.Where(p => Holds(path, p.Path.Value)).ToList();
        var policies = inside.Select(SpecPolicy.Of).DistinctBy(Text, StringComparer.Ordinal).ToList();
        return policies switch
        {
            [] => LicencePolicy.Default,
            [var one] => one,
            _ => throw new FormatException($"the projects below {path} have different policies; check one of {string.Join(", ", inside.Select(p => p.Path.Value))}"),
        };
    }

    /// <summary>Folders of other projects below a project's folder, relative to <paramref name="path"/>: they are checked by their own policy.</summary>
    public static ImmutableArray<string> Others(SpecDocument spec, string path) => spec.Projects.Any(p => p.Path.Value == path)
        ? [.. spec.Projects.Select(p => p.Path.Value).Where(p => p != path && Holds(path, p)).Select(p => path == "." ? p : p[(path.Length + 1)..])]
        : [];

    private static bool Holds(string folder, string path) => folder == "." || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Text(LicencePolicy policy) => string.Join(
        '\n',
        string.Join(' ', policy.Allow.Order(StringComparer.Ordinal)),
        string.Join(' ', policy.Deny.Order(StringComparer.Ordinal)),
        string.Join(' ', policy.Review.Order(StringComparer.Ordinal)),
        string.Join(' ', policy.Exceptions),
        $"{policy.Development} {policy.Unknown} {policy.Unlisted}");
}
