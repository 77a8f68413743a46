using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>Values out of a script's syntax, without running it.</summary>
internal static class Initializer
{
    /// <summary>Members of <c>new(…) { A = …, B = … }</c>.</summary>
    public static Dictionary<string, ExpressionSyntax> Members(ExpressionSyntax? creation) =>
        Assignments((creation as BaseObjectCreationExpressionSyntax)?.Initializer).ToDictionary(
            assignment => assignment.Left is IdentifierNameSyntax name ? name.Identifier.ValueText : throw Unknown(assignment),
            assignment => assignment.Right);

    /// <summary>Entries of <c>{ ["a"] = …, ["b"] = … }</c>, also behind <c>new()</c>.</summary>
    public static IEnumerable<KeyValuePair<string, ExpressionSyntax>> Entries(ExpressionSyntax? map) =>
        Assignments(map as InitializerExpressionSyntax ?? (map as BaseObjectCreationExpressionSyntax)?.Initializer).Select(assignment =>
            assignment.Left is ImplicitElementAccessSyntax { ArgumentList.Arguments: [var key] }
                ? KeyValuePair.Create(Text(key.Expression), assignment.Right)
                : throw Unknown(assignment));

    /// <summary>Items of <c>[…, …]</c>.</summary>
    public static IEnumerable<ExpressionSyntax> Items(ExpressionSyntax? list) => list switch
    {
        null => [],
        CollectionExpressionSyntax collection => collection.Elements.Select(element => element is ExpressionElementSyntax item ? item.Expression : throw Unknown(element)),
        _ => throw Unknown(list),
    };

    /// <summary>A literal, or several put together because they are longer than a line.</summary>
    public static string Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Text(sum.Left) + Text(sum.Right),
        _ => throw Unknown(expression),
    };

    /// <summary>The values that a loop runs over.</summary>
    public static JsonArray Values(ForEachStatementSyntax loop) => loop.Expression is ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var values }
        ? [.. values.Select(value => (JsonNode)Text(value))]
        : throw Unknown(loop.Expression);

    public static bool Flag(Dictionary<string, ExpressionSyntax> members, string name) => members.GetValueOrDefault(name)?.IsKind(SyntaxKind.TrueLiteralExpression) == true;

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(InitializerExpressionSyntax? initializer) =>
        initializer?.Expressions.Select(e => e as AssignmentExpressionSyntax ?? throw Unknown(e)) ?? [];

    public static UnreadableException Unknown(SyntaxNode node) => new($"unknown syntax: {node}");
}
