using PipelineKit.Core.Diagnostics;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>
/// A value that a spec may leave out is null, and a null that is written, added or put into a text stops the render. Arguments of functions are
/// evaluated before the function looks at them, so <c>when</c> does not help; an <c>if</c>, <c>?:</c>, <c>&amp;&amp;</c> or <c>??</c> does.
/// </summary>
internal sealed class MissingValueCheck : ITemplateCheck
{
    // Members of the records that are null in many repositories.
    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["project"] = ["id", "solution", "tests"],
        ["pipeline"] = ["source"],
        ["stage"] = ["timeout"],
    };

    public DiagnosticDescriptor Descriptor { get; } = new("PK2609", "A value that may be missing", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            foreach (var node in template.Nodes)
            {
                if (InputUse.Access(node) is var (owner, member) && MayBeMissing(stage, template, owner, member) && Use(template, node) is { } hint && !IsGuarded(node, (owner, member)))
                {
                    context.Report(template.SpanOf(node), $"`{owner}.{member}` is null where the spec does not give it, and that would stop the render", hint);
                }
            }
        }
    }

    private static bool MayBeMissing(LintedStage stage, LintedTemplate template, string owner, string member) => owner switch
    {
        "inputs" => member == "fail_on" || (stage.Manifest?.Inputs.Any(i => IsOf(i, member) && IsOptional(i)) ?? false),
        "stack" => template.Stack is { } id && stage.Catalog.FindStack(id) is { } stack && stack.Options.Any(o => IsOf(o, member) && IsOptional(o)),
        _ => Members.TryGetValue(owner, out var names) && names.Contains(member, StringComparer.Ordinal),
    };

    private static bool IsOf(InputDefinition input, string member) => input.Name.Replace('-', '_') == member;

    private static bool IsOptional(InputDefinition input) => !input.Required && input.Default is null && input.DefaultByStack.Count == 0;

    // How the value is used, as a hint; null where null does no harm.
    private static string? Use(LintedTemplate template, ScriptNode node)
    {
        var text = template.TextOf(node);
        return node.Parent switch
        {
            ScriptExpressionStatement { CanOutput: true } => $"write an `if {text}` around the line, or give it a value: `{text} ?? …`",
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.Add or ScriptBinaryOperator.Multiply } or ScriptInterpolatedExpression =>
                $"an argument is left out by `prefix \"…\" {text}`; elsewhere write an `if {text}` around it",
            _ => null,
        };
    }

    private static bool IsGuarded(ScriptNode node, (string, string) access)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var condition = parent switch
            {
                ScriptIfStatement statement => statement.Condition,
                ScriptCaseStatement statement => statement.Value,
                ScriptConditionalExpression choice => choice.Condition,
                ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } both => both.Left,
                _ => null,
            };
            if (condition is not null && !ReferenceEquals(condition, child) && condition.DescendantsAndSelf().Any(n => InputUse.Access(n) == access))
            {
                return true;
            }
        }

        return false;
    }
}
