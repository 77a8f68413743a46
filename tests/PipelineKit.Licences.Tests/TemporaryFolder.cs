using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("licences-").FullName;

    public TemporaryFolder With(string relative, string content)
    {
        var path = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public LicenceReport Scan(LicencePolicy? policy = null, string path = "", params string[] packageFolders) =>
        LicenceScan.Run(new LicenceScanRequest
        {
            Path = System.IO.Path.Combine(Path, path),
            Today = new DateOnly(2026, 3, 1),
            Policy = policy ?? LicencePolicy.Default,
            PackageFolders = [.. packageFolders],
            Name = "sample",
        });

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
