using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Reads a file of <c>templates/stacks/</c>.</summary>
internal static class StackReader
{
    public static StackDefinition? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a stack file", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var locks = new List<KeyValuePair<string, string>>();
        var managers = new OrderedDictionary<string, ManagerRecipe>(StringComparer.Ordinal);
        foreach (var entry in map.Entries("managers"))
        {
            if (MapReader.Of(entry.Value, $"\"managers.{entry.Key.Value}\"", diagnostics) is { } manager)
            {
                locks.Add(new(entry.Key.Value, manager.Text("lock") ?? ""));
                managers[entry.Key.Value] = Manager(manager);
            }
        }

        var stack = new StackDefinition
        {
            Id = id,
            Title = map.RequiredText("title"),
            Options = InputReader.ReadAll(map, "options"),
            Markers = map.Texts("markers"),
            Locks = locks,
            Recipe = new StackRecipe
            {
                Managers = managers,
                Toolchain = map.RequiredText("toolchain"),
                Required = map.Texts("required"),
                Names = map.ListMap("names"),
            },
            Data = node is SourceMap source ? PlainValues.Map(source) : [],
        };
        map.Finish();
        return stack;
    }

    private static ManagerRecipe Manager(MapReader map)
    {
        var manager = new ManagerRecipe
        {
            Toolchains = map.TextMap("toolchains"),
            Environments = Named(map, "environments", Environment),
            Provisions = Named(map, "provisions", Provision),
            Add = ArgumentReader.Read(map.Node("add"), "\"add\"", map.Diagnostics),
            Env = map.TextMap("env"),
        };
        map.Finish();
        return manager;
    }

    private static OrderedDictionary<string, T> Named<T>(MapReader map, string key, Func<MapReader, T> read)
    {
        var result = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in map.Entries(key))
        {
            if (MapReader.Of(entry.Value, $"\"{key}.{entry.Key.Value}\"", map.Diagnostics) is { } value)
            {
                result[entry.Key.Value] = read(value);
                value.Finish();
            }
        }

        return result;
    }

    private static EnvironmentRecipe Environment(MapReader map)
    {
        CacheRecipe? cache = null;
        if (map.Map("cache") is { } written)
        {
            cache = new CacheRecipe(
                written.RequiredText("id"),
                written.RequiredText("env"),
                ArgumentReader.Read(written.Required("key"), "\"key\"", map.Diagnostics),
                ArgumentReader.Read(written.Node("else"), "\"else\"", map.Diagnostics));
            written.Finish();
        }

        return new EnvironmentRecipe
        {
            Run = ArgumentReader.ReadMany(map, "run"),
            Inputs = ArgumentReader.Read(map.Node("inputs"), "\"inputs\"", map.Diagnostics),
            Cache = cache,
        };
    }

    private static ProvisionRecipe Provision(MapReader map) => new()
    {
        Run = ArgumentReader.Read(map.Required("run"), "\"run\"", map.Diagnostics),
        Environment = map.Text("environment"),
        Adds = map.Flag("adds") ?? false,
    };
}
