using System.Text.Json;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads <c>yarn.lock</c> of yarn 1 and of yarn 2 and later; the project's own wishes stand in <c>package.json</c>.</summary>
internal sealed class YarnLockReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "yarn.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var packages = new LockedPackages();
        var wishes = new Dictionary<string, int>(StringComparer.Ordinal);
        var blocks = new List<(TextNode Block, int Node)>();
        foreach (var block in IndentedText.Read(text).Children)
        {
            var version = block.Child("version")?.Value;
            if (version is null || block.RawKey == "__metadata" || block.Child("linkType")?.Value == "soft")
            {
                continue;
            }

            var keys = IndentedText.Unquote(block.RawKey).Split(", ").Select(IndentedText.Unquote).Select(key => key.Trim('"')).ToList();
            var node = packages.Add(Name(block.Child("resolution")?.Value ?? keys[0]), version, block.Line);
            blocks.Add((block, node));
            foreach (var key in keys)
            {
                wishes.TryAdd(key, node);
            }
        }

        foreach (var (block, node) in blocks)
        {
            foreach (var wish in block.ChildrenOf("dependencies").Concat(block.ChildrenOf("optionalDependencies")))
            {
                if (Find(wishes, wish.Key, wish.Value) is { } target)
                {
                    packages.Graph.Connect(node, target);
                }
            }
        }

        AddRoots(Path.Combine(Path.GetDirectoryName(path)!, "package.json"), wishes, packages.Graph, context);
        packages.AddPackages(path, context);
    }

    private static void AddRoots(string path, Dictionary<string, int> wishes, DependencyGraph graph, ReadContext context)
    {
        if (context.Files.Read(path, ScanFiles.MaximumMetadata) is not { } bytes)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(Json.WithoutMark(bytes).ToArray(), Json.DocumentOptions);
            foreach (var kind in (string[])["dependencies", "optionalDependencies", "devDependencies"])
            {
                foreach (var wish in document.RootElement.Members(kind))
                {
                    var range = wish.Value.ValueKind == JsonValueKind.String ? wish.Value.GetString()! : "";
                    if (Find(wishes, wish.Name, range) is { } node)
                    {
                        graph.AddRoot(node, kind == "devDependencies");
                    }
                }
            }
        }
        catch (JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(path), e.Message, (int)(e.LineNumber ?? 0) + 1));
        }
    }

    private static int? Find(Dictionary<string, int> wishes, string name, string range) =>
        wishes.TryGetValue($"{name}@{range}", out var node) || wishes.TryGetValue($"{name}@npm:{range}", out node) ? node : null;

    // "name@range", "@scope/name@range"; "alias@npm:name@range" is the package behind "npm:".
    private static string Name(string key)
    {
        var at = key.IndexOf('@', Math.Min(1, key.Length));
        if (at < 0)
        {
            return key;
        }

        var range = key[(at + 1)..];
        return range.StartsWith("npm:", StringComparison.Ordinal) && range.IndexOf('@', Math.Min(5, range.Length)) is var inner and > 0
            ? range["npm:".Length..inner]
            : key[..at];
    }
}
