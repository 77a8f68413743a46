namespace PipelineKit.Core.Resolution;

/// <summary>Turns paths relative to a project into paths relative to the repository root.</summary>
internal static class ProjectPaths
{
    /// <summary>Joins a project's folder and a path in it; <c>.</c> on either side adds nothing.</summary>
    public static string Join(string project, string path)
    {
        if (project == ".")
        {
            return path;
        }

        var inner = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return inner is "." or "" ? project : $"{project}/{inner}";
    }
}
