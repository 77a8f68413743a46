using System.Globalization;
using System.Text;
using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Items and parts of arrays.</summary>
internal static partial class ArrayFunctions
{
    private static IEnumerable<BuiltinFunction> Selecting() =>
    [
        new("first", "list", static (in a) => First(a)),
        new("last", "list", static (in a) => Last(a)),
        new("size", "list", static (in a) => Size(a)),
        new("limit", "list, count", static (in a) => a.IsNull(0) ? null : Part(Copy(a), 0, a.Int(1))),
        new("offset", "list, index", static (in a) => a.IsNull(0) ? null : Part(Copy(a), a.Int(1), int.MaxValue)),
        new("map", "list, member", static (in a) => Map(a)),
        new("contains", "list, item", static (in a) => Boxes.Of(Contains(a))),
        new("cycle", "list, group?", static (in a) => Cycle(a)),
    ];

    private static object? First(in BuiltinArguments arguments) => arguments[0] switch
    {
        ScriptArray array => array[0],
        ScriptRange range => range[0],
        _ => arguments.List(0)?.Cast<object?>().FirstOrDefault(),
    };

    private static object? Last(in BuiltinArguments arguments) => arguments[0] switch
    {
        ScriptRange range => range[range.Count - 1],
        null => null,
        _ => AsArray(arguments) is { Count: > 0 } array ? array[array.Count - 1] : null,
    };

    private static object Size(in BuiltinArguments arguments) => arguments[0] switch
    {
        null => Boxes.Of(0),
        ScriptArray array => Boxes.Of(array.Count),
        ScriptRange range => Numbers.Shrink(range.Count),
        string text => Boxes.Of(text.Length),
        IScriptObject known => Boxes.Of(known.Count),
        System.Collections.ICollection collection => Boxes.Of(collection.Count),
        _ => Boxes.Of(Copy(arguments).Count),
    };

    private static ScriptArray Part(ScriptArray items, int offset, int count)
    {
        var from = Math.Min(items.Count, Math.Max(0, offset));
        return new ScriptArray(items.Items.Slice(from, Math.Min(items.Count - from, Math.Max(0, count))));
    }

    /// <summary>The values of a member; items without it are left out.</summary>
    private static ScriptArray Map(in BuiltinArguments arguments)
    {
        var result = new ScriptArray();
        var member = arguments.Text(1);
        foreach (var item in Copy(arguments).Items)
        {
            if (MemberOf(arguments.Context, arguments.Span, item, member) is { } value)
            {
                result.Add(value);
            }
        }

        return result;
    }

    private static object? MemberOf(TemplateContext context, SourceSpan span, object? item, string member) =>
        item is not null && MemberAccess.TryGet(context, span, item, member, out var value) ? value : null;

    private static bool Contains(in BuiltinArguments arguments)
    {
        var place = new OperatorPlace(arguments.Caller, arguments.Caller.Start);
        foreach (var item in AsArray(arguments).Items)
        {
            var wanted = arguments[1];
            if (Equals(item, wanted) || (Numbers.IsNumber(item) && Numbers.IsNumber(wanted) && Operators.AreEqual(arguments.Context, place, item, wanted)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next item of a group; without a name, lists of equal items are one group.</summary>
    private static object? Cycle(in BuiltinArguments arguments)
    {
        if (arguments.IsNull(0))
        {
            return null;
        }

        var items = AsArray(arguments);
        if (items.Count == 0)
        {
            return null;
        }

        var group = arguments.TextOrNull(1) ?? Joined(arguments.Context, items);
        var next = arguments.Context.Cycles.GetValueOrDefault(group) % items.Count;
        arguments.Context.Cycles[group] = next + 1;
        return items[next];
    }

    private static string Joined(TemplateContext context, ScriptArray items)
    {
        var text = new StringBuilder();
        foreach (var item in items.Items)
        {
            var shown = context.ObjectToString(item);
            text.Append(CultureInfo.InvariantCulture, $"{shown.Length}:{shown},");
        }

        return text.ToString();
    }
}
