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
        finder.Walk(page.Body);
        return finder._found;
    }

    // The parser bounds the nesting; a stack that is too small for it ends the search, not the program.
    private void Walk(ScriptNode node)
    {
        switch (node.Kind)
        {
            case ScriptNodeKind.Raw:
                Text(node.Text);
                break;
            case ScriptNodeKind.ExpressionStatement:
                Value(node.Children.First());
                break;
            case ScriptNodeKind.If or ScriptNodeKind.Case:
                Alternatives(Blocks(node));
                break;
            case ScriptNodeKind.Capture or ScriptNodeKind.Function:
                Apart(Blocks(node));
                break;
            case ScriptNodeKind.Block when RuntimeHelpers.TryEnsureSufficientExecutionStack():
                node.Children.ToList().ForEach(Walk);
                break;
            case ScriptNodeKind.For or ScriptNodeKind.TableRow or ScriptNodeKind.While or ScriptNodeKind.With or ScriptNodeKind.Wrap:
                Blocks(node).ForEach(Walk);
                break;
        }
    }

    private static List<ScriptNode> Blocks(ScriptNode node) => [.. node.Children.Where(c => c.Kind == ScriptNodeKind.Block)];

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
        switch (expression.Kind)
        {
            case ScriptNodeKind.Function:
                Apart(Blocks(expression));
                break;
            case ScriptNodeKind.Increment:
                break;
            case ScriptNodeKind.Call when LintedTemplate.IsInclude(expression):
                _position.ReadInclude();
                break;
            default:
                var place = _position.ReadValue(_found.Count, out var key);
                _found.Add(new Interpolation(expression, place, key));
                break;
        }
    }

    private void Alternatives(List<ScriptNode> blocks)
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

    private void Apart(List<ScriptNode> blocks)
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
