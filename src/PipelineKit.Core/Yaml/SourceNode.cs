using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>A node of a YAML document that was read, with the place it stands at.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record SourceNode(SourceSpan Span)
{
    /// <summary>What a message calls this kind of node.</summary>
    public abstract string KindName { get; }
}

/// <summary>A scalar.</summary>
/// <param name="Value">Its text, after unquoting.</param>
/// <param name="Quoted">True when it was quoted or a block: then it is text whatever it looks like.</param>
/// <param name="Span">Where it stands.</param>
public sealed record SourceScalar(string Value, bool Quoted, SourceSpan Span) : SourceNode(Span)
{
    /// <summary>True for a plain empty scalar, <c>~</c> or <c>null</c> (YAML 1.2.2 core schema).</summary>
    public bool IsNull => !Quoted && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string KindName => IsNull ? "nothing" : "a value";
}

/// <summary>A sequence.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Span">Where it starts.</param>
public sealed record SourceList(IReadOnlyList<SourceNode> Items, SourceSpan Span) : SourceNode(Span)
{
    /// <inheritdoc/>
    public override string KindName => "a list";
}

/// <summary>A mapping; its keys are unique.</summary>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Span">Where it starts.</param>
public sealed record SourceMap(IReadOnlyList<SourceEntry> Entries, SourceSpan Span) : SourceNode(Span)
{
    /// <inheritdoc/>
    public override string KindName => "a mapping";

    /// <summary>The entry with a key, or null.</summary>
    public SourceEntry? Find(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (string.Equals(Entries[i].Key.Value, key, StringComparison.Ordinal))
            {
                return Entries[i];
            }
        }

        return null;
    }
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">Key.</param>
/// <param name="Value">Value.</param>
public sealed record SourceEntry(SourceScalar Key, SourceNode Value);
