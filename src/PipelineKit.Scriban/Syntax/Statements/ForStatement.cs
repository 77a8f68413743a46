using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>for</c> over arrays, ranges, strings and objects (language reference, 9.5).</summary>
internal class ForStatement(ScriptExpression variable, ScriptExpression iterator, LoopOptions options, ScriptBlockStatement body, ScriptBlockStatement? otherwise)
    : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.For;

    /// <summary>The loop variable.</summary>
    public override string? Name => variable.Name;

    public override IEnumerable<ScriptNode> Children =>
        [variable, iterator, .. Options.Expressions, Body, .. otherwise is null ? Array.Empty<ScriptNode>() : [otherwise]];

    protected ScriptBlockStatement Body { get; } = body;

    protected LoopOptions Options { get; } = options;

    protected virtual LoopKind LoopKind => LoopKind.For;

    internal override void Execute(TemplateContext context)
    {
        var value = iterator.Evaluate(context);
        if (value is null)
        {
            return;
        }

        var items = LoopItems.Of(context, iterator.Span, value);
        var (first, count) = Options.Select(context, items.Count);
        if (count <= 0)
        {
            otherwise?.Execute(context);
            return;
        }

        var frame = new LoopFrame(context.Loops, LoopKind, (variable as GlobalVariable)?.Id) { Length = count };
        context.Loops = frame;
        context.EnterLoop();
        Run(context, frame, items, first);
        context.ExitLoop();
        context.Loops = frame.Outer;
    }

    private void Run(TemplateContext context, LoopFrame frame, LoopItems items, long first)
    {
        var local = variable as LocalVariable;
        object? outerValue = null;
        var hadLocal = local is not null && context.TryGetLocal(local.Id, out outerValue);
        Begin(context, frame);
        for (var i = 0; i < frame.Length; i++)
        {
            context.StepLoop(this);
            var item = items[Options.IsReversed ? first - i : first + i];
            frame.IsChanged = i == 0 || !Equals(frame.Value, item);
            frame.Value = item;
            frame.Index = i;
            if (frame.Name is null)
            {
                ((IAssignable)variable).Assign(context, item);
            }

            ExecuteRound(context, frame);
            if (context.Flow is FlowState.Break or FlowState.Return)
            {
                break;
            }

            context.Flow = FlowState.None;
        }

        Finish(context, frame);
        context.Flow = context.Flow == FlowState.Return ? FlowState.Return : FlowState.None;
        RestoreLocal(context, local, hadLocal, outerValue);
    }

    protected virtual void Begin(TemplateContext context, LoopFrame frame)
    {
    }

    protected virtual void ExecuteRound(TemplateContext context, LoopFrame frame) => Body.Execute(context);

    protected virtual void Finish(TemplateContext context, LoopFrame frame)
    {
    }

    private static void RestoreLocal(TemplateContext context, LocalVariable? local, bool hadLocal, object? outerValue)
    {
        if (local is null)
        {
            return;
        }

        if (hadLocal)
        {
            context.Locals!.SetValue(local.Id.Text, outerValue, readOnly: false);
        }
        else
        {
            context.Locals?.Remove(local.Id.Text);
        }
    }
}
