namespace Scriban.Syntax;

/// <summary>An expression of a template.</summary>
public abstract class ScriptExpression : ScriptNode
{
    private protected ScriptExpression()
    {
    }

    /// <summary>Computes the value; a function that is merely mentioned is called.</summary>
    internal abstract object? Evaluate(TemplateContext context);

    /// <summary>Computes the value; a function stays a function.</summary>
    internal virtual object? EvaluateRaw(TemplateContext context) => Evaluate(context);
}
