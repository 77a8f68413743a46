using System.Security.Cryptography;

namespace PipelineKit.Execution.Tests.Running;

/// <summary>
/// The program as a package in a folder feed. Its version holds the hash of its assemblies: NuGet never looks again at a version that it has
/// once unpacked, so an unchanged version would run an old program.
/// </summary>
internal static class OwnTool
{
    private static readonly Lazy<(string Feed, string Version)> Packed = new(Pack);

    public static string Feed => Packed.Value.Feed;

    public static string Version => Packed.Value.Version;

    private static (string, string) Pack()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(IsOurs).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(assembly));
        }

        var version = $"0.1.0-h{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
        var feed = Path.Combine(TestFolders.Repository, "artifacts", "execution", "feed");
        if (!File.Exists(Path.Combine(feed, $"PipelineKit.{version}.nupkg")))
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            var result = Tool.Run(TestFolders.Repository, "dotnet",
                ["pack", "src/PipelineKit.Cli", "--no-build", "--nologo", "-v", "q", "--configuration", configuration, "--output", feed, $"-p:PackageVersion={version}"]);
            result.Exit.ShouldBe(0, result.ToString());
        }

        return (feed, version);
    }

    private static bool IsOurs(string path) =>
        Path.GetFileName(path) is var name && (name == "pipelinekit.dll" || (name.StartsWith("PipelineKit.", StringComparison.Ordinal) && !name.Contains(".Tests.", StringComparison.Ordinal)));
}
