using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>
/// Where files of an artifact come to lie. The upload action stores paths relative to the deepest folder that holds everything it searched:
/// for one folder that folder itself, for one file the folder around it, for several their common folder.
/// </summary>
internal static class ArtifactPaths
{
    /// <summary>The folder to download an artifact to, so that its files are where the job that made them had them.</summary>
    public static string Root(Artifact artifact)
    {
        var starts = artifact.Paths.Select(SearchStart).Distinct(StringComparer.Ordinal).ToList();
        starts.RemoveAll(path => starts.Any(other => other != path && path.StartsWith(other + "/", StringComparison.Ordinal)));
        if (starts.Count > 1)
        {
            return Common(starts);
        }

        var only = artifact.Paths[0];
        var isFolder = only.EndsWith('/') || only.Contains('*', StringComparison.Ordinal) || !Path.HasExtension(only);
        return isFolder ? starts[0] : Parent(starts[0]);
    }

    /// <summary>True when the path goes through a folder or file that the upload action leaves out unless told otherwise.</summary>
    public static bool IsHidden(string path) => path.Split('/').Any(part => part.Length > 1 && part[0] == '.' && part != "..");

    // The part in front of the first wildcard, as the action's glob library cuts it.
    private static string SearchStart(string path) =>
        string.Join('/', path.TrimEnd('/').Split('/').TakeWhile(part => part.IndexOfAny(['*', '?', '[']) < 0)) is { Length: > 0 } start ? start : ".";

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : ".";

    private static string Common(List<string> paths)
    {
        var split = paths.Select(p => p.Split('/')).ToList();
        var length = 0;
        while (split.All(p => p.Length > length) && split.All(p => p[length] == split[0][length]))
        {
            length++;
        }

        return length == 0 ? "." : string.Join('/', split[0][..length]);
    }
}
