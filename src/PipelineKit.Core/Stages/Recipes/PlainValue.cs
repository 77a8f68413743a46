using System.Collections;
using System.Globalization;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>What the plain values of specs and data files mean as texts, as lists and as conditions.</summary>
internal static class PlainValue
{
    /// <summary>Entries of a list, keys of a mapping, a single value as one entry, nothing for an absent value.</summary>
    public static IReadOnlyList<string> Entries(object? value) => value switch
    {
        null => [],
        string text => [text],
        IReadOnlyList<string> texts => texts,
        IReadOnlyDictionary<string, object?> map => [.. map.Keys],
        IEnumerable list => [.. list.Cast<object?>().Select(Text)],
        _ => [Text(value)],
    };

    /// <summary>A scalar as it stands in an argument: <c>true</c>, <c>99.5</c>; an absent one is empty.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"a value of type {value.GetType().Name} has no text form"),
    };
}
