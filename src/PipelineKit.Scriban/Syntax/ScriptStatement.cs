namespace Scriban.Syntax;

/// <summary>A statement of a template.</summary>
public abstract class ScriptStatement : ScriptNode
{
    private protected ScriptStatement()
    {
    }

    /// <summary>Whitespace before the code block that the statement stands in, when that block is first on its line.</summary>
    internal string? Indent { get; set; }

    internal abstract void Execute(TemplateContext context);
}
