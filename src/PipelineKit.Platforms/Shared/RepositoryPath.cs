namespace PipelineKit.Platforms.Shared;

/// <summary>Paths relative to the repository root, seen from elsewhere.</summary>
internal static class RepositoryPath
{
    /// <summary>A path as seen from a folder; both relative to the repository root, <c>.</c> being the root.</summary>
    public static string SeenFrom(string folder, string path)
    {
        var from = Segments(folder);
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        return string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
    }

    /// <summary>True for a folder or file at or below another.</summary>
    public static bool IsWithin(string folder, string path) =>
        folder is "." or "" || string.Equals(path.TrimEnd('/'), folder.TrimEnd('/'), StringComparison.Ordinal)
        || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static string[] Segments(string folder) => folder is "." or "" ? [] : folder.TrimEnd('/').Split('/');
}
