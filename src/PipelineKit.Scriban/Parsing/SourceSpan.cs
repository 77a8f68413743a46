namespace Scriban.Parsing;

/// <summary>A piece of a template: the name of its source, its first and its last character.</summary>
public readonly struct SourceSpan : IEquatable<SourceSpan>
{
    private readonly object? _owner;
    private readonly int _start;
    private readonly int _end;

    /// <summary>Creates a span from known positions.</summary>
    /// <param name="fileName">Name of the source, as messages print it.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">Last character (inclusive).</param>
    public SourceSpan(string fileName, TextPosition start, TextPosition end)
    {
        _owner = new KnownPositions(fileName, start, end);
        _start = start.Offset;
        _end = end.Offset + 1;
    }

    internal SourceSpan(ScriptSource source, int start, int end)
    {
        _owner = source;
        _start = start;
        _end = end;
    }

    /// <summary>Name of the source that messages print; empty for a span that belongs to no source.</summary>
    public string FileName => _owner switch
    {
        ScriptSource source => source.Name,
        KnownPositions known => known.FileName,
        _ => "",
    };

    /// <summary>First character of the span.</summary>
    public TextPosition Start => _owner switch
    {
        ScriptSource source => source.PositionOf(_start),
        KnownPositions known => known.Start,
        _ => default,
    };

    /// <summary>Last character of the span (inclusive).</summary>
    public TextPosition End => _owner switch
    {
        ScriptSource source => source.PositionOf(_end > _start ? _end - 1 : _start),
        KnownPositions known => known.End,
        _ => default,
    };

    /// <summary>Number of UTF-16 code units in the span.</summary>
    public int Length => _end - _start;

    /// <summary>Whether the span belongs to no source.</summary>
    public bool IsEmpty => _owner is null;

    /// <summary>The span as <c>file(line,column)</c>, counted from one.</summary>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";

    /// <inheritdoc/>
    public override string ToString() => $"{FileName}({Start.ToStringSimple()})-({End.ToStringSimple()})";

    /// <inheritdoc/>
    public bool Equals(SourceSpan other) =>
        _start == other._start && _end == other._end && string.Equals(FileName, other.FileName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_start, _end);

    /// <summary>Whether two spans cover the same piece of the same source.</summary>
    public static bool operator ==(SourceSpan left, SourceSpan right) => left.Equals(right);

    /// <summary>Whether two spans differ.</summary>
    public static bool operator !=(SourceSpan left, SourceSpan right) => !left.Equals(right);

    private sealed record KnownPositions(string FileName, TextPosition Start, TextPosition End);
}
