using System.Collections;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Turns plain values into what templates see.</summary>
internal static class ScriptValues
{
    public static object? Of(object? value) => value switch
    {
        null or string or bool or int or long or double => value,
        IEnumerable<KeyValuePair<string, object?>> map => Map(map),
        IEnumerable list => new ScriptArray(list.Cast<object?>().Select(Of).ToList()),
        _ => throw new InvalidOperationException($"templates cannot see a value of type {value.GetType().Name}"),
    };

    /// <summary>A mapping whose keys stay as they are.</summary>
    public static ScriptObject Map(IEnumerable<KeyValuePair<string, object?>> map)
    {
        var result = new ScriptObject();
        foreach (var (key, value) in map)
        {
            result.SetValue(key, Of(value), readOnly: true);
        }

        return result;
    }

    /// <summary>A record: the kebab-case names of specs become members, <c>fail-on</c> is <c>fail_on</c>.</summary>
    public static ScriptObject Record(IEnumerable<KeyValuePair<string, object?>> values) =>
        Map(values.Select(pair => KeyValuePair.Create(pair.Key.Replace('-', '_'), pair.Value)));
}
