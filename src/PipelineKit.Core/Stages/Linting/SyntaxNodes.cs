using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>Looks at the library's syntax tree as the checks need it.</summary>
internal static class SyntaxNodes
{
    /// <summary>A node and everything below it, parents first, in source order.</summary>
    public static IEnumerable<ScriptNode> DescendantsAndSelf(this ScriptNode node)
    {
        var pending = new Stack<ScriptNode>([node]);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The name of a variable that is looked up; null for every other node, also where a name is only a member, a key or an argument's name.</summary>
    public static string? VariableName(this ScriptNode node) => node is ScriptVariableGlobal variable && node.Parent switch
    {
        ScriptMemberExpression member => !ReferenceEquals(member.Member, node),
        ScriptNamedArgument argument => !ReferenceEquals(argument.Name, node),
        ScriptObjectMember member => !ReferenceEquals(member.Name, node),
        ScriptFunction or ScriptParameter => false,
        _ => true,
    } ? variable.Name : null;

    /// <summary>True for a call of a function by its name, also through a pipe.</summary>
    public static bool Calls(this ScriptNode? node, string function) => node switch
    {
        ScriptFunctionCall call => call.Target?.VariableName() == function,
        ScriptPipeCall pipe => pipe.To?.VariableName() == function || pipe.To.Calls(function),
        _ => false,
    };

    /// <summary>The text of a literal string; null for everything else.</summary>
    public static string? TextOf(ScriptNode? node) => (node as ScriptLiteral)?.Value as string;

    /// <summary>The blocks of a statement, in source order; those of an <c>if</c> or a <c>case</c> are alternatives.</summary>
    public static IReadOnlyList<ScriptBlockStatement> BlocksOf(ScriptNode node)
    {
        var blocks = new List<ScriptBlockStatement>();
        AddBlocks(node, blocks);
        return blocks;
    }

    private static void AddBlocks(ScriptNode? node, List<ScriptBlockStatement> blocks)
    {
        switch (node)
        {
            case ScriptIfStatement { Then: { } then } condition:
                blocks.Add(then);
                AddBlocks(condition.Else, blocks);
                break;
            case ScriptElseStatement { Body: { } body }:
                blocks.Add(body);
                break;
            case ScriptCaseStatement { Body: { } body }:
                foreach (var statement in body.Statements)
                {
                    AddBlocks(statement, blocks);
                }

                break;
            case ScriptWhenStatement { Body: { } body } branch:
                blocks.Add(body);
                AddBlocks(branch.Next, blocks);
                break;
            case not null:
                blocks.AddRange(node.Children.OfType<ScriptBlockStatement>());
                break;
        }
    }
}
