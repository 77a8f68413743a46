using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary><c>case</c> with <c>when</c> and <c>else</c> (language reference, 9.4).</summary>
internal sealed class CaseStatement(ScriptExpression subject, WhenBranch[] branches, ScriptBlockStatement? otherwise) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Case;

    public override IEnumerable<ScriptNode> Children
    {
        get
        {
            yield return subject;
            foreach (var child in branches.SelectMany(static branch => branch.Values.Cast<ScriptNode>().Append(branch.Body)))
            {
                yield return child;
            }

            if (otherwise is not null)
            {
                yield return otherwise;
            }
        }
    }

    internal override void Execute(TemplateContext context)
    {
        var value = subject.Evaluate(context);
        foreach (var branch in branches)
        {
            foreach (var candidate in branch.Values)
            {
                var place = new OperatorPlace(this, branch.Start);
                if (Operators.AreEqual(context, place, value, candidate.Evaluate(context)))
                {
                    branch.Body.Execute(context);
                    return;
                }
            }
        }

        otherwise?.Execute(context);
    }
}
