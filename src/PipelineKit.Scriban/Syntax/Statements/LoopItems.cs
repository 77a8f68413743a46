using System.Collections;
using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>What a loop goes over, by index.</summary>
internal readonly struct LoopItems
{
    private readonly ScriptArray? _array;
    private readonly ScriptRange? _range;

    private LoopItems(ScriptArray? array, ScriptRange? range)
    {
        _array = array;
        _range = range;
    }

    public long Count => _array?.Count ?? _range!.Count;

    public object? this[long index] => _array is null ? _range![index] : _array[(int)index];

    public static LoopItems Of(TemplateContext context, SourceSpan span, object value) => value switch
    {
        ScriptArray array => new LoopItems(array, null),
        ScriptRange range => new LoopItems(null, range),
        string or IScriptObject or IDictionary or IEnumerable => new LoopItems(new ScriptArray(Conversions.ToList(value)!), null),
        _ => throw new ScriptRuntimeException(span, $"Unexpected type `{value.GetType().FullName}` for iterator"),
    };
}
