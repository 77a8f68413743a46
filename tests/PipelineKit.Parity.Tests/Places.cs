using System.Runtime.CompilerServices;

namespace PipelineKit.Parity.Tests;

/// <summary>Folders of the repository.</summary>
internal static class Places
{
    public static string Tests { get; } = Here();

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Tests, "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
