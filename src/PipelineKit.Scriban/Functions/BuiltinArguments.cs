using System.Collections;
using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The arguments of a built-in function, converted as it asks for them; what can not be converted is an error at the argument.</summary>
internal readonly ref struct BuiltinArguments(TemplateContext context, CallSite site, BuiltinFunction function)
{
    private readonly ReadOnlySpan<object?> _values = context.ValuesFrom(site.Base);

    public TemplateContext Context { get; } = context;

    public ScriptNode Caller => site.Caller;

    public SourceSpan Span => site.Caller.Span;

    public object? this[int index] => index < _values.Length ? _values[index] : null;

    public ReadOnlySpan<object?> From(int index) => index < _values.Length ? _values[index..] : [];

    public bool IsNull(int index) => this[index] is null;

    /// <summary>The argument as text; null is the empty string.</summary>
    public string Text(int index) => this[index] as string ?? Context.ObjectToString(this[index]);

    public string? TextOrNull(int index) => this[index] is null ? null : Text(index);

    public int Int(int index, int whenNull = 0) => this[index] is { } value ? Context.ToInt(site.SpanOf(index), value) : whenNull;

    public double Double(int index) => Conversions.ToDouble(Context, site.SpanOf(index), this[index]);

    public bool Bool(int index) => Context.ToBool(site.SpanOf(index), this[index]);

    public IEnumerable? List(int index) => Conversions.ToList(this[index]);

    /// <summary>A function argument; null when it was left out.</summary>
    public IScriptCustomFunction? Function(int index) => this[index] switch
    {
        null => null,
        IScriptCustomFunction known => known,
        _ => throw FailAt(index, $"Invalid function parameter passed: expecting a function instead of `{Context.GetTypeName(this[index])}`"),
    };

    /// <summary>The text, unless it is longer than strings may be.</summary>
    public string Limited(string text)
    {
        Context.CheckLength(Span, text.Length);
        return text;
    }

    public ScriptRuntimeException Fail(string message) => new(Span, message);

    /// <summary>An error at an argument, worded as the platform words it.</summary>
    public ScriptRuntimeException FailAt(int index, string message) =>
        new(site.SpanOf(index), $"{message} (Parameter '{function.ParameterName(index)}')");
}
