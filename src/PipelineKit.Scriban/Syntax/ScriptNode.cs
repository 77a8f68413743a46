using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node of a parsed template. Tools walk it with <see cref="Children"/> or <see cref="DescendantsAndSelf"/>.</summary>
public abstract class ScriptNode
{
    private protected ScriptNode()
    {
    }

    internal ScriptSource? Source { get; set; }

    internal int Start { get; set; }

    /// <summary>Offset after the last character.</summary>
    internal int End { get; set; }

    /// <summary>Where the node stands in its template.</summary>
    public SourceSpan Span => Source is null ? default : new SourceSpan(Source, Start, End);

    /// <summary>What kind of statement or expression this is.</summary>
    public abstract ScriptNodeKind Kind { get; }

    /// <summary>The name that the node mentions: of a variable (<c>x</c>, <c>$x</c>), member, function or operator; else null.</summary>
    public virtual string? Name => null;

    /// <summary>The nodes directly below, in source order.</summary>
    public virtual IEnumerable<ScriptNode> Children => [];

    /// <summary>The source text of the node.</summary>
    public string Text => Source is null || Start < 0 ? "" : Source.Text[Start..Math.Min(End, Source.Text.Length)];

    /// <summary>This node and everything below it, parents first, in source order.</summary>
    /// <returns>The nodes.</returns>
    public IEnumerable<ScriptNode> DescendantsAndSelf()
    {
        var pending = new Stack<ScriptNode>([this]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The source text of the node.</summary>
    public override string ToString() => Text;

    /// <summary>The empty span right after the node, where missing arguments are reported.</summary>
    internal SourceSpan SpanAfter => Source is null ? default : new SourceSpan(Source, End, End);

    internal T At<T>(T other)
        where T : ScriptNode
    {
        other.Source = Source;
        other.Start = Start;
        other.End = End;
        return other;
    }
}
