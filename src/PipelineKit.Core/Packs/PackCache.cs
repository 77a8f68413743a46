using System.Collections.Concurrent;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs.Reading;

namespace PipelineKit.Core.Packs;

/// <summary>Packs that this process has read, by content and by the name that messages have for them; safe to use from several threads.</summary>
public sealed class PackCache
{
    private readonly ConcurrentDictionary<(string Hash, string Name), Lazy<(Pack? Pack, IReadOnlyList<Diagnostic> Problems)>> _packs = new();

    private readonly ConcurrentDictionary<string, Lazy<(PackContent? Content, string? Problem)>> _folders = new(StringComparer.Ordinal);

    /// <summary>The files of a folder, read once: repositories that are looked at together see the same pack.</summary>
    internal PackContent? Folder(string path, out string? problem)
    {
        (var content, problem) = _folders.GetOrAdd(path, p => new(() => (PackFolder.Read(p, out var wrong), wrong))).Value;
        return content;
    }

    /// <summary>The pack of a content, read once.</summary>
    internal Pack? Read(PackContent content, string displayName, DiagnosticBag diagnostics)
    {
        var (pack, problems) = _packs.GetOrAdd((content.Hash, displayName), _ => new(() => Read(content, displayName))).Value;
        problems.ToList().ForEach(diagnostics.Add);
        return pack;
    }

    private static (Pack?, IReadOnlyList<Diagnostic>) Read(PackContent content, string displayName)
    {
        var bag = new DiagnosticBag();
        var pack = PackReader.Read(content, displayName, bag);
        return (pack, bag.Sorted());
    }
}
