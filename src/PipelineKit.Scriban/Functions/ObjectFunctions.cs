using System.Collections;
using System.Collections.Frozen;
using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The <c>object</c> functions (built-in functions, "object").</summary>
internal static class ObjectFunctions
{
    public static FrozenDictionary<string, object> All { get; } = BuiltinNamespace.Share(
    [
        new("default", "value, default", static (in a) => a[0] is null or "" ? a[1] : a[0]),
        new("eval", "value", static (in a) => TextEvaluation.Evaluate(a)),
        new("eval_template", "value", static (in a) => TextEvaluation.Render(a)),
        new("format", "value, format, culture?", static (in a) => Formatting.Format(a)),
        new("has_key", "value, key", static (in a) => Boxes.Of(TryGet(a, out _))),
        new("has_value", "value, key", static (in a) => Boxes.Of(TryGet(a, out var value) && value is not null)),
        new("keys", "value", static (in a) => Members(a, static member => member.Key)),
        new("values", "value", static (in a) => Members(a, static member => member.Value)),
        new("size", "value", static (in a) => Boxes.Of(Size(a[0]))),
        new("typeof", "value", static (in a) => TypeOf(a[0])),
        new("kind", "value", static (in a) => KindOf(a[0])),
        new("from_json", "json", static (in a) => JsonReading.Read(a)),
        new("to_json", "value", static (in a) => JsonWriting.Write(a)),
    ]);

    private static bool TryGet(in BuiltinArguments arguments, out object? value)
    {
        value = null;
        if (arguments[0] is not (IScriptObject or IDictionary) || arguments.TextOrNull(1) is not { } key)
        {
            return false;
        }

        return arguments[0] is IDictionary dictionary
            ? dictionary.Contains(key) && (value = dictionary[key]) is var _
            : MemberAccess.TryGet(arguments.Context, arguments.Span, arguments[0]!, key, out value);
    }

    private static ScriptArray Members(in BuiltinArguments arguments, Func<KeyValuePair<string, object?>, object?> select)
    {
        var result = new ScriptArray();
        if (arguments[0] is not (IScriptObject or IDictionary))
        {
            return result;
        }

        foreach (var member in MemberAccess.MembersOf(arguments[0]!))
        {
            result.Add(select(member));
        }

        arguments.Context.CountIteration(arguments.Span, result.Count);
        return result;
    }

    private static int Size(object? value) => value switch
    {
        string text => text.Length,
        IScriptObject known => known.Count,
        ScriptRange range => (int)Math.Min(int.MaxValue, range.Count),
        ICollection collection => collection.Count,
        IEnumerable items => items.Cast<object?>().Count(),
        _ => 0,
    };

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        ScriptRange => "iterator",
        IScriptObject or IDictionary => "object",
        IList => "array",
        IEnumerable => "iterator",
        _ => Numbers.IsNumber(value) ? "number" : "object",
    };

    private static string? KindOf(object? value) => value switch
    {
        null => null,
        DateTime or DateTimeOffset or TimeSpan or StringBuilderOutput => "object",
        _ => TypeNames.Of(value),
    };
}
