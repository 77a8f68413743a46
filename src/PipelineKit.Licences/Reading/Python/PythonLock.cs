using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>What the lock files of Python's package managers have in common: TOML, a version, a list of tables.</summary>
internal static class PythonLock
{
    /// <summary>Reads a lock file whose version is one of those that are known.</summary>
    /// <param name="text">The file.</param>
    /// <param name="tool">Who writes it.</param>
    /// <param name="version">Finds the version.</param>
    /// <param name="known">The versions that are read; one with a dot at its end stands for all that begin so.</param>
    public static LockNode Read(string text, string tool, Func<LockNode, LockNode?> version, string[] known)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new LockFormatException("it is empty", 1);
        }

        var root = TomlText.Read(text);
        return version(root) switch
        {
            null => throw LockFormatException.OfVersion($"has no version, so {tool} did not write it"),
            { Text: { } found } when known.Any(one => one[^1] == '.' ? found.StartsWith(one, StringComparison.Ordinal) : found == one) => root,
            var found => throw LockFormatException.OfVersion($"has version {found.Text}; {string.Join(", ", known.Select(one => one.TrimEnd('.')))} {(known.Length == 1 ? "is" : "are")} read", found.Line),
        };
    }

    /// <summary>The tables of an array; none if the file has no such array.</summary>
    public static IReadOnlyList<LockNode> Entries(LockNode root, string key) => root[key] switch
    {
        null => [],
        { IsList: true } list when list.Items.All(item => item.IsTable) => list.Items,
        var other => throw new LockFormatException($"\"{key}\" is no list of tables", other.Line),
    };

    /// <summary>The name and version of an entry.</summary>
    public static LockedDistribution Distribution(LockNode entry) =>
        new(entry.TextOf("name") is { Length: > 0 } name ? name : throw new LockFormatException("an entry has no \"name\"", entry.Line), entry.TextOf("version") ?? "", entry.Line);
}
