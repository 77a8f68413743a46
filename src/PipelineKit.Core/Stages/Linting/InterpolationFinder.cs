using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>Walks a template as it writes YAML: branches are alternatives from the same place, loops run once.</summary>
internal sealed class InterpolationFinder
{
    private readonly List<Interpolation> _found = [];
    private YamlPosition _position = YamlPosition.Start;

    /// <summary>Every value that a template writes, in the order of the source.</summary>
    public static IReadOnlyList<Interpolation> Find(ScriptPage page)
    {
        var finder = new InterpolationFinder();
        if (page.Body is { } body)
        {
            finder.Walk(body);
        }

        return finder._found;
    }

    // The parser bounds the nesting; a stack that is too small for it ends the search, not the program.
    private void Walk(ScriptNode node)
    {
        switch (node)
        {
            case ScriptRawStatement raw:
                Text(raw.Text.ToString());
                break;
            case ScriptExpressionStatement { CanOutput: true, Expression: { } written }:
                Value(written);
                break;
            case ScriptIfStatement or ScriptCaseStatement:
                Alternatives(SyntaxNodes.BlocksOf(node));
                break;
            case ScriptCaptureStatement or ScriptFunction:
                Apart(SyntaxNodes.BlocksOf(node));
                break;
            case ScriptBlockStatement block when RuntimeHelpers.TryEnsureSufficientExecutionStack():
                block.Statements.ToList().ForEach(Walk);
                break;
            case ScriptLoopStatementBase or ScriptWithStatement or ScriptWrapStatement:
                SyntaxNodes.BlocksOf(node).ToList().ForEach(Walk);
                break;
        }
    }

    private void Text(string text)
    {
        foreach (var c in text)
        {
            _position.Read(c);
            if (_position.TextAfterValue is { } index)
            {
                _found[index] = _found[index] with { Place = InterpolationPlace.Plain };
            }
        }
    }

    private void Value(ScriptNode expression)
    {
        switch (expression)
        {
            case ScriptAnonymousFunction:
                Apart(SyntaxNodes.BlocksOf(expression));
                break;
            case ScriptIncrementDecrementExpression:
                break;
            case not null when expression.Calls("require"):
                break;
            case not null when expression.Calls("include"):
                _position.ReadInclude();
                break;
            default:
                var place = _position.ReadValue(_found.Count, out var key);
                _found.Add(new Interpolation(expression!, place, key));
                break;
        }
    }

    private void Alternatives(IReadOnlyList<ScriptBlockStatement> blocks)
    {
        var before = _position;
        YamlPosition? after = null;
        foreach (var block in blocks)
        {
            _position = before;
            Walk(block);
            after ??= _position;
        }

        _position = after ?? before;
    }

    private void Apart(IReadOnlyList<ScriptBlockStatement> blocks)
    {
        var before = _position;
        foreach (var block in blocks)
        {
            _position = YamlPosition.Start;
            Walk(block);
        }

        _position = before;
    }
}
