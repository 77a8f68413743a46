using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>
/// Reads <c>pnpm-lock.yaml</c>, lock file versions 6 and 9 (https://github.com/pnpm/spec/tree/master/lockfile). Since pnpm 11 the
/// file may hold two documents (https://pnpm.io/lockfile): first what pnpm itself needs, last what the project needs.
/// </summary>
internal sealed class PnpmLockReader : IPackageReader
{
    private static readonly string[] Versions = ["6.0", "6.1", "9.0"];

    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "pnpm-lock.yaml";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var documents = YamlText.Read(text);
        if (documents.Count is 0 or > 2)
        {
            throw new LockFormatException(documents.Count == 0 ? "it is empty" : "it holds more than two documents", 1);
        }

        foreach (var document in documents)
        {
            Check(document);
        }

        if (documents.Count == 2)
        {
            new PnpmDocument(documents[0], path, context).AddConfiguration();
        }

        new PnpmDocument(documents[^1], path, context).AddProject();
    }

    private static void Check(LockNode document)
    {
        if (!document.IsTable)
        {
            throw new LockFormatException("it holds no table", document.Line);
        }

        var version = document.TextOf("lockfileVersion");
        if (!Versions.Contains(version, StringComparer.Ordinal))
        {
            throw LockFormatException.OfVersion(
                version is null
                    ? "has no \"lockfileVersion\", so pnpm did not write it"
                    : $"has lock file version \"{version}\"; {string.Join(", ", Versions)} are read, pnpm 8 and newer write them",
                document["lockfileVersion"]?.Line ?? document.Line);
        }

        if (version == "9.0" && document["importers"] is not { IsTable: true })
        {
            throw new LockFormatException("it has no table \"importers\"", document.Line);
        }
    }
}
