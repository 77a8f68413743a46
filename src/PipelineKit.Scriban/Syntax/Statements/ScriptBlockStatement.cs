using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary>A list of statements.</summary>
public sealed class ScriptBlockStatement : ScriptStatement
{
    private readonly ScriptStatement[] _statements;

    internal ScriptBlockStatement(ScriptStatement[] statements) => _statements = statements;

    /// <inheritdoc/>
    public override ScriptNodeKind Kind => ScriptNodeKind.Block;

    /// <inheritdoc/>
    public override IEnumerable<ScriptNode> Children => _statements;

    internal override void Execute(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        foreach (var statement in _statements)
        {
            context.CurrentNode = statement;
            context.Tick(statement);
            if (statement.Indent is not null && context.AutoIndent)
            {
                var indent = context.CurrentIndent;
                context.CurrentIndent = statement.Indent;
                statement.Execute(context);
                context.CurrentIndent = indent;
            }
            else
            {
                statement.Execute(context);
            }

            if (context.Flow != FlowState.None)
            {
                return;
            }
        }
    }
}
