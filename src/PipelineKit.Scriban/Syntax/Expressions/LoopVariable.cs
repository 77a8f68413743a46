using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary><c>for.index</c> and the like (language reference, 9.5 "Special loop variables").</summary>
internal sealed class LoopVariable(LoopKind loop, string member, int memberStart) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.LoopVariable;

    public override string Name => member;

    internal override object? Evaluate(TemplateContext context)
    {
        for (var frame = context.Loops; frame is not null; frame = frame.Outer)
        {
            if (frame.Kind == loop || (loop == LoopKind.For && frame.Kind == LoopKind.TableRow))
            {
                return frame.Member(member);
            }
        }

        return context.EnableRelaxedTargetAccess
            ? null
            : throw new ScriptRuntimeException(new Parsing.SourceSpan(Source!, memberStart, End), $"Cannot get the member {this} for a null object.");
    }
}
