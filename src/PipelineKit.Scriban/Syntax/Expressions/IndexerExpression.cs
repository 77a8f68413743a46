using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>target[index]</c> (language reference, sections 5 and 6). A function that it holds is called.</summary>
internal sealed class IndexerExpression(ScriptExpression target, ScriptExpression index) : ScriptExpression, IAssignable
{
    public ScriptExpression Target { get; } = target;

    public bool IsOptional { get; } = MemberExpression.IsOptionalChain(target);

    public override ScriptNodeKind Kind => ScriptNodeKind.Indexer;

    public override IEnumerable<ScriptNode> Children => [Target, index];

    internal override object? Evaluate(TemplateContext context) => Functions.Invoker.CallIfFunction(context, this, EvaluateRaw(context));

    internal override object? EvaluateRaw(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        if (!TryGetOwner(context, out var owner, out var key))
        {
            return null;
        }

        switch (owner)
        {
            case string text:
                return Boxed(text, context.ToInt(index.Span, key));
            case IScriptObject or IDictionary or ScriptArray or ScriptRange when key is string or StringBuilderOutput or char:
                return OfMember(context, owner, context.ObjectToString(key));
            case IScriptObject or IDictionary:
                return OfMember(context, owner, context.ObjectToString(key));
            case ScriptRange range:
                return range[Normalize(context.ToInt(index.Span, key), range.Count)];
            case IList list:
                return OfList(context, list, context.ToInt(index.Span, key));
            default:
                throw NotAList(context, owner);
        }
    }

    public void Assign(TemplateContext context, object? value)
    {
        if (!TryGetOwner(context, out var owner, out var key))
        {
            return;
        }

        switch (owner)
        {
            case string:
                throw new ScriptRuntimeException(index.Span, "Cannot replace a character in a string");
            case ScriptArray array when key is not string:
                SetItem(context, array, (int)Normalize(context.ToInt(index.Span, key), array.Count), value);
                break;
            case IScriptObject or IDictionary or ScriptArray:
                var name = context.ObjectToString(key);
                if (!MemberAccess.TrySet(context, index.Span, owner, name, value))
                {
                    throw new ScriptRuntimeException(index.Span, $"Cannot set a value for the readonly member `{name}` in the indexer: {this}");
                }

                break;
            case IList { IsReadOnly: false } list:
                var position = Normalize(context.ToInt(index.Span, key), list.Count);
                list[position >= 0 && position < list.Count ? (int)position : throw OutOfBounds(list.Count, (int)position)] = value;
                break;
            default:
                throw NotAList(context, owner);
        }
    }

    private static long Normalize(long position, long count) => position < 0 ? position + count : position;

    private bool TryGetOwner(TemplateContext context, [NotNullWhen(true)] out object? owner, out object? key)
    {
        owner = Target.Evaluate(context);
        key = null;
        if (owner is null)
        {
            return IsOptional || context.EnableRelaxedTargetAccess
                ? false
                : throw new ScriptRuntimeException(Span, $"Object `{Target}` is null. Cannot access indexer: {this}");
        }

        key = index.Evaluate(context);
        if (key is null && !context.EnableNullIndexer)
        {
            throw new ScriptRuntimeException(index.Span, $"Cannot access target `{Target}` with a null indexer: {this}");
        }

        return key is not null;
    }

    private object? OfMember(TemplateContext context, object owner, string name)
    {
        if (MemberAccess.TryGet(context, index.Span, owner, name, out var value) || context.EnableRelaxedMemberAccess)
        {
            return value;
        }

        throw new ScriptRuntimeException(index.Span, $"Cannot get member with name {name}.");
    }

    private object? OfList(TemplateContext context, IList list, int wanted)
    {
        var position = Normalize(wanted, list.Count);
        if (position >= 0 && position < list.Count)
        {
            return list[(int)position];
        }

        return context.EnableRelaxedIndexerAccess ? null : throw OutOfBounds(list.Count, wanted);
    }

    private void SetItem(TemplateContext context, ScriptArray array, int position, object? value)
    {
        if (position < 0)
        {
            throw OutOfBounds(array.Count, position);
        }

        if (position >= array.Count)
        {
            context.CountIteration(index.Span, position - array.Count);
        }

        array[position] = value;
    }

    private char Boxed(string text, int wanted)
    {
        var position = Normalize(wanted, text.Length);
        return position >= 0 && position < text.Length
            ? text[(int)position]
            : throw new ScriptRuntimeException(Span, "Unexpected exception while accessing target expression: Index was outside the bounds of the array.");
    }

    private ScriptRuntimeException OutOfBounds(int count, int position) =>
        new(index.Span, $"The index {position} is out of bounds [0, {count}] on the `{Target}` with the indexer: {index}");

    private ScriptRuntimeException NotAList(TemplateContext context, object owner) =>
        new(Span, $"Cannot use the {context.GetTypeName(owner)} primitive `{context.ObjectToString(owner)}` as a list.");
}
