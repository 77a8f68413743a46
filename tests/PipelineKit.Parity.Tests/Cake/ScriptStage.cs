using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>One <c>Stage</c> or <c>Leg</c> statement of a Cake script, as syntax: its settings and the calls that follow.</summary>
/// <param name="Id">The job; of a matrix without the leg.</param>
/// <param name="Settings">Members of the settings.</param>
/// <param name="Axes">Axes by loop variable, in order.</param>
/// <param name="Wants">Versions that a leg wants.</param>
/// <param name="Calls">Names and arguments of the calls behind the head, in order.</param>
internal sealed record ScriptStage(
    string Id,
    Dictionary<string, ExpressionSyntax> Settings,
    IReadOnlyList<ForEachStatementSyntax> Axes,
    IReadOnlyList<ExpressionSyntax> Wants,
    IReadOnlyList<InvocationExpressionSyntax> Calls)
{
    /// <summary>The <c>Service</c> statements that name the stage.</summary>
    public IReadOnlyList<ArgumentListSyntax> Services { get; init; } = [];

    /// <summary>What the stage's <c>Does</c> call, in order.</summary>
    public IEnumerable<InvocationExpressionSyntax> Actions => Named("Does").Select(call =>
        call.ArgumentList.Arguments is [{ Expression: ParenthesizedLambdaExpressionSyntax { ExpressionBody: InvocationExpressionSyntax body } }]
            ? body
            : throw Initializer.Unknown(call));

    /// <summary>Calls of one name.</summary>
    public IEnumerable<InvocationExpressionSyntax> Named(string name) => Calls.Where(call => NameOf(call) == name);

    /// <summary>The stages of a script. Other statements are the tools, and tasks over stages.</summary>
    public static IReadOnlyList<ScriptStage> ReadAll(string script)
    {
        var root = CSharpSyntaxTree.ParseText(script, CakeReader.Options).GetRoot();
        var heads = root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => NameOf(call) is "Stage" or "Leg" && call.Expression is IdentifierNameSyntax);
        var services = root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => NameOf(call) == "Service" && call.Expression is IdentifierNameSyntax).ToList();
        return [.. heads.Select(head => Read(head, services))];
    }

    /// <summary>Name of what a call calls.</summary>
    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => throw Initializer.Unknown(call),
    };

    private static ScriptStage Read(InvocationExpressionSyntax head, List<InvocationExpressionSyntax> services)
    {
        var arguments = head.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        var isLeg = NameOf(head) == "Leg";
        var calls = new List<InvocationExpressionSyntax>();
        for (var node = head.Parent; node is MemberAccessExpressionSyntax or InvocationExpressionSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call)
            {
                calls.Add(call);
            }
        }

        var loops = head.Ancestors().OfType<ForEachStatementSyntax>().Reverse().ToList();
        var outer = loops.Count == 0 ? null : loops[0];
        var id = Initializer.Text(arguments[0]);
        return new ScriptStage(id, Initializer.Members(arguments[^1]), loops, isLeg ? [.. Initializer.Items(arguments[3])] : [], calls)
        {
            Services = [.. services.Where(service => outer is null ? IsText(service.ArgumentList.Arguments[0].Expression, id) : service.Ancestors().Contains(outer)).Select(service => service.ArgumentList)],
        };
    }

    private static bool IsText(ExpressionSyntax expression, string text) => expression is LiteralExpressionSyntax && Initializer.Text(expression) == text;
}
