using System.Collections;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Turns plain values into what templates see.</summary>
internal static class ScriptValues
{
    public static object? Of(object? value) => value switch
    {
        null or string or bool or int or long or double => value,
        IReadOnlyList<string> texts => Texts(texts),
        IEnumerable<KeyValuePair<string, object?>> map => Map(map),
        IEnumerable list => List(list),
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

        result.IsReadOnly = true;
        return result;
    }

    private static ScriptArray Texts(IReadOnlyList<string> texts)
    {
        var result = new ScriptArray(texts.Count);
        foreach (var text in texts)
        {
            result.Add(text);
        }

        result.IsReadOnly = true;
        return result;
    }

    private static ScriptArray List(IEnumerable list)
    {
        var result = new ScriptArray();
        foreach (var item in list)
        {
            result.Add(Of(item));
        }

        result.IsReadOnly = true;
        return result;
    }
}
