using PipelineKit.Core.Stages.Reading;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What every template of a stage sees. There is no target platform in it, on purpose.</summary>
internal static class StageGlobals
{
    /// <summary>Members of the records, for the linter and the reference.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["stage"] = ["id", "title", "phase", "scope", "timeout"],
        ["project"] = ["id", "name", "path", "up", "root", "suffix", "stack", "manager", "lock", "solution", "tests"],
        ["pipeline"] = ["name", "spec", "source", "branches"],
    };

    /// <summary>The project and the repository: what the template of a package manager sees beside its tool.</summary>
    public static ScriptObject OfProject(StageRequest request, Recipes.ProjectFacts project)
    {
        var (name, path) = (request.Project.Name?.Value, request.Project.Path.Value);
        var up = path == "." ? "" : string.Concat(path.Split('/').Select(_ => "../"));
        return ScriptValues.Map(
        [
            new("project", Record(
                ("id", name),
                ("name", name ?? request.Spec.Name.Value),
                ("path", path),
                ("up", up),
                ("root", path == "." ? "." : up.TrimEnd('/')),
                ("suffix", name is null ? "" : "-" + name),
                ("stack", project.Stack),
                ("manager", project.Manager),
                ("lock", project.Lock),
                ("solution", project.Options.GetValueOrDefault("solution")),
                ("tests", project.Options.GetValueOrDefault("tests")))),
            new("stack", Snake(project.Options)),
            new("pipeline", Record(
                ("name", request.Spec.Name.Value),
                ("spec", request.Spec.File),
                ("source", request.Spec.PipelineKit?.Source),
                ("branches", Record(
                    ("default", request.Spec.DefaultBranch),
                    ("also", request.Spec.AlsoBranches.Select(b => b.Value).ToList()))))),
        ]);
    }

    /// <summary>The stage and its inputs: what layouts and the templates of tools see beside the project.</summary>
    public static ScriptObject OfStage(StageFacts facts) => ScriptValues.Map(
    [
        new("stage", Record(
            ("id", facts.Manifest.Id),
            ("title", facts.Manifest.Title),
            ("phase", Phases.WordOf(facts.Manifest.Phase)),
            ("scope", facts.Manifest.RepositoryScope ? "repository" : "project"),
            ("timeout", facts.Manifest.Timeout))),
        new("inputs", Snake(facts.Inputs)),
    ]);

    /// <summary>Adds a value under a name.</summary>
    public static void Add(ScriptObject globals, string name, object? value) => globals.SetValue(name, ScriptValues.Of(value), readOnly: true);

    /// <summary>An ordered mapping.</summary>
    public static OrderedDictionary<string, object?> Record(params IReadOnlyList<(string Key, object? Value)> members)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in members)
        {
            result[key] = value;
        }

        return result;
    }

    private static OrderedDictionary<string, object?> Snake(IReadOnlyDictionary<string, object?> values)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            result.Add(name.Replace('-', '_'), value);
        }

        return result;
    }
}
