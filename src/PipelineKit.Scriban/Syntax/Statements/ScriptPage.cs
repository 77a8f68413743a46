using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary>The root of a parsed template.</summary>
public sealed class ScriptPage : ScriptNode
{
    internal ScriptPage(ScriptBlockStatement body) => Body = body;

    /// <summary>The statements of the page.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc/>
    public override ScriptNodeKind Kind => ScriptNodeKind.Block;

    /// <inheritdoc/>
    public override IEnumerable<ScriptNode> Children => [Body];

    /// <summary>Runs the page to its end or to <c>ret</c>, whose value is written.</summary>
    internal void Render(TemplateContext context)
    {
        var caller = context.CurrentPage;
        context.CurrentPage = this;
        var value = RunBody(context);
        if (value is not null)
        {
            context.Write(Span, value);
        }

        context.CurrentPage = caller;
    }

    /// <summary>Runs the page and returns the value of its <c>ret</c>.</summary>
    internal object? Run(TemplateContext context)
    {
        var caller = context.CurrentPage;
        context.CurrentPage = this;
        var value = RunBody(context);
        context.CurrentPage = caller;
        return value;
    }

    private object? RunBody(TemplateContext context)
    {
        Body.Execute(context);
        var value = context.Flow == FlowState.Return ? context.ReturnValue : null;
        context.Flow = FlowState.None;
        context.ReturnValue = null;
        return value;
    }
}
