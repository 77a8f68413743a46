using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Reads a file of <c>templates/tools/</c>.</summary>
internal static class ToolReader
{
    private static readonly string[] Sources = ["pypi", "npm", "nuget", "debian", "container", "sdk"];

    public static ToolDefinition? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a tool file", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var stacks = map.Texts("stacks");
        var recipe = Recipe(id, map);
        map.Finish();
        return new ToolDefinition
        {
            Id = id,
            Stacks = stacks,
            Severities = [.. recipe.Severities.Keys],
            JudgesNothing = recipe.JudgesNothing,
            Registry = recipe.Registry,
            Package = recipe.Package,
            InLockByDefault = recipe.InLock,
            InstallHint = recipe.InstallHint,
            Recipe = recipe,
        };
    }

    private static ToolRecipe Recipe(string id, MapReader map)
    {
        var source = map.Map("source");
        var program = map.Text("program") ?? id;
        var registry = source?.Word("from", Sources) ?? "";
        var recipe = new ToolRecipe
        {
            Id = id,
            Title = map.RequiredText("title"),
            Package = source?.Text("package") ?? id,
            Version = source?.Text("version") ?? "pinned",
            Registry = registry,
            VersionMark = registry == "pypi" ? "==" : "@",
            Program = program,
            Module = map.Text("module") ?? program,
            Requires = source is null ? [] : [.. source.Items("requires").Select(item => Requirement(item, map.Diagnostics)).OfType<RequiredPackage>()],
            InLock = map.Flag("in-lock") ?? false,
            Provisions = [.. map.Items("provision").Select(item => Provision(item, map.Diagnostics)).OfType<ToolProvision>()],
            Toolchains = map.ListMap("toolchains"),
            OwnJob = map.Texts("own-job"),
            Locks = map.Texts("locks"),
            MakesFolders = map.Flag("makes-folders") ?? false,
            Guards = map.ListMap("guards"),
            Findings = Exits(map.Map("exits")),
            Severities = Severities(map),
            JudgesNothing = map.Node("severities") is SourceScalar { Value: "no-findings" },
            Tables = Tables(map),
            InstallHint = map.RequiredText("install-hint"),
            Span = map.Span,
        };
        source?.Finish();
        return recipe;
    }

    // A name alone has the tool's own version; `{ package, pin }` has that of another pin.
    private static RequiredPackage? Requirement(SourceNode node, DiagnosticBag diagnostics)
    {
        if (node is SourceScalar)
        {
            return Scalars.Text(node, "an entry of \"requires\"", diagnostics) is { } name ? new RequiredPackage(name, null) : null;
        }

        if (MapReader.Of(node, "an entry of \"requires\"", diagnostics) is not { } map)
        {
            return null;
        }

        var required = new RequiredPackage(map.RequiredText("package"), map.RequiredText("pin"));
        map.Finish();
        return required;
    }

    private static ToolProvision? Provision(SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a provision", diagnostics) is not { } map)
        {
            return null;
        }

        var when = map.Word("when", "in-lock", "not-in-lock", "always");
        var provision = new ToolProvision
        {
            InLock = when switch { "in-lock" => true, "not-in-lock" => false, _ => null },
            Use = map.Text("use"),
            Run = map.ListMap("run"),
            Environment = map.Node("environment") is { } place && map.Text("environment") is { } environment ? new Spanned<string>(environment, place.Span) : null,
            Span = map.Span,
        };
        map.Finish();
        foreach (var (manager, _) in provision.Run.Where(r => r.Value.Count == 0))
        {
            diagnostics.Add(StageDiagnostics.WrongValue, map.Span, $"\"run.{manager}\" needs at least one argument, the program");
        }

        return provision;
    }

    private static IReadOnlyList<int> Exits(MapReader? map)
    {
        if (map is null)
        {
            return [];
        }

        _ = map.Integers("ok", 0, 255);
        var findings = map.Integers("findings", 0, 255);
        _ = map.Integers("broken", 0, 255);
        map.Finish();
        return findings;
    }

    // "none" says on purpose that its findings have no grades, "no-findings" that it has no findings at all.
    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Severities(MapReader map) =>
        map.Node("severities") is SourceScalar { Value: "none" or "no-findings" } ? new Dictionary<string, IReadOnlyList<string>>() : map.ListMap("severities");

    private static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables(MapReader map)
    {
        var result = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);
        if (map.Map("tables") is { } tables)
        {
            foreach (var entry in map.Entries("tables"))
            {
                result[entry.Key.Value] = tables.ListMap(entry.Key.Value);
            }

            tables.Finish();
        }

        return result;
    }
}
