using PipelineKit.Core.Generation;

namespace PipelineKit.Core.Tests.Generation;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public TemporaryRepository() => Root = new RepositoryRoot(Directory.CreateTempSubdirectory("pipelinekit-").FullName);

    public RepositoryRoot Root { get; }

    public void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Root.FullPath(path))!);
        File.WriteAllText(Root.FullPath(path), text);
    }

    public IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Root.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root.Folder, f)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root.Folder, recursive: true);
}
