using System.Globalization;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads <c>yarn.lock</c> of yarn 1 and of yarn 2 and later, which is YAML; the project's own wishes stand in <c>package.json</c>.</summary>
internal sealed class YarnLockReader : IPackageReader
{
    // Yarn 2.0 wrote 4, Yarn 4.18 writes 10.
    private const int OldestVersion = 4;
    private const int NewestVersion = 10;
    private const string ClassicMark = "# yarn lockfile v";

    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "yarn.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is { } text)
        {
            new YarnPackages(IsClassic(text) ? YarnText.Read(text) : Modern(text), path, context).AddPackages();
        }
    }

    private static bool IsClassic(string text)
    {
        var isClassic = true;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.StartsWith(ClassicMark, StringComparison.Ordinal))
            {
                var version = line[ClassicMark.Length..].Trim();
                return version is "1" ? true : throw LockFormatException.OfVersion($"has lock file version \"{version}\"; 1 is read, and what yarn 2 and later write", number);
            }

            isClassic &= !line.StartsWith("__metadata:", StringComparison.Ordinal) && !(number == 1 && line.TrimStart() is ['{', ..]);
        }

        return !string.IsNullOrWhiteSpace(text) ? isClassic : throw new LockFormatException("it is empty", 1);
    }

    private static LockNode Modern(string text)
    {
        var documents = YamlText.Read(text);
        if (documents is not [{ IsTable: true } root])
        {
            throw new LockFormatException("it is not one table", 1);
        }

        var metadata = root["__metadata"] ?? throw new LockFormatException("it has no \"__metadata\", so yarn did not write it", 1);
        var version = metadata.TextOf("version");
        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= OldestVersion and <= NewestVersion
            ? root
            : throw LockFormatException.OfVersion($"has lock file version \"{version}\"; {OldestVersion} to {NewestVersion} are read", metadata.Line);
    }
}
