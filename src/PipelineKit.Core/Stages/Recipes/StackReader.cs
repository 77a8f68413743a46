using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Reads a file <c>templates/stacks/ID/stack.yml</c>.</summary>
internal static class StackReader
{
    public static StackDefinition? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a stack file", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var managers = Managers(map);
        var stack = new StackDefinition
        {
            Id = id,
            Title = map.RequiredText("title"),
            Options = InputReader.ReadAll(map, "options"),
            Markers = map.Texts("markers"),
            DefaultTools = map.ListMap("default-tools"),
            Locks = [.. managers.Select(m => KeyValuePair.Create(m.Key, m.Value.Lock))],
            Recipe = new StackRecipe
            {
                Managers = managers,
                Toolchain = map.RequiredText("toolchain"),
            },
        };
        map.Finish();
        return stack;
    }

    private static OrderedDictionary<string, ManagerData> Managers(MapReader map)
    {
        var managers = new OrderedDictionary<string, ManagerData>(StringComparer.Ordinal);
        foreach (var entry in map.Entries("managers"))
        {
            if (MapReader.Of(entry.Value, $"\"managers.{entry.Key.Value}\"", map.Diagnostics) is { } manager)
            {
                managers[entry.Key.Value] = new ManagerData
                {
                    Lock = manager.Text("lock") ?? "",
                    Toolchains = manager.TextMap("toolchains"),
                    Env = manager.TextMap("env"),
                };
                manager.Finish();
            }
        }

        return managers;
    }
}
