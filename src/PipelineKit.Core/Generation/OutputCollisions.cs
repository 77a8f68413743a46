using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Generation;

/// <summary>Outputs whose paths some file system takes for the same, or of which one would be a folder of another.</summary>
internal static class OutputCollisions
{
    /// <summary>True when two files cannot both be there. Case is ignored, as on Windows and macOS.</summary>
    public static bool Collide(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase)
        || a.StartsWith(b + "/", StringComparison.OrdinalIgnoreCase)
        || b.StartsWith(a + "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reports every path that two outputs have, or that is a folder of another output.</summary>
    public static void Report(IEnumerable<string> paths, DiagnosticBag diagnostics)
    {
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!all.Add(path))
            {
                Report(path, $"two outputs would be written to {path}", diagnostics);
            }

            for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            {
                folders.TryAdd(path[..slash], path);
            }
        }

        foreach (var path in all.Where(folders.ContainsKey))
        {
            Report(path, $"{path} cannot be a file and a folder: another output is {folders[path]}", diagnostics);
        }
    }

    private static void Report(string path, string message, DiagnosticBag diagnostics) =>
        diagnostics.Add(OutputDiagnostics.PathCollision, SourceSpan.WholeFile(path), message, "give one of them another path under `outputs:`");
}
