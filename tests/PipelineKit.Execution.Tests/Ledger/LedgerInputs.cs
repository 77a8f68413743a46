using PipelineKit.Core.Generation;

namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>What the ledger speaks of: every file of the stage library, and the sources of each emitter.</summary>
internal static class LedgerInputs
{
    private static readonly Lazy<SortedDictionary<string, string>> Hashed = new(Hash);
    private static readonly Lazy<string> Whole = new(() => ContentHash.Of(string.Join('\n', Hashes.Select(h => $"{h.Key} {h.Value}").Concat(Beside()))));

    /// <summary>Hash by file of <c>templates/</c>, and by folder of emitters.</summary>
    public static IReadOnlyDictionary<string, string> Hashes => Hashed.Value;

    /// <summary>One hash over them, the whole program, the executed examples, the cases and the tests themselves.</summary>
    public static string Digest => Whole.Value;

    /// <summary>What is not as it was when a ledger was written, sorted.</summary>
    public static IReadOnlyList<string> ChangedSince(LedgerFile ledger) =>
    [
        .. Hashes.Where(h => ledger.Inputs.GetValueOrDefault(h.Key) != h.Value).Select(h => h.Key).Concat(ledger.Inputs.Keys.Except(Hashes.Keys)).Order(StringComparer.Ordinal),
    ];

    private static SortedDictionary<string, string> Hash()
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files("templates").Where(f => Path.GetFileName(f) != "README.md"))
        {
            hashes[Relative(file)] = ContentHash.Of(File.ReadAllText(file));
        }

        foreach (var folder in Directory.GetDirectories(Path.Combine(TestFolders.Repository, "src", "PipelineKit.Platforms")).Where(d => Path.GetFileName(d) is not ("bin" or "obj")))
        {
            hashes[Relative(folder)] = HashOf(Files(Relative(folder)));
        }

        return hashes;
    }

    private static IEnumerable<string> Beside() =>
        ((string[])["src", "tests/PipelineKit.Execution.Tests", "tests/cases/sabotage", "tests/validators", "tests/tools", .. ExecutedStack.All.Select(s => $"examples/{s.Example}")])
        .Select(f => $"{f} {HashOf(Files(f))}");

    private static string HashOf(IEnumerable<string> files) =>
        ContentHash.Of(string.Join('\n', files.Select(f => $"{Relative(f)} {ContentHash.Of(File.ReadAllText(f))}")));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(f => !Relative(f).Split('/').Any(p => p is "bin" or "obj" or "node_modules" or "reports" or "__pycache__" or ".cake"))
            .Order(StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(TestFolders.Repository, path).Replace('\\', '/');
}
