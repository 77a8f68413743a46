using PipelineKit.Cli.Init.Facts;
using PipelineKit.Cli.Init.Versions;

namespace PipelineKit.Cli.Init.Node;

/// <summary>Node: a <c>package.json</c> of something that is built, tested or shipped.</summary>
internal sealed class NodeDetector : IStackDetector
{
    private static readonly string[] Sources = [".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".mts", ".vue", ".svelte"];

    public string Stack => "node";

    public string? Evidence(RepositoryScan scan, string folder)
    {
        if (!scan.Has(folder, "package.json"))
        {
            return null;
        }

        // A package that only brings a tool is no project where the repository holds something else.
        var isTooling = new PackageManifest(scan, folder).IsToolingOnly && !scan.Below(folder, Sources).Any(f => !f.Contains(".config.", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith('.'));
        return isTooling && !scan.IsOnlyManifest("package.json") && !scan.Has(folder, "tsconfig.json") && scan.Has(folder, "package.json") && folder == "." ? null : "package.json";
    }

    public void Describe(RepositoryView view, DetectedProject project)
    {
        var manifest = new PackageManifest(view.Scan, project.Path);
        var versions = ChooseVersions(view, project, manifest);
        var manager = NodeManager.Choose(project, manifest);
        NameLocked(view, project, manifest);
        NodeLint.Choose(project, manifest);
        NodeSecurity.Choose(project, manifest);
        NodeTests.Choose(view, project, manifest, manager);
        ChooseTypes(view, project, manifest);
        ChooseLicences(view, project, manifest, versions);
        ChooseDocs(project, manifest);
    }

    // Tools that package.json names run at the owner's version; the others run at their pinned one. A second tool of a package goes with the first.
    private static void NameLocked(RepositoryView view, DetectedProject project, PackageManifest manifest)
    {
        var held = view.Catalog.ToolIds.Where(id => view.Catalog.FindTool(id) is { RunsFromLock: true, Registry: "npm" } tool && tool.Stacks.Contains("node", StringComparer.Ordinal)
            && view.Catalog.Pins.FindTool(id) is not null && manifest.Installed(tool.Package)
            && (tool.Package == id || !view.Catalog.ToolIds.Contains(tool.Package, StringComparer.Ordinal))).ToArray();
        if (held.Length > 0)
        {
            project.Option("tools-in-lock", held);
            project.Found($"the project's own {string.Join(", ", held)}", manifest.At());
        }
    }

    private static IReadOnlyList<string> ChooseVersions(RepositoryView view, DetectedProject project, PackageManifest manifest)
    {
        var lines = view.Languages.Of("node");
        var engines = manifest.Root.At("engines", "node");
        foreach (var (listed, place, said) in Lists(view, manifest))
        {
            if (VersionChoice.OfList(lines, listed, null) is { Count: > 0 } versions)
            {
                VersionChoice.Apply(project, lines, versions, said, place, listed);
                return versions;
            }
        }

        if (engines?.Text is { } range)
        {
            if (VersionChoice.OfRange(lines, range) is { Count: > 0 } versions)
            {
                VersionChoice.Apply(project, lines, versions, $"the lowest and the newest supported ones of \"{range}\"", manifest.At("engines", "node"));
                return versions;
            }

            project.ByHand($"no supported Node is in \"{range}\": the pipeline takes its default; widen the range or name `versions`", manifest.At("engines", "node"));
        }

        return [lines.Newest];
    }

    private static IEnumerable<(IReadOnlyList<string> Versions, Place Place, string Said)> Lists(RepositoryView view, PackageManifest manifest)
    {
        static bool IsNode(OwnerVersions v) => v.Key.StartsWith("node", StringComparison.OrdinalIgnoreCase);
        foreach (var owner in view.Owner.Versions.Where(v => v.OfMatrix && IsNode(v)).OrderByDescending(v => v.Versions.Count))
        {
            yield return (owner.Versions, owner.Place, "the matrix of the owner's pipeline");
        }

        foreach (var file in new[] { ".nvmrc", ".node-version" })
        {
            if (manifest.Read(file) is { } text)
            {
                yield return ([text.Trim()], manifest.File(file), "the version file");
            }
        }

        if (manifest.Root.At("volta", "node")?.Text is { } volta)
        {
            yield return ([volta], manifest.At("volta", "node"), "volta");
        }

        foreach (var owner in view.Owner.Versions.Where(v => !v.OfMatrix && IsNode(v)))
        {
            yield return (owner.Versions, owner.Place, "the owner's pipeline");
        }
    }

    private static void ChooseTypes(RepositoryView view, DetectedProject project, PackageManifest manifest)
    {
        if (!manifest.Has("tsconfig.json"))
        {
            return;
        }

        if (manifest.Dependency("typescript") is null)
        {
            project.LeaveOut("type-check: there is a tsconfig.json, but typescript is not among the dependencies", manifest.File("tsconfig.json"));
        }
        else if (!view.Scan.Below(project.Path, ".ts", ".tsx", ".mts").Any())
        {
            project.LeaveOut("type-check: there is no TypeScript", manifest.File("tsconfig.json"));
        }
        else
        {
            project.Choose("type-check", "the TypeScript compiler", manifest.File("tsconfig.json"));
        }
    }

    private static void ChooseLicences(RepositoryView view, DetectedProject project, PackageManifest manifest, IReadOnlyList<string> versions)
    {
        var lines = view.Languages.Of("node");
        if (lines.IndexOf(versions[^1]) < lines.IndexOf("24"))
        {
            project.LeaveOut($"licence-check: license-checker needs Node 24, the newest version here is {versions[^1]}", manifest.At());
        }
        else
        {
            project.Choose("licence-check", "what is shipped", manifest.At());
        }
    }

    private static void ChooseDocs(DetectedProject project, PackageManifest manifest)
    {
        if (manifest.FileThatBegins("typedoc.") is not { } file)
        {
            return;
        }

        if (manifest.Dependency("typedoc") is null)
        {
            project.LeaveOut("docs: typedoc is not among the dependencies", manifest.File(file));
            return;
        }

        var choice = project.Choose("docs", "TypeDoc", manifest.File(file));
        if (!(manifest.Read(file) ?? "").Contains("treatWarningsAsErrors", StringComparison.Ordinal))
        {
            choice.With("strict", false);
        }
    }
}
