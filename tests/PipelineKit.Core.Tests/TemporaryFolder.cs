namespace PipelineKit.Core.Tests;

/// <summary>An empty folder that is gone at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
