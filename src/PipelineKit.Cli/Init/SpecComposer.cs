using PipelineKit.Cli.Init.Facts;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Init;

/// <summary>Writes the text of a first spec.</summary>
internal static class SpecComposer
{
    // The order in which people list them; others follow by name.
    private static readonly string[] Order = ["lint", "type-check", "sast", "test-coverage", "licence-check", "docs"];

    public static string Compose(InitPlan plan, IStageCatalog catalog)
    {
        var root = new YamlMap
        {
            ["version"] = 1,
            ["name"] = plan.Name,
            ["targets"] = YamlList.Inline(plan.Targets),
        };
        root["version"].CommentsAbove = ["yaml-language-server: $schema=.pipelinekit/schema.json"];
        if (plan.Outputs.Count > 0)
        {
            root["outputs"] = Map(plan.Outputs.Select(o => new KeyValuePair<string, YamlNode>(o.Key, o.Value)));
        }

        AddProjects(root, plan, catalog);
        if (plan.DefaultBranch != "main")
        {
            root["branches"] = Map([new("default", plan.DefaultBranch)]);
        }

        var pins = plan.Projects.SelectMany(p => p.Pins).DistinctBy(p => p.Key, StringComparer.Ordinal).ToList();
        if (pins.Count > 0)
        {
            root["pins"] = Map(pins.Select(p => new KeyValuePair<string, YamlNode>(p.Key, p.Value)));
        }

        if (IsSingle(plan))
        {
            root["stages"] = Stages(plan.Projects[0], plan, flow: false);
        }

        return YamlWriter.Write(root);
    }

    private static bool IsSingle(InitPlan plan) => plan.Projects is [{ Path: "." }];

    private static void AddProjects(YamlMap root, InitPlan plan, IStageCatalog catalog)
    {
        if (IsSingle(plan))
        {
            var single = plan.Projects[0];
            root["stack"] = single.Stack;
            if (Options(single, catalog) is { Count: > 0 } options)
            {
                root[single.Stack] = options;
            }

            return;
        }

        var names = SpecNames.OfProjects(plan.Projects);
        root["projects"] = new YamlList(plan.Projects.Select((p, i) =>
        {
            var project = new YamlMap();
            project.Add("path", p.Path);
            project.Add("name", names[i]);
            project.Add("stack", p.Stack);
            if (Options(p, catalog) is { Count: > 0 } options)
            {
                project.Add(p.Stack, options);
            }

            // A few words stay on one line.
            project.Add("stages", Stages(p, plan, flow: p.Stages.Count <= 4 && p.Stages.All(s => s.Keys.Count == 0)));
            return (YamlNode)project;
        }));
    }

    private static YamlMap Options(DetectedProject project, IStageCatalog catalog)
    {
        var known = catalog.FindStack(project.Stack)?.Options.Select(o => o.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        return Map(project.Options.Where(o => known.Contains(o.Key)).Select(o => new KeyValuePair<string, YamlNode>(
            o.Key,
            o.Value switch { IEnumerable<string> items => YamlList.Inline(items), bool flag => flag, _ => (YamlNode)(string)o.Value })));
    }

    private static YamlMap Stages(DetectedProject project, InitPlan plan, bool flow)
    {
        var stages = new YamlMap { Flow = flow };
        var wanted = project.Stages.Where(s => plan.Stages.Contains(s.Id, StringComparer.Ordinal));
        foreach (var stage in wanted.OrderBy(s => Array.IndexOf(Order, s.Id) is >= 0 and var at ? at : Order.Length).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            stages.Add(stage.Id, Keys(stage));
        }

        return stages;
    }

    private static YamlNode Keys(StageChoice stage)
    {
        if (stage.Keys.Count == 0)
        {
            return YamlScalar.Bare("true");
        }

        var map = Map(stage.Keys);
        return stage.Comment is { } comment ? map.WithComment(comment) : map;
    }

    private static YamlMap Map(IEnumerable<KeyValuePair<string, YamlNode>> entries)
    {
        var map = new YamlMap { Flow = true };
        foreach (var (key, value) in entries)
        {
            map.Add(key, value);
        }

        return map;
    }
}
