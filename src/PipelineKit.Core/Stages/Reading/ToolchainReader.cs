using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads a file of <c>templates/toolchains/</c>.</summary>
internal static class ToolchainReader
{
    private static readonly string[] Matches = ["exact", "prefix", "minimum", "any"];

    public static ToolchainDefinition? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a toolchain file", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var gitlab = map.Map("gitlab");
        var definition = new ToolchainDefinition
        {
            Id = id,
            Covers = map.Texts("covers"),
            Env = map.TextMap("env"),
            GitHub = [.. map.Items("github").Select(item => GitHub(item, diagnostics)).OfType<GitHubSetup>()],
            Images = gitlab is null ? [] : [.. gitlab.Items("images").Select(item => Image(item, diagnostics)).OfType<ToolchainImage>()],
            GitLabInstall = gitlab?.Has("install") == true ? gitlab.Lists("install") : null,
            GitLabEnv = gitlab?.TextMap("env") ?? new Dictionary<string, string>(),
            GitLabService = gitlab?.Map("service") is { } service ? Service(service) : null,
            Local = Local(map),
        };
        gitlab?.Finish();
        map.Finish();
        return definition;
    }

    public static GitHubSetup? GitHub(SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a set-up step", diagnostics) is not { } map)
        {
            return null;
        }

        var setup = new GitHubSetup
        {
            Uses = map.Text("uses"),
            With = map.TextMap("with"),
            CacheAlways = map.Flag("cache-always") ?? false,
            Exports = map.Texts("exports"),
            CacheId = map.Text("cache-id"),
            CacheWith = map.TextMap("cache-with"),
            NoCacheWith = map.TextMap("no-cache-with"),
            Run = map.Lists("run"),
        };
        map.Finish();
        return setup;
    }

    private static ToolchainImage? Image(SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "an image", diagnostics) is not { } map)
        {
            return null;
        }

        var image = new ToolchainImage(map.RequiredText("image"), map.Texts("covers"))
        {
            ClearEntrypoint = map.Flag("clear-entrypoint") ?? false,
            SetUp = map.Lists("set-up"),
        };
        map.Finish();
        return image;
    }

    private static ToolchainService Service(MapReader map)
    {
        var service = new ToolchainService(map.RequiredText("image"), map.RequiredText("alias"), map.TextMap("env"), map.RequiredText("runner"));
        map.Finish();
        return service;
    }

    private static LocalProbe Local(MapReader map)
    {
        if (map.Required("local") is not { } node || MapReader.Of(node, "\"local\"", map.Diagnostics) is not { } local)
        {
            return new LocalProbe([], "", "any", "");
        }

        var probe = new LocalProbe(
            local.Texts("probe"), local.RequiredText("pattern"), local.Word("match", Matches) ?? "any", local.RequiredText("hint"))
        {
            Programs = local.Texts("programs"),
        };
        local.Finish();
        return probe;
    }
}
