using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Reads a file of <c>templates/tools/</c>.</summary>
internal static class ToolReader
{
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
            Stages = [.. recipe.Stages.Keys],
            Severities = [.. recipe.Severities.Keys],
            JudgesNothing = recipe.JudgesNothing,
            Package = recipe.Package,
            InLockByDefault = recipe.InLock,
            InstallHint = recipe.InstallHint,
            Recipe = recipe,
            Data = node is SourceMap source ? PlainValues.Map(source) : [],
        };
    }

    private static ToolRecipe Recipe(string id, MapReader map)
    {
        var source = map.Map("source");
        var program = map.Text("program") ?? id;
        var recipe = new ToolRecipe
        {
            Id = id,
            Title = map.RequiredText("title"),
            Package = source?.Text("package") ?? id,
            Version = source?.Text("version") ?? "pinned",
            Program = program,
            Module = map.Text("module") ?? program,
            Requires = ArgumentReader.Read(source?.Node("requires"), "\"requires\"", map.Diagnostics),
            InLock = map.Flag("in-lock") ?? false,
            Provisions = [.. map.Items("provision").Select(item => Provision(item, map.Diagnostics)).OfType<ToolProvision>()],
            Toolchains = map.ListMap("toolchains"),
            OwnJob = map.Texts("own-job"),
            Locks = ArgumentReader.Read(map.Node("locks"), "\"locks\"", map.Diagnostics),
            Findings = Exits(map.Map("exits")),
            Severities = Severities(map),
            JudgesNothing = map.Node("severities") is SourceScalar { Value: "no-findings" },
            Stages = Stages(map),
            Tables = Tables(map),
            InstallHint = map.RequiredText("install-hint"),
            Span = map.Span,
        };
        _ = source?.Word("from", "pypi", "npm", "nuget", "debian", "container", "sdk");
        source?.Finish();
        return recipe;
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
            Run = ArgumentReader.ReadMap(map, "run"),
            Environment = map.Text("environment"),
        };
        map.Finish();
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
    private static IReadOnlyDictionary<string, ArgumentTemplate> Severities(MapReader map) =>
        map.Node("severities") is SourceScalar { Value: "none" or "no-findings" } ? new Dictionary<string, ArgumentTemplate>() : ArgumentReader.ReadMap(map, "severities");

    private static OrderedDictionary<string, ToolStage> Stages(MapReader map)
    {
        var result = new OrderedDictionary<string, ToolStage>(StringComparer.Ordinal);
        foreach (var entry in map.Entries("stages"))
        {
            if (MapReader.Of(entry.Value, $"\"stages.{entry.Key.Value}\"", map.Diagnostics) is { } stage)
            {
                result[entry.Key.Value] = ToolStageReader.Read(stage);
            }
        }

        return result;
    }

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
