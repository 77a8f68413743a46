using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Init;

/// <summary>Writes the text of a first spec.</summary>
internal static class SpecComposer
{
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

        root["stages"] = Stages(plan);
        return YamlWriter.Write(root);
    }

    private static void AddProjects(YamlMap root, InitPlan plan, IStageCatalog catalog)
    {
        if (plan.Projects is [{ Path: "." } single])
        {
            root["stack"] = single.Stack;
            if (Options(single, catalog) is { Count: > 0 } options)
            {
                root[single.Stack] = options;
            }

            return;
        }

        root["projects"] = new YamlList(plan.Projects.Select(p =>
        {
            var project = new YamlMap { Flow = true };
            project.Add("path", p.Path);
            project.Add("name", Name(p, plan));
            project.Add("stack", p.Stack);
            if (Options(p, catalog) is { Count: > 0 } options)
            {
                project.Add(p.Stack, options);
            }

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

    // The last folder names a project; where that is not unique, the stack makes it so.
    private static string Name(DetectedProject project, InitPlan plan)
    {
        static string Last(DetectedProject p) => p.Path == "." ? p.Stack : p.Path[(p.Path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var name = Last(project);
        return plan.Projects.Count(p => Last(p) == name) > 1 ? $"{name}-{project.Stack}" : name;
    }

    private static YamlMap Stages(InitPlan plan)
    {
        var stages = new YamlMap();
        foreach (var stage in plan.Stages)
        {
            var inputs = plan.Projects.Count == 1 ? plan.Projects[0].Inputs.Where(i => i.Stage == stage).ToList() : [];
            stages.Add(stage, inputs.Count == 0
                ? YamlScalar.Bare("true")
                : Map(inputs.Select(i => new KeyValuePair<string, YamlNode>(i.Name, YamlScalar.Bare(i.Value)))).WithComment($"copied from {inputs[0].Source}"));
        }

        return stages;
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
