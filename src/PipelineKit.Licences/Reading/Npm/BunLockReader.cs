using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads <c>bun.lock</c> (https://bun.com/docs/pm/lockfile): JSON with trailing commas, each package under its place in the tree.</summary>
internal sealed class BunLockReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "bun.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var root = JsonText.Read(text);
        var version = root.TextOf("lockfileVersion");
        if (version is not ("0" or "1"))
        {
            throw LockFormatException.OfVersion(
                version is null ? "has no \"lockfileVersion\", so Bun did not write it" : $"has lock file version {version}; 0 and 1 are read", root["lockfileVersion"]?.Line ?? 1);
        }

        foreach (var table in (string[])["workspaces", "packages"])
        {
            _ = root[table] is { IsTable: true } ? true : throw new LockFormatException($"it has no table \"{table}\"", root.Line);
        }

        new BunPackages(root, path, context).AddPackages();
    }
}
