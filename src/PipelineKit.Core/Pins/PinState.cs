using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Pins;

/// <summary>What a run knows about pins, beside the table of its catalog.</summary>
public sealed class PinState
{
    /// <summary>The pins of the library, its packs and the repository's files, without the lock file and the spec.</summary>
    public PinTable Library { get; internal set; } = PinTable.Empty;

    /// <summary>Pins that committed files have and that are newer than those in force before.</summary>
    public IReadOnlyList<Pin> Adopted { get; internal set; } = [];

    /// <summary>The text of the lock file, or null.</summary>
    internal string? LockText { get; set; }

    /// <summary>The lock file as it was read, without its templates, or null.</summary>
    internal LockFile? Lock { get; set; }

    /// <summary>The pins of the lock file that still count.</summary>
    internal IReadOnlyList<Pin> Locked { get; set; } = [];

    /// <summary>By path, the hash of a committed body that differs from a generated one in nothing but pins.</summary>
    internal Dictionary<string, string> Bumped { get; } = new(StringComparer.Ordinal);

    /// <summary>By path, the hash of what is left of a body without its pins.</summary>
    internal IReadOnlyDictionary<string, string> Rests { get; set; } = new Dictionary<string, string>();

    /// <summary>By path, the texts that a committed file may have while the newer pins are not yet written everywhere.</summary>
    internal Dictionary<string, HashSet<string>> Meanwhile { get; } = new(StringComparer.Ordinal);

    /// <summary>The pins that belong into the lock file. The digest of an image that no file names any more is left out.</summary>
    internal IReadOnlyDictionary<string, string> ForLock(IReadOnlyList<OutputFile> outputs) => Locked.Concat(Adopted)
        .Where(p => !p.Value.StartsWith('@') || outputs.Any(o => o.Text.Contains(p.Commit, StringComparison.Ordinal)))
        .GroupBy(p => p.Id, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
}
