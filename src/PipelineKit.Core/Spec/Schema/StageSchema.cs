using System.Text.Json.Nodes;
using PipelineKit.Core.Spec.Reading;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Schema;

/// <summary>The schemas of stages: each of the library with its inputs, and the inline one.</summary>
internal sealed class StageSchema(IStageCatalog catalog)
{
    /// <summary><c>stages</c> of the top level, or of a project, where <c>false</c> removes one.</summary>
    public JsonObject Stages(bool ofProject, string description)
    {
        var properties = new JsonObject();
        foreach (var manifest in Manifests())
        {
            foreach (var name in manifest.Aliases.Prepend(manifest.Id))
            {
                properties[name] = Entry(SchemaParts.Reference("stage-" + manifest.Id), ofProject);
            }
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["propertyNames"] = new JsonObject { ["pattern"] = Names.IdPattern },
            ["properties"] = properties,
            ["additionalProperties"] = ofProject ? SchemaParts.Any(SchemaParts.Reference("inline-stage"), Constant(false)) : SchemaParts.Reference("inline-stage"),
        };
        return SchemaParts.Described(schema, description);
    }

    public void AddDefinitions(JsonObject definitions)
    {
        foreach (var manifest in Manifests())
        {
            definitions["stage-" + manifest.Id] = Stage(manifest);
        }

        definitions["inline-stage"] = Inline();
    }

    private IEnumerable<StageManifest> Manifests() => catalog.StageIds.Select(catalog.FindStage).OfType<StageManifest>();

    private static JsonObject Entry(JsonObject stage, bool ofProject) =>
        SchemaParts.Any([stage, new JsonObject { ["type"] = "null" }, Constant(true), .. ofProject ? [Constant(false)] : Array.Empty<JsonObject>()]);

    private JsonObject Stage(StageManifest manifest)
    {
        var properties = Common();
        var tools = Tools(manifest.Id);
        if (tools.Count > 0)
        {
            properties["tools"] = SchemaParts.List(SchemaParts.OneOf(tools.Select(t => t.Id)), ToolsText(tools), atLeastOne: true);
            properties["tool"] = SchemaParts.OneOf(tools.Select(t => t.Id), "Short for tools with one entry.");
            var severities = tools.SelectMany(t => t.Severities).Distinct(StringComparer.Ordinal).ToList();
            if (severities.Count > 0)
            {
                properties["fail-on"] = SchemaParts.OneOf(severities, "Weakest severity that fails the job.");
            }
        }

        properties["before"] = Commands("Commands that run first, after the install: each is a list of the program and its arguments.");
        AddOptions(properties, manifest);
        foreach (var input in manifest.Inputs.Where(i => i.Name != "tool" || tools.Count == 0))
        {
            properties[input.Name] = InputSchema.Of(input);
        }

        return SchemaParts.Closed(properties, $"{manifest.Title}. {manifest.Summary}");
    }

    private List<ToolDefinition> Tools(string stage) => [.. catalog.ToolIds.Select(catalog.FindTool).OfType<ToolDefinition>().Where(t => t.Stages.Contains(stage))];

    private static string ToolsText(List<ToolDefinition> tools)
    {
        var byStack = tools
            .SelectMany(t => t.Stacks.DefaultIfEmpty("any stack").Select(s => (Stack: s, t.Id)))
            .GroupBy(t => t.Stack, t => t.Id, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(", ", g)}");
        return $"Tools. {string.Join("; ", byStack)}.";
    }

    // Options of the stacks that a stage may give for itself; two stacks may have one of the same name.
    private void AddOptions(JsonObject properties, StageManifest? manifest)
    {
        var stacks = catalog.StackIds.Select(catalog.FindStack).OfType<StackDefinition>().Where(s => manifest is null || catalog.ServesStack(manifest, s.Id));
        foreach (var option in stacks.SelectMany(s => s.Options.Where(o => o.PerStage).Select(o => o with { Stacks = [s.Id], Default = null })))
        {
            properties[option.Name] = InputSchema.Of(option);
        }
    }

    private static JsonObject Commands(string description) =>
        SchemaParts.List(SchemaParts.List(SchemaParts.Plain(), atLeastOne: true), description, atLeastOne: true);

    private JsonObject Inline()
    {
        var properties = Common();
        AddOptions(properties, null);
        properties["title"] = SchemaParts.Text("Title for people.");
        properties["run"] = Commands("Commands: each is a list of the program and its arguments; no shell reads them.");
        properties["phase"] = SchemaParts.OneOf(Words.Phases.Select(w => w.Key), "Coarse order of the job; test when not given.");
        properties["install"] = SchemaParts.Flag("The stack's install runs first.");
        properties["reports"] = SchemaParts.List(Report(), "Files for machines or people that it leaves behind.");
        properties["artifacts"] = SchemaParts.List(Artifact(), "Files for later jobs or people.");
        return SchemaParts.Closed(properties, "A stage of one's own.", "run");
    }

    private static JsonObject Report() => SchemaParts.Closed(
        new JsonObject
        {
            ["kind"] = SchemaParts.OneOf(Words.ReportKinds.Select(w => w.Key)),
            ["path"] = SchemaParts.Text(),
            ["line"] = SchemaParts.Text("Regular expression whose first group is the coverage in the log."),
            ["tool"] = SchemaParts.Text("Name of the tool (SARIF)."),
            ["category"] = SchemaParts.Text("Category of the run (SARIF)."),
        },
        null,
        "kind",
        "path");

    private static JsonObject Artifact() => SchemaParts.Closed(
        new JsonObject
        {
            ["id"] = SchemaParts.Text(pattern: Names.IdPattern),
            ["paths"] = SchemaParts.List(SchemaParts.Text(), atLeastOne: true),
            ["keep"] = SchemaParts.Reference("duration"),
            ["if-missing"] = SchemaParts.OneOf(["error", "warn"]),
        },
        null,
        "id",
        "paths");

    private static JsonObject Common() => new()
    {
        ["allow-failure"] = SchemaParts.Flag("A failure is shown but does not fail the pipeline."),
        ["timeout"] = SchemaParts.Reference("duration"),
        ["env"] = SchemaParts.Reference("env"),
        ["secrets"] = SchemaParts.Set(SchemaParts.Text(pattern: Names.VariablePattern), "Names of secrets, given as variables of the same name."),
        ["needs"] = SchemaParts.Set(SchemaParts.Text(), "Stages, STAGE/JOB or gate that must have passed before."),
        ["when"] = SchemaParts.Reference("when"),
        ["runner"] = SchemaParts.OneOf(Words.OperatingSystems, "Operating system of the runner."),
        ["image"] = SchemaParts.Text("Container image with a version or a digest."),
    };

    private static JsonObject Constant(bool value) => new() { ["const"] = value };
}
