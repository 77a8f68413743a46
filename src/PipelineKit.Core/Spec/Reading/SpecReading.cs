using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>What every part of the reader shares: where problems go, and how values are read. A null result means: told, go on.</summary>
internal sealed class SpecReading(IStageCatalog catalog, DiagnosticBag diagnostics)
{
    public IStageCatalog Catalog => catalog;

    /// <summary>Packs whose defaults complete what the spec says of its stages.</summary>
    public PackSet Packs { get; init; } = PackSet.None;

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, string message, string? hint = null) =>
        diagnostics.Add(descriptor, span, message, hint);

    public Spanned<string>? Text(SourceNode node, string what)
    {
        if (node is SourceScalar { IsNull: false } scalar)
        {
            return new(scalar.Value, scalar.Span);
        }

        WrongType(node, what, "text");
        return null;
    }

    public bool? Flag(SourceNode node, string what)
    {
        if (node is SourceScalar { Quoted: false, Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        var meant = node is SourceScalar { Value: "yes" or "on" or "Yes" or "True" or "TRUE" or "true" } ? "true" : node is SourceScalar { Value: "no" or "off" or "No" or "False" or "FALSE" or "false" } ? "false" : null;
        WrongType(node, what, "true or false", meant is null ? null : $"write {meant}, without quotes");
        return null;
    }

    public TimeSpan? Duration(SourceNode node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (DurationText.TryParse(text.Value, out var duration))
        {
            return duration;
        }

        Report(SpecDiagnostics.Duration, text.Span, $"{what} is no duration: {MessageText.Quote(text.Value)}", "write a number and a unit: 90s, 15m, 2h or 7d");
        return null;
    }

    public T? Word<T>(SourceNode node, string what, IReadOnlyList<KeyValuePair<string, T>> words)
        where T : struct
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        foreach (var (word, value) in words)
        {
            if (word == text.Value)
            {
                return value;
            }
        }

        var allowed = words.Select(w => w.Key).ToArray();
        Report(
            SpecDiagnostics.InvalidValue,
            text.Span,
            $"unknown {what} {MessageText.Quote(text.Value)}; {MessageText.ExpectedOneOf(allowed)}",
            MessageText.DidYouMean(text.Value, allowed));
        return null;
    }

    /// <summary>A list of texts; an empty list is refused where <paramref name="mayBeEmpty"/> is not set.</summary>
    public IReadOnlyList<Spanned<string>>? Texts(SourceNode node, string what, bool mayBeEmpty = false)
    {
        if (node is not SourceList list)
        {
            var hint = node is SourceScalar { IsNull: false } one ? $"write [{one.Value}]" : null;
            WrongType(node, what, "a list", hint);
            return null;
        }

        if (list.Items.Count == 0 && !mayBeEmpty)
        {
            Report(SpecDiagnostics.NothingThere, list.Span, $"{what} is an empty list", "name at least one, or remove the key");
        }

        var result = new List<Spanned<string>>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (Text(item, $"an item of {what}") is { } text)
            {
                result.Add(text);
            }
        }

        return result;
    }

    /// <summary>A mapping from text to text.</summary>
    public IReadOnlyDictionary<string, Spanned<string>> TextMap(SourceNode node, string what)
    {
        var result = new OrderedDictionary<string, Spanned<string>>(StringComparer.Ordinal);
        if (node is not SourceMap map)
        {
            WrongType(node, what, "a mapping");
            return result;
        }

        foreach (var entry in map.Entries)
        {
            if (Text(entry.Value, $"{what}.{entry.Key.Value}") is { } text)
            {
                result[entry.Key.Value] = text;
            }
        }

        return result;
    }

    public KeyReader? Keys(SourceNode node, string what)
    {
        if (node is SourceMap map)
        {
            return new KeyReader(map, what, this);
        }

        WrongType(node, what, "a mapping");
        return null;
    }

    public void WrongType(SourceNode node, string what, string expected, string? hint = null)
    {
        var found = node is SourceScalar { IsNull: false } scalar ? MessageText.Quote(scalar.Value) : node.KindName;
        Report(SpecDiagnostics.WrongType, node.Span, $"{what} must be {expected}, found {found}", hint);
    }
}
