using System.Collections;
using System.Collections.Concurrent;
using System.Numerics;
using PipelineKit.Core.Stages.Recipes;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// The context that templates run in, made in this one place. Strict where the library is lenient: a name or a member that does not exist, a
/// value that is null and every limit is an error with a place, and each value becomes one YAML node. What the library does not bound (texts
/// and lists that grow by operators, interpolation or functions) is bounded where expressions are evaluated.
/// </summary>
internal sealed class StageTemplateContext : TemplateContext
{
    private static readonly ConcurrentBag<StageTemplateContext> Free = [];

    private SourceSpan? _written;
    private long _characters;
    private long _items;

    private StageTemplateContext()
        : base(BuiltInFunctions.All)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        IndentOnEmptyLines = false;
        NewLine = "\n";
        LoopLimit = TemplateLimits.Loops;
        RecursiveLimit = TemplateLimits.Calls;
        ObjectRecursionLimit = TemplateLimits.Nesting;
        LimitToString = TemplateLimits.Text;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = TemplateLimits.Output;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromSeconds(1);
    }

    /// <summary>Place of the expression whose value is being written; null while text of a template is.</summary>
    public SourceSpan? ValuePlace { get; private set; }

    /// <summary>
    /// A context over the globals of one render. Making one costs more than most renders, so those that ended well are used again.
    /// </summary>
    /// <param name="globals">What the template sees, later ones over earlier ones; they must not be changed any more.</param>
    /// <param name="partials">Finds the templates that are included.</param>
    /// <param name="cancellation">Ends a template that runs for too long.</param>
    public static StageTemplateContext Rent(IReadOnlyList<ScriptObject> globals, ITemplateLoader partials, CancellationToken cancellation)
    {
        var context = Free.TryTake(out var used) ? used : new StageTemplateContext();
        context.CancellationToken = cancellation;
        context.TemplateLoader = partials;
        foreach (var names in globals)
        {
            context.PushGlobal(names);
        }

        // What a template assigns is its own, and gone with the render.
        context.PushGlobal(new ScriptObject());
        return context;
    }

    /// <summary>Gives a context back after a render that ended well.</summary>
    public void Return()
    {
        Reset();
        (_written, _characters, _items, TemplateLoader, CancellationToken) = (null, 0, 0, null, default);
        Free.Add(this);
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        // The library gives the place of the whole block here; the expression has its own.
        ValuePlace = _written ?? span;
        try
        {
            return textAsObject is RawText raw
                ? Write(raw.IsValue ? $"{ValueMarks.Raw}{raw.Text}{ValueMarks.Raw}" : raw.Text)
                : Write(FlowYaml.Write(textAsObject));
        }
        catch (ArgumentException e)
        {
            throw new ScriptRuntimeException(ValuePlace.Value, e.Message, e);
        }
        finally
        {
            ValuePlace = null;
        }
    }

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = scriptNode is ScriptBinaryExpression operation && BoundedOperators.Concerns(operation)
            ? BoundedOperators.Evaluate(this, operation)
            : base.Evaluate(scriptNode, aliasReturnedFunction);
        switch (scriptNode)
        {
            case ScriptExpressionStatement { CanOutput: true, Expression: { } written } when value is null && !aliasReturnedFunction:
                throw NoValue(written);
            case ScriptExpressionStatement { Expression: { } written }:
                _written = written.Span;
                break;
            case ScriptInterpolatedExpression { Expression: { } part }:
                return Interpolated(part, value);
        }

        // Ranges and sums of lists are computed as they are read, however long and however deep: a template sees lists.
        if (value is IEnumerable lazy and not (string or ScriptArray or IScriptObject))
        {
            value = Listed(scriptNode!, lazy);
        }

        Charge(scriptNode, value);
        return value;
    }

    /// <summary>True for everything but null, <c>false</c>, an empty text, an empty list and an empty mapping.</summary>
    public override bool ToBool(SourceSpan span, object? value) => value switch
    {
        string text => text.Length > 0,
        ScriptArray list => list.Count > 0,
        ScriptObject map and not IScriptCustomFunction => map.Count > 0,
        _ => base.ToBool(span, value),
    };

    /// <inheritdoc/>
    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is ScriptArray ? GuardedListAccessor.Default : base.GetListAccessorImpl(target, type);

    /// <summary>The error of a null where a value is written.</summary>
    internal static ScriptRuntimeException NoValue(ScriptExpression expression) =>
        new(expression.Span, $"`{expression}` has no value; write an `if` around it, or give it one with `??`");

    // Everything that an expression makes counts, whether it is kept or not: the library bounds neither one value nor all of them together.
    private void Charge(ScriptNode? node, object? value)
    {
        switch (value)
        {
            case string { Length: > TemplateLimits.Text }:
                throw new ScriptRuntimeException(node!.Span, $"a text has more than {TemplateLimits.Text} characters");
            case string text:
                _characters += text.Length;
                break;
            case ScriptArray { Count: > TemplateLimits.Items }:
                throw TooLong(node!);
            case ScriptArray list:
                _items += list.Count;
                break;
            case BigInteger:
                throw new ScriptRuntimeException(node!.Span, "a number is too large");
        }

        if (_characters > TemplateLimits.AllText || _items > TemplateLimits.AllItems)
        {
            throw new ScriptRuntimeException(node!.Span, "the texts and lists of this template are too large together");
        }
    }

    private static ScriptArray Listed(ScriptNode node, IEnumerable lazy)
    {
        var list = new ScriptArray();
        foreach (var item in lazy)
        {
            if (list.Count == TemplateLimits.Items)
            {
                throw TooLong(node);
            }

            list.Add(item);
        }

        return list;
    }

    private static ScriptRuntimeException TooLong(ScriptNode node) => new(node.Span, $"a list has more than {TemplateLimits.Items} entries");

    private static string Interpolated(ScriptExpression part, object? value) => value switch
    {
        null => throw NoValue(part),
        string text => text,
        IEnumerable => throw new ScriptRuntimeException(part.Span, $"`{part}` is a list or a mapping and cannot stand inside a text; use `join`"),
        IFormattable or bool => PlainValue.Text(value),
        _ => throw new ScriptRuntimeException(part.Span, $"`{part}` cannot stand inside a text"),
    };
}
