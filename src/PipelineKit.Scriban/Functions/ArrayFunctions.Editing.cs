using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Arrays with items added, removed or put in another order.</summary>
internal static partial class ArrayFunctions
{
    private static IEnumerable<BuiltinFunction> Editing() =>
    [
        new("add", "list, value", static (in a) => Add(a)),
        new("add_range", "list1, list2", static (in a) => Concat(a)),
        new("concat", "list1, list2", static (in a) => a.IsNull(0) && a.IsNull(1) ? null : Concat(a)),
        new("compact", "list", static (in a) => a.IsNull(0) ? null : Keep(Copy(a), static item => item is not null)),
        new("insert_at", "list, index, value", static (in a) => InsertAt(a)),
        new("remove_at", "list, index", static (in a) => RemoveAt(a)),
        new("reverse", "list", static (in a) => Reverse(a)),
        new("sort", "list, member?", static (in a) => Sort(a)),
        new("uniq", "list", static (in a) => a.IsNull(0) ? null : Uniq(a)),
    ];

    private static ScriptArray Add(in BuiltinArguments arguments)
    {
        var copy = Copy(arguments);
        copy.Add(arguments[1]);
        return copy;
    }

    private static ScriptArray Concat(in BuiltinArguments arguments)
    {
        var copy = Copy(arguments);
        copy.AddRange(Copy(arguments, 1).Items);
        return copy;
    }

    private static ScriptArray Keep(ScriptArray items, Func<object?, bool> condition) => new(items.Where(condition));

    private static ScriptArray InsertAt(in BuiltinArguments arguments)
    {
        var copy = Copy(arguments);
        var index = Math.Max(0, arguments.Int(1));
        if (index > copy.Count)
        {
            arguments.Context.CountIteration(arguments.Span, index - copy.Count);
            copy[index] = arguments[2];
        }
        else
        {
            copy.Insert(index, arguments[2]);
        }

        return copy;
    }

    /// <summary>A negative index counts from the end; one beyond the ends removes nothing.</summary>
    private static ScriptArray RemoveAt(in BuiltinArguments arguments)
    {
        var copy = Copy(arguments);
        var index = arguments.Int(1);
        index = index < 0 ? index + copy.Count : index;
        if (index >= 0 && index < copy.Count)
        {
            copy.RemoveAt(index);
        }

        return copy;
    }

    private static ScriptArray Reverse(in BuiltinArguments arguments)
    {
        var items = Copy(arguments);
        var result = new ScriptArray(items.Count);
        for (var i = items.Count - 1; i >= 0; i--)
        {
            result.Add(items[i]);
        }

        return result;
    }

    private static ScriptArray Sort(in BuiltinArguments arguments)
    {
        var items = Copy(arguments);
        var member = arguments.TextOrNull(1);
        var context = arguments.Context;
        var span = arguments.Span;
        var keyed = items.Select(item => (Key: member is null ? item : MemberOf(context, span, item, member), Item: item)).ToArray();
        var comparer = new ItemComparer(context, arguments.Caller);
        try
        {
            return new ScriptArray(keyed.OrderBy(static pair => pair.Key, comparer).Select(static pair => pair.Item));
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is Syntax.ScriptRuntimeException known)
        {
            throw known;
        }
    }

    private static ScriptArray Uniq(in BuiltinArguments arguments)
    {
        var result = new ScriptArray();
        var seen = new HashSet<object>();
        var hasNull = false;
        foreach (var item in Copy(arguments).Items)
        {
            if (item is null ? !hasNull : seen.Add(item))
            {
                result.Add(item);
            }

            hasNull |= item is null;
        }

        return result;
    }
}
