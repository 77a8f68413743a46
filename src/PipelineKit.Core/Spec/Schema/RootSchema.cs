using System.Text.Json.Nodes;
using PipelineKit.Core.Spec.Reading;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Schema;

/// <summary>The schema of the top level.</summary>
internal sealed class RootSchema(IStageCatalog catalog)
{
    private readonly StageSchema _stages = new(catalog);

    public JsonObject Build()
    {
        var definitions = Shared();
        AddStacks(definitions);
        _stages.AddDefinitions(definitions);
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "PipelineKit spec, version 1",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = SchemaParts.Array(["version", "targets"]),
            ["anyOf"] = new JsonArray(Required("stack"), Required("projects")),
            ["properties"] = Properties(),
            ["definitions"] = definitions,
        };
        return root;
    }

    private JsonObject Properties()
    {
        var properties = new JsonObject
        {
            ["version"] = SchemaParts.Described(new JsonObject { ["const"] = 1 }, "Version of the format."),
            ["requires"] = SchemaParts.Plain("Versions of PipelineKit that may generate, for example >=0.1."),
            ["extends"] = SchemaParts.List(Pack(), "Packs: libraries of stages, defaults and rules that many repositories share; a later one wins."),
            ["name"] = SchemaParts.Plain("Name of the pipeline; the folder's name when not given."),
            ["targets"] = SchemaParts.List(SchemaParts.Reference("target"), "Platforms that are written.", atLeastOne: true),
            ["outputs"] = ByTarget(SchemaParts.Text("Path relative to the folder of this file."), "Other paths of outputs."),
            ["stack"] = SchemaParts.OneOf(catalog.StackIds, "Stack of the repository, or of the projects that name none."),
        };
        AddStackKeys(properties);
        properties["projects"] = SchemaParts.List(Project(), "Projects of a repository that holds several.", atLeastOne: true);
        properties["branches"] = SchemaParts.Closed(
            new JsonObject { ["default"] = SchemaParts.Text("The default branch; main when not given."), ["flow"] = SchemaParts.OneOf(Words.BranchFlows.Select(w => w.Key), "trunk: the default branch; gitflow: develop, release/** and hotfix/** too; custom: what also lists."), ["also"] = SchemaParts.List(SchemaParts.Text(), "Further branches; *, ** and ? are wildcards.") },
            "Branches whose pushes start the pipeline.");
        properties["schedule"] = SchemaParts.Text("Minute, hour, day, month and weekday in UTC.");
        properties["runners"] = Runners();
        properties["images"] = SchemaParts.Closed(new JsonObject { ["prefix"] = SchemaParts.Text("Stands before the name of every image.") }, "Container images.");
        properties["reports"] = SchemaParts.Text("Folder of the reports in each project; reports when not given.");
        properties["pins"] = SchemaParts.MapOf(SchemaParts.Plain(), "What tools, actions (TAG@COMMIT) and images (TAG, @sha256:DIGEST) are held at; digests: true asks for digests of images.");
        properties["updates"] = SchemaParts.OneOf(Words.UpdateBots.Select(w => w.Key), "The bot that proposes newer pins; its configuration is written once.");
        properties["code-scanning"] = SchemaParts.OneOf(["auto", "on", "off"], "When SARIF goes to GitHub's code scanning; auto: in public repositories.");
        properties["gitlab"] = SchemaParts.Closed(new JsonObject { ["paid-tier"] = SchemaParts.Flag("Features of paid tiers are used.") }, "Settings for GitLab.");
        properties["pipelinekit"] = SchemaParts.Closed(
            new JsonObject { ["source"] = SchemaParts.Text("Folder of the repository or https address of a NuGet feed."), ["version"] = SchemaParts.Plain("Exact version.") },
            "Where the pipeline gets PipelineKit from; with it a drift job is added.",
            "source",
            "version");
        properties["stages"] = _stages.Stages(ofProject: false, "Stages; five when not given.");
        properties["patches"] = SchemaParts.Closed(
            new JsonObject { ["github"] = SchemaParts.List(SchemaParts.Reference("patch")), ["gitlab"] = SchemaParts.List(SchemaParts.Reference("patch")), ["forgejo"] = SchemaParts.List(SchemaParts.Reference("patch")) },
            "Changes of what is written.");
        return properties;
    }

    private static JsonObject Pack() => SchemaParts.Closed(
        new JsonObject
        {
            ["pack"] = SchemaParts.Text("Name that its pack.yml has."),
            ["from"] = SchemaParts.Text("./FOLDER, FILE.zip, git+https://…, git+ssh://… or nuget:ID."),
            ["version"] = SchemaParts.Plain("Range of versions, for example ^1.4."),
        },
        null,
        "pack",
        "from");

    private JsonObject Project()
    {
        var properties = new JsonObject
        {
            ["path"] = SchemaParts.Text("Folder relative to this file."),
            ["name"] = SchemaParts.Text("Suffix of its jobs; the folder's name when not given.", "^[a-z0-9]+(-[a-z0-9]+)*$"),
            ["stack"] = SchemaParts.OneOf(catalog.StackIds, "Stack of the project."),
        };
        AddStackKeys(properties);
        properties["stages"] = _stages.Stages(ofProject: true, "Changes of the stages of the top level: false removes one.");
        return SchemaParts.Closed(properties, null, "path");
    }

    private void AddStackKeys(JsonObject properties)
    {
        foreach (var stack in catalog.StackIds)
        {
            properties[stack] = SchemaParts.Reference("stack-" + stack);
        }
    }

    private void AddStacks(JsonObject definitions)
    {
        foreach (var stack in catalog.StackIds.Select(catalog.FindStack).OfType<StackDefinition>())
        {
            var options = new JsonObject(StackOptionsReader.Definitions(stack).Select(o => KeyValuePair.Create(o.Name, (JsonNode?)InputSchema.Of(o))));
            definitions["stack-" + stack.Id] = SchemaParts.Closed(options, $"Options of {stack.Title}.");
        }
    }

    private static JsonObject Runners()
    {
        JsonObject Labels(string description) => SchemaParts.Described(SchemaParts.Any(SchemaParts.Text(), SchemaParts.List(SchemaParts.Text(), atLeastOne: true)), description);
        JsonObject Runner() => SchemaParts.Closed(new JsonObject { ["github"] = Labels("Label or labels for runs-on."), ["gitlab"] = Labels("Tag or tags."), ["forgejo"] = Labels("Label or labels for runs-on.") });
        return SchemaParts.Closed(
            new JsonObject(Words.OperatingSystems.Select(os => KeyValuePair.Create(os, (JsonNode?)Runner()))), "Labels and tags of runners by operating system.");
    }

    private static JsonObject ByTarget(JsonObject values, string description) => SchemaParts.Closed(
        new JsonObject { ["github"] = values, ["gitlab"] = values.DeepClone(), ["cake"] = values.DeepClone(), ["forgejo"] = values.DeepClone() }, description);

    private static JsonObject Shared() => new()
    {
        ["target"] = SchemaParts.OneOf(["github", "gitlab", "cake", "forgejo"]),
        ["duration"] = SchemaParts.Text("A number and a unit: 90s, 15m, 2h, 7d.", DurationText.Pattern),
        ["env"] = new JsonObject
        {
            ["description"] = "Variables; their values are passed on as they are, on every platform.",
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = Names.VariablePattern },
            ["additionalProperties"] = SchemaParts.Plain(),
        },
        ["when"] = SchemaParts.Closed(
            new JsonObject
            {
                ["events"] = SchemaParts.List(SchemaParts.OneOf(Words.Events.Select(w => w.Key)), atLeastOne: true),
                ["branches"] = SchemaParts.List(SchemaParts.Text(), "For pushes: default, also, or names with *, ** and ?.", atLeastOne: true),
                ["tags"] = SchemaParts.List(SchemaParts.Text(), "For tags: names with *, ** and ?.", atLeastOne: true),
                ["paths"] = SchemaParts.List(SchemaParts.Text(), "Files that must have changed.", atLeastOne: true),
                ["only-manual"] = SchemaParts.Flag("A button, never automatic."),
            },
            "When the stage runs: all keys must hold."),
        ["patch"] = SchemaParts.Closed(
            new JsonObject
            {
                ["op"] = SchemaParts.OneOf(["add", "remove", "replace"]),
                ["path"] = SchemaParts.Text("JSON Pointer; a member of a list also as [name=…].", "^/."),
                ["value"] = new JsonObject(),
                ["parity"] = SchemaParts.OneOf(["broken"]),
                ["reason"] = SchemaParts.Text("Why parity is broken."),
            },
            null,
            "op",
            "path"),
    };

    private static JsonObject Required(string key) => new() { ["required"] = SchemaParts.Array([key]) };
}
