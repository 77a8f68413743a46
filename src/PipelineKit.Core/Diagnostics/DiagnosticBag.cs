namespace PipelineKit.Core.Diagnostics;

/// <summary>Collects the diagnostics of one run, so that all problems of a file are told at once.</summary>
public sealed class DiagnosticBag
{
    private static readonly IComparer<Diagnostic> ByPlace = Comparer<Diagnostic>.Create(Compare);

    private readonly List<Diagnostic> _items = [];

    /// <summary>True when at least one diagnostic is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Number of diagnostics collected so far.</summary>
    public int Count => _items.Count;

    /// <summary>Adds one diagnostic. What cannot be seen in its texts becomes visible here, wherever the texts come from.</summary>
    public void Add(Diagnostic diagnostic)
    {
        _items.Add(Visible(diagnostic));
        HasErrors |= diagnostic.Descriptor.Severity == Severity.Error;
    }

    /// <summary>Adds one diagnostic from its parts.</summary>
    public void Add(DiagnosticDescriptor descriptor, SourceSpan span, string message, string? hint = null, params RelatedLocation[] related) =>
        Add(new Diagnostic(descriptor, message, span, hint, related.Length == 0 ? null : related));

    /// <summary>All diagnostics by file, line, column and code, without repetitions: the same input gives the same list.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        _items.Count == 0 ? [] : [.. _items.Distinct().Order(ByPlace)];

    private static Diagnostic Visible(Diagnostic diagnostic)
    {
        var (message, hint) = (HiddenText.Visible(diagnostic.Message), diagnostic.Hint is null ? null : HiddenText.Visible(diagnostic.Hint));
        return ReferenceEquals(message, diagnostic.Message) && ReferenceEquals(hint, diagnostic.Hint) ? diagnostic : diagnostic with { Message = message, Hint = hint };
    }

    private static int Compare(Diagnostic left, Diagnostic right)
    {
        var (one, other) = (left.Primary, right.Primary);
        var order = string.CompareOrdinal(one.File, other.File);
        order = order != 0 ? order : one.Line.CompareTo(other.Line);
        order = order != 0 ? order : one.Column.CompareTo(other.Column);
        order = order != 0 ? order : string.CompareOrdinal(left.Descriptor.Code, right.Descriptor.Code);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
