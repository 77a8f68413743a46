using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Cli.Init.Facts;

/// <summary>JSON and TOML of somebody's repository, read with the line of every value. What cannot be read tells nothing: other tools complain about it.</summary>
internal static class DataText
{
    public static LockNode Toml(string? text) => Read(text, TomlText.Read);

    public static LockNode Json(string? text) => Read(text, JsonText.Read);

    /// <summary>The value at a path of keys, or null.</summary>
    public static LockNode? At(this LockNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = node?[key];
        }

        return node;
    }

    /// <summary>The texts of a list, or a text alone, with their lines.</summary>
    public static IEnumerable<LockNode> TextsAt(this LockNode? node, params ReadOnlySpan<string> path)
    {
        var value = node.At(path);
        return value is null ? [] : value.IsList ? value.Items.Where(i => i.Text is not null) : value.Text is null ? [] : [value];
    }

    private static LockNode Read(string? text, Func<string, LockNode> read)
    {
        try
        {
            return text is null ? LockNode.Table(0) : read(text);
        }
        catch (Exception e) when (e is LockFormatException or System.Text.Json.JsonException)
        {
            return LockNode.Table(0);
        }
    }
}
