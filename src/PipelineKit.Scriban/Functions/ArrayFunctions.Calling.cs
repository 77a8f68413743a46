using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Array functions that call a function for every item.</summary>
internal static partial class ArrayFunctions
{
    private static IEnumerable<BuiltinFunction> Calling() =>
    [
        new("any", "list, function, args*", static (in a) => Boxes.Of(Any(a))),
        new("each", "list, function, args*", static (in a) => Each(a)),
        new("filter", "list, function, args*", static (in a) => Filter(a)),
        new("join", "list, delimiter, function?", static (in a) => Join(a)),
    ];

    private static object? Apply(in BuiltinArguments arguments, int function, object? item) =>
        arguments.Function(function) is { } known
            ? Invoker.CallWith(arguments.Context, arguments.Caller, known, item, arguments.From(function + 1))
            : item;

    private static bool Any(in BuiltinArguments arguments)
    {
        foreach (var item in Copy(arguments).Items)
        {
            if (TemplateContext.IsTrue(Apply(arguments, 1, item)))
            {
                return true;
            }
        }

        return false;
    }

    private static ScriptArray? Each(in BuiltinArguments arguments)
    {
        if (arguments.IsNull(0))
        {
            return null;
        }

        var items = Copy(arguments);
        var result = new ScriptArray(items.Count);
        foreach (var item in items.Items)
        {
            result.Add(Apply(arguments, 1, item));
        }

        return result;
    }

    private static ScriptArray? Filter(in BuiltinArguments arguments)
    {
        if (arguments.IsNull(0))
        {
            return null;
        }

        var result = new ScriptArray();
        foreach (var item in Copy(arguments).Items)
        {
            if (TemplateContext.IsTrue(Apply(arguments, 1, item)))
            {
                result.Add(item);
            }
        }

        return result;
    }

    private static string Join(in BuiltinArguments arguments)
    {
        var text = new StringBuilder();
        var delimiter = arguments.Text(1);
        var limit = arguments.Context.LimitToString;
        var first = true;
        foreach (var item in arguments.IsNull(0) ? [] : Copy(arguments).Items)
        {
            var shown = arguments.Context.ObjectToString(item);
            if (!arguments.IsNull(2))
            {
                shown = arguments.Context.ObjectToString(Apply(arguments, 2, shown));
            }

            text.Append(first ? "" : delimiter).Append(shown);
            first = false;
            if (limit > 0 && text.Length > limit)
            {
                throw arguments.Fail($"Joined string exceeds LimitToString `{limit}`.");
            }
        }

        return text.ToString();
    }
}
