using System.Globalization;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>
/// Paths of patches: JSON Pointer (RFC 6901) over the emitted tree. A list member may also be named by one of its keys
/// (<c>/jobs/lint/steps/[name=Install]/run</c>), which survives steps that are added before it; <c>-</c> means behind the last member.
/// </summary>
public static class JsonPointer
{
    /// <summary>The parts of a pointer, unescaped; null when it is not one.</summary>
    public static IReadOnlyList<string>? Parse(string pointer)
    {
        if (pointer.Length < 2 || pointer[0] != '/')
        {
            return null;
        }

        var parts = new List<string>();
        var start = 1;
        var depth = 0;
        for (var i = 1; i <= pointer.Length; i++)
        {
            if (i < pointer.Length && (pointer[i] != '/' || depth > 0))
            {
                // A slash inside [name=a/b] belongs to the name.
                depth += pointer[i] == '[' && i == start ? 1 : pointer[i] == ']' && depth > 0 ? -1 : 0;
                continue;
            }

            parts.Add(pointer[start..i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
            start = i + 1;
        }

        return parts;
    }

    /// <summary>The index that a part means in a list, or -1.</summary>
    internal static int IndexIn(YamlList list, string part)
    {
        if (part.StartsWith('[') && part.EndsWith(']') && part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            var (key, value) = (part[1..equals], part[(equals + 1)..^1]);
            for (var i = 0; i < list.Items.Count; i++)
            {
                if ((list.Items[i] as YamlMap)?.Find(key) is YamlScalar scalar && scalar.Value == value)
                {
                    return i;
                }
            }

            return -1;
        }

        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count ? index : -1;
    }

    /// <summary>The child that a part means, or null.</summary>
    internal static YamlNode? Child(YamlNode node, string part) => node switch
    {
        YamlMap map => map.Find(part),
        YamlList list when IndexIn(list, part) is >= 0 and var index => list.Items[index],
        _ => null,
    };
}
