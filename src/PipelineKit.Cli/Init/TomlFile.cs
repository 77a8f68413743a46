using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Serialization;

namespace PipelineKit.Cli.Init;

/// <summary>A TOML file of somebody's repository. What cannot be read tells nothing: <c>init</c> guesses, and other tools complain about it.</summary>
internal sealed class TomlFile
{
    private readonly TomlTable _root;

    private TomlFile(TomlTable root) => _root = root;

    /// <summary>Reads the text; the file is empty when there is none or it is no TOML.</summary>
    public static TomlFile Parse(string? text) =>
        new(text is not null && TomlSerializer.TryDeserialize(text, UntypedToml.Default, out TomlTable? root) && root is not null ? root : []);

    /// <summary>True when a table stands at the path.</summary>
    public bool HasTable(params ReadOnlySpan<string> path) => Find(path) is TomlTable;

    /// <summary>The text at the path, or null.</summary>
    public string? Text(params ReadOnlySpan<string> path) => Find(path) as string;

    private object? Find(ReadOnlySpan<string> path)
    {
        object? at = _root;
        foreach (var key in path)
        {
            at = at is TomlTable table && table.TryGetValue(key, out var value) ? value : null;
        }

        return at;
    }
}

/// <summary>What Tomlyn's generator writes for documents without a type of their own, so that nothing is found by reflection.</summary>
[TomlSerializable(typeof(TomlTable))]
internal sealed partial class UntypedToml : TomlSerializerContext;
