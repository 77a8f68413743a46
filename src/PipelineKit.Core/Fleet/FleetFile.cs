using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Fleet;

/// <summary><c>fleet.yml</c>: the repositories that are looked at together.</summary>
/// <param name="Name">Name for people, or null.</param>
/// <param name="Entries">Paths relative to the file, in order; <c>*</c> stands for any name of a folder.</param>
public sealed record FleetFile(string? Name, IReadOnlyList<Spanned<string>> Entries)
{
    /// <summary>Reads a fleet file strictly; null with diagnostics.</summary>
    /// <param name="path">Path in the file system.</param>
    /// <param name="file">Path as shown to people.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static FleetFile? Read(string path, string file, DiagnosticBag diagnostics)
    {
        if (YamlReader.ReadFile(path, file, diagnostics) is not { } root || MapReader.Of(root, "a fleet", diagnostics) is not { } map)
        {
            return null;
        }

        if (map.RequiredText("fleet") is not ("1" or ""))
        {
            diagnostics.Add(PackDiagnostics.BadFleet, map.Node("fleet")!.Span, "this program reads version 1 of the format of fleets", "write `fleet: 1`");
        }

        var name = map.Text("name");
        var entries = (map.Required("repositories") is null ? [] : map.Items("repositories"))
            .Where(i => Scalars.Text(i, "an entry of \"repositories\"", diagnostics) is not null)
            .Select(i => new Spanned<string>(((SourceScalar)i).Value, i.Span))
            .ToList();
        map.Finish();
        foreach (var entry in entries.Where(e => !IsAllowed(e.Value)))
        {
            diagnostics.Add(
                PackDiagnostics.BadFleet,
                entry.Span,
                $"no repositories can be found by {MessageText.Quote(entry.Value)}",
                "write a path relative to this file, with forward slashes; `*` stands for any name of a folder");
        }

        return diagnostics.HasErrors ? null : new FleetFile(name, entries);
    }

    /// <summary>The folders that the entries name, relative to the file, sorted, each once. A glob finds only folders with a spec; a path is taken as it is.</summary>
    public IReadOnlyList<string> Find(string folder) =>
        [.. Entries.SelectMany(e => Expand(folder, e.Value.TrimEnd('/'))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Expand(string root, string pattern)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
        {
            return [pattern];
        }

        IEnumerable<string> found = [""];
        foreach (var part in pattern.Split('/'))
        {
            found = part.Contains('*', StringComparison.Ordinal) ? found.SelectMany(f => Folders(root, f, part)) : found.Select(f => f.Length == 0 ? part : $"{f}/{part}");
        }

        return found.Where(f => File.Exists(Path.Combine(root, f, "pipelinekit.yml")));
    }

    private static IEnumerable<string> Folders(string root, string folder, string pattern)
    {
        var full = Path.Combine(root, folder);
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true, MatchType = MatchType.Simple, MatchCasing = MatchCasing.CaseSensitive };
        return !Directory.Exists(full) ? [] : Directory.EnumerateDirectories(full, pattern, options)
            .Select(d => Path.GetFileName(d))
            .Where(n => n[0] != '.')
            .Select(n => folder.Length == 0 ? n : $"{folder}/{n}");
    }

    private static bool IsAllowed(string path) =>
        path.Length > 0 && path[0] is not ('/' or '~') && !path.Any(c => char.IsControl(c) || c is '\\' or ':' or '?') && !path.Contains("**", StringComparison.Ordinal);
}
