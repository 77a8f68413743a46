using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>Values of the data section out of its syntax, without running it.</summary>
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

    /// <summary>Arguments of <c>new(…, …)</c>.</summary>
    public static IReadOnlyList<ExpressionSyntax> Arguments(ExpressionSyntax creation) =>
        creation is BaseObjectCreationExpressionSyntax { ArgumentList: { } list } ? [.. list.Arguments.Select(a => a.Expression)] : throw Unknown(creation);

    public static string Text(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: string text } ? text : throw Unknown(expression);

    public static JsonArray Texts(ExpressionSyntax list) => [.. Items(list).Select(item => (JsonNode)Text(item))];

    public static bool Flag(Dictionary<string, ExpressionSyntax> members, string name) => members.GetValueOrDefault(name)?.IsKind(SyntaxKind.TrueLiteralExpression) == true;

    /// <summary>Seconds of <c>TimeSpan.FromMinutes(20)</c>.</summary>
    public static long Seconds(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var unit }, ArgumentList.Arguments: [var number] })
        {
            throw Unknown(expression);
        }

        var seconds = unit switch { "FromHours" => 3600, "FromMinutes" => 60, "FromSeconds" => 1, _ => throw Unknown(expression) };
        return seconds * long.Parse(number.ToString(), CultureInfo.InvariantCulture);
    }

    /// <summary>A literal, or <c>new Value(KIND, TEXT)</c>; null for a secret.</summary>
    public static JsonNode? Value(ExpressionSyntax expression)
    {
        if (expression is not ObjectCreationExpressionSyntax)
        {
            return JsonValue.Create(Text(expression));
        }

        var (kind, text) = (Text(Arguments(expression)[0]), Text(Arguments(expression)[1]));
        return kind switch
        {
            "secret" => null,
            "service" when text.Split('.') is [var service, var get] => new JsonObject { ["get"] = get, ["service"] = service },
            _ => new JsonObject { [kind] = text },
        };
    }

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(InitializerExpressionSyntax? initializer) =>
        initializer?.Expressions.Select(e => e as AssignmentExpressionSyntax ?? throw Unknown(e)) ?? [];

    private static UnreadableException Unknown(SyntaxNode node) => new($"unknown syntax: {node}");
}
