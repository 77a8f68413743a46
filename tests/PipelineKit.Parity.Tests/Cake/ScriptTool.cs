using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>A <c>Tool</c> statement: how a script looks for a tool.</summary>
/// <param name="Name">Its name in the needs of stages.</param>
/// <param name="Probe">A program, or the command that is run.</param>
/// <param name="IsCompared">True: what it prints is compared with a version.</param>
internal sealed record ScriptTool(string Name, IReadOnlyList<string> Probe, bool IsCompared)
{
    public static IReadOnlyList<ScriptTool> ReadAll(string script) =>
    [
        .. from call in CSharpSyntaxTree.ParseText(script, CakeReader.Options).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
           where call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Tool" }
           let arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression).ToList()
           let isCompared = arguments[2] is CollectionExpressionSyntax
           let probe = isCompared ? Initializer.Items(arguments[2]) : arguments.Skip(2)
           select new ScriptTool(Initializer.Text(arguments[0]), [.. probe.Select(Initializer.Text)], isCompared),
    ];
}
