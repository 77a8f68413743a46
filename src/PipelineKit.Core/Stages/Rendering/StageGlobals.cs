using System.Collections;
using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Stages.Recipes;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Everything a stage template sees. There is no target platform in it, on purpose.</summary>
internal static class StageGlobals
{
    public static ScriptObject Make(
        StageFacts facts, IReadOnlyList<ToolJob> jobs, IReadOnlyDictionary<string, ToolInstall> installs, ServiceInputs services) => ScriptValues.Map(
    [
        new("stage", Record(("id", facts.Manifest.Id), ("title", facts.Manifest.Title), ("phase", Phases.WordOf(facts.Manifest.Phase)), ("scope", facts.Manifest.RepositoryScope ? "repository" : "project"))),
        new("inputs", Snake(facts.Inputs)),
        new("project", Record(
            ("id", facts.Request.Project.Name?.Value),
            ("path", facts.Request.Project.Path.Value),
            ("stack", facts.Project.Stack),
            ("manager", facts.Project.Manager),
            ("lock", facts.Project.Lock),
            ("solution", facts.Project.Options.GetValueOrDefault("solution")),
            ("tests", facts.Project.Options.GetValueOrDefault("tests")))),
        new("stack", Snake(facts.Project.Options)),
        new("tools", jobs.SelectMany(job => job.Tools.Select(tool => Tool(job, tool))).ToList()),
        new("jobs", jobs.Select(job => Job(facts, job, job.Name == "main" ? services : null)).ToList()),
        new("services", NullIfEmpty(services.Services)),
        new("installs", NullIfEmpty(Installs(installs))),
        new("files", NullIfEmpty(jobs.SelectMany(j => j.Files).DistinctBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => Record(("path", f.Path), ("content", f.Content))).ToList())),
        new("reports", facts.ReportsFolder("main")),
        new("pipeline", Record(
            ("name", facts.Request.Spec.Name.Value),
            ("branches", Record(
                ("default", facts.Request.Spec.DefaultBranch),
                ("also", facts.Request.Spec.AlsoBranches.Select(b => b.Value).ToList()))))),
    ]);

    // What is not there is null, so that a plain `if` is enough in a template.
    private static ICollection? NullIfEmpty(ICollection? items) => items is { Count: > 0 } ? items : null;

    private static OrderedDictionary<string, object?> Record(params (string Key, object? Value)[] members)
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

    private static OrderedDictionary<string, object?> Installs(IReadOnlyDictionary<string, ToolInstall> installs)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, install) in installs)
        {
            result.Add(name, Install(install));
        }

        return result;
    }

    private static OrderedDictionary<string, object?> Tool(ToolJob job, ResolvedTool tool) =>
        Record(("id", tool.Recipe.Id), ("title", tool.Recipe.Title), ("version", tool.Version), ("job", job.Name));

    private static OrderedDictionary<string, object?> Job(StageFacts facts, ToolJob job, ServiceInputs? services)
    {
        var spreads = facts.SpreadsOver(job);
        return Record(
            ("name", job.Name),
            ("title", job.Name == "main" ? facts.Manifest.Title : $"{facts.Manifest.Title} ({job.Tools[0].Recipe.Title})"),
            ("tools", job.Tools.Select(tool => Tool(job, tool)).ToList()),
            ("reports_folder", job.ReportsFolder),
            ("toolchains", Toolchains(facts, job, spreads)),
            ("matrix", spreads is null ? null : Record(
                ("axes", Record((spreads, facts.Project.Versions.ToList()))), ("primary", Record((spreads, facts.Project.Versions[^1]))))),
            ("install", job.Install?.Name),
            ("locks", NullIfEmpty(job.Locks.ToList())),
            ("services", NullIfEmpty(services?.Services.Keys.ToList())),
            ("env", NullIfEmpty(Env(job, services))),
            ("steps", job.Steps.Select(Step).ToList()),
            ("reports", NullIfEmpty(job.Reports.Select(Report).ToList())),
            ("artifacts", NullIfEmpty(job.Artifacts.Select(a => Record(("id", a.Id), ("paths", a.Paths.ToList()))).ToList())));
    }

    private static OrderedDictionary<string, object?> Toolchains(StageFacts facts, ToolJob job, string? spreads)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var toolchain in job.Toolchains)
        {
            result.Add(toolchain.Key, facts.VersionOf(toolchain, spreads));
        }

        return result;
    }

    private static OrderedDictionary<string, object?> Env(ToolJob job, ServiceInputs? services)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in job.Env)
        {
            result.Add(name, value);
        }

        foreach (var (name, value) in services?.Env ?? [])
        {
            result[name] = value;
        }

        return result;
    }

    private static List<object?> Numbers(IReadOnlyList<int> numbers)
    {
        var result = new List<object?>(numbers.Count);
        foreach (var number in numbers)
        {
            result.Add(number);
        }

        return result;
    }

    private static OrderedDictionary<string, object?> Step(Command step) => Record(
        ("name", step.Name),
        ("argv", step.Argv.Cast<LiteralValue>().Select(v => v.Text).ToList()),
        ("findings", NullIfEmpty(Numbers(step.Findings))),
        ("on_failure", step.OnFailure.ToString().ToLower(CultureInfo.InvariantCulture)),
        ("stdout", step.Stdout),
        ("always", step.Always));

    private static OrderedDictionary<string, object?> Report(Report report) => Record(
        ("kind", ReportKinds.WordOf(report.Kind)), ("path", report.Path), ("line", report.Line), ("tool", report.Tool), ("category", report.Category));

    private static OrderedDictionary<string, object?> Install(ToolInstall install) => Record(
        ("run", install.Run.Select(argv => argv.ToList()).ToList()),
        ("inputs", install.Inputs.ToList()),
        ("cache", install.Cache is not { } cache ? null : Record(
            ("id", cache.Id), ("env", cache.Env), ("key", cache.Key.ToList()), ("else", cache.Else.ToList()))));
}
