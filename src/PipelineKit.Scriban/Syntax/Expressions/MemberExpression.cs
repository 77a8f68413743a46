using Scriban.Evaluation;
using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary><c>target.name</c> or <c>target?.name</c> (language reference, section 5). A function that it names is called.</summary>
internal sealed class MemberExpression(ScriptExpression target, Identifier member, int memberStart, bool isOptional) : ScriptExpression, IAssignable
{
    public ScriptExpression Target { get; } = target;

    /// <summary>Whether this or an access before it was written with <c>?.</c>: null then goes on to the end of the chain.</summary>
    public bool IsOptional { get; } = isOptional || IsOptionalChain(target);

    public override ScriptNodeKind Kind => ScriptNodeKind.Member;

    public override string Name => member.Text;

    public override IEnumerable<ScriptNode> Children => [Target];

    private SourceSpan MemberSpan => new(Source!, memberStart, End);

    internal static bool IsOptionalChain(ScriptExpression expression) => expression switch
    {
        MemberExpression access => access.IsOptional,
        IndexerExpression access => access.IsOptional,
        _ => false,
    };

    internal override object? Evaluate(TemplateContext context) => Functions.Invoker.CallIfFunction(context, this, EvaluateRaw(context));

    internal override object? EvaluateRaw(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        var owner = Target.Evaluate(context);
        if (owner is null)
        {
            return OfNull(context);
        }

        if (MemberAccess.TryGet(context, MemberSpan, owner, member, out var value) || context.EnableRelaxedMemberAccess)
        {
            return value;
        }

        throw new ScriptRuntimeException(MemberSpan, $"Cannot get member with name {member}.");
    }

    public void Assign(TemplateContext context, object? value)
    {
        var owner = Target.Evaluate(context);
        if (owner is null)
        {
            if (!IsOptional)
            {
                throw new ScriptRuntimeException(MemberSpan, $"Cannot set the member {this} for a null object.");
            }

            return;
        }

        if (!MemberAccess.TrySet(context, MemberSpan, owner, member.Text, value))
        {
            throw new ScriptRuntimeException(MemberSpan, $"Cannot set a value for the readonly member: {this}");
        }
    }

    private object? OfNull(TemplateContext context)
    {
        if (IsOptional || context.EnableRelaxedTargetAccess || member.Text is "empty?" or "blank?")
        {
            return null;
        }

        throw new ScriptRuntimeException(MemberSpan, context.EnableRelaxedMemberAccess
            ? $"Cannot get the member {this} for a null object."
            : $"Object `{Target}` is null. Cannot access member: {this}");
    }
}
