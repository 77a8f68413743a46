using System.Collections.Concurrent;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Rendering;

namespace PipelineKit.Core.Stages.Catalog;

/// <summary>
/// A place where templates and data files come from: the built-in ones, or a folder of a repository. What is read from a layer is parsed once
/// and kept, so that many repositories share the built-in files.
/// </summary>
public abstract class TemplateLayer
{
    private readonly ConcurrentDictionary<string, Lazy<ParsedFile>> _parsed = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private TemplateIndex? _index;

    private LayeredIndex? _over;

    /// <summary>Paths of all files, relative to the layer, with forward slashes, sorted.</summary>
    public abstract IReadOnlyList<string> Paths { get; }

    /// <summary>How messages call a file of this layer.</summary>
    public abstract string DisplayName(string path);

    /// <summary>True when the layer has the file.</summary>
    public abstract bool Has(string path);

    /// <summary>The text of a file, or null with a diagnostic.</summary>
    public abstract string? ReadText(string path, DiagnosticBag diagnostics);

    /// <summary>Versions of tools that this layer pins beside its files below <c>pins/</c>.</summary>
    internal virtual IReadOnlyDictionary<string, string> Pins => new Dictionary<string, string>();

    /// <summary>What the files of this layer are, made on first use.</summary>
    internal TemplateIndex Index => _index ??= new TemplateIndex(Paths);

    /// <summary>Documents that templates of this layer rendered.</summary>
    internal DocumentCache Documents { get; } = new();

    /// <summary>Hash of a file's text, as the lock file keeps it.</summary>
    internal string HashOf(string path) => _hashes.GetOrAdd(path, p => ContentHash.Of(ReadText(p, new DiagnosticBag()) ?? ""));

    /// <summary>What a file holds, parsed on first use; its problems are reported to everybody who asks.</summary>
    internal T? Parsed<T>(string path, DiagnosticBag diagnostics, Func<string, DiagnosticBag, T?> parse)
        where T : class
    {
        var key = $"{typeof(T).Name}:{path}";
        if (!_parsed.TryGetValue(key, out var entry))
        {
            entry = _parsed.GetOrAdd(key, new Lazy<ParsedFile>(() => Parse(path, parse)));
        }

        foreach (var problem in entry.Value.Problems)
        {
            diagnostics.Add(problem);
        }

        return (T?)entry.Value.Value;
    }

    private ParsedFile Parse(string path, Func<string, DiagnosticBag, object?> parse)
    {
        var bag = new DiagnosticBag();
        var value = ReadText(path, bag) is { } text ? parse(text, bag) : null;
        return new ParsedFile(value, bag.Sorted());
    }

    /// <summary>What the files of this layer and of those below it are. Kept for the last layers below: repositories of one pack ask for the same again and again.</summary>
    internal TemplateIndex IndexOver(IReadOnlyList<TemplateLayer> below)
    {
        var known = _over;
        if (known is null || !known.Below.SequenceEqual(below))
        {
            known = new LayeredIndex(below, new TemplateIndex([.. Paths, .. below.SelectMany(l => l.Paths)]));
            _over = known;
        }

        return known.Index;
    }

    private sealed record LayeredIndex(IReadOnlyList<TemplateLayer> Below, TemplateIndex Index);

    private sealed record ParsedFile(object? Value, IReadOnlyList<Diagnostic> Problems);
}
