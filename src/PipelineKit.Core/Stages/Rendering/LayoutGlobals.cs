using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Stages.Recipes;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What the layout of a stage sees beside the globals of its tools: the jobs that the tools make, their installs, services and files.</summary>
internal static class LayoutGlobals
{
    /// <summary>Names, for the linter and the reference.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tools", "jobs", "services", "installs", "files", "reports"];

    public static ScriptObject Make(StageFacts facts, IReadOnlyList<ToolJob> jobs, ServiceInputs services)
    {
        var globals = new ScriptObject();
        StageGlobals.Add(globals, "reports", facts.ReportsFolder("main"));
        StageGlobals.Add(globals, "tools", List(jobs.SelectMany(job => job.Tools.Select(tool => Tool(job, tool)))));
        StageGlobals.Add(globals, "jobs", List(jobs.Select(job => Job(facts, job, job.Name == "main" ? services : null))));
        StageGlobals.Add(globals, "services", Pairs(services.Services));
        StageGlobals.Add(globals, "installs", List(jobs.Select(j => j.Install).OfType<ToolInstall>().DistinctBy(i => i.Name, StringComparer.Ordinal).Select(Install)));
        StageGlobals.Add(globals, "files", List(jobs.SelectMany(j => j.Files).DistinctBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => StageGlobals.Record(("path", f.Path), ("content", f.Content)))));
        return globals;
    }

    private static List<object?> List(IEnumerable<object?> items) => [.. items];

    // A loop over a mapping would give pairs, which are objects of .NET and not for templates.
    private static List<object?> Pairs(IEnumerable<KeyValuePair<string, object?>> map) =>
        List(map.Select(pair => StageGlobals.Record(("key", pair.Key), ("value", pair.Value))));

    private static OrderedDictionary<string, object?> Tool(ToolJob job, ResolvedTool tool) =>
        StageGlobals.Record(("id", tool.Recipe.Id), ("title", tool.Recipe.Title), ("version", tool.Facts.Version), ("job", job.Name), ("judges", !tool.Recipe.JudgesNothing));

    private static OrderedDictionary<string, object?> Job(StageFacts facts, ToolJob job, ServiceInputs? services)
    {
        var spreads = facts.SpreadsOver(job);
        return StageGlobals.Record(
            ("name", job.Name),
            ("title", job.Name == "main" ? facts.Manifest.Title : $"{facts.Manifest.Title} ({job.Tools[0].Recipe.Title})"),
            ("tools", List(job.Tools.Select(tool => Tool(job, tool)))),
            ("reports_folder", job.ReportsFolder),
            ("toolchains", Toolchains(facts, job, spreads)),
            ("matrix", spreads is null ? null : StageGlobals.Record(
                ("axes", StageGlobals.Record((spreads, facts.Project.Versions.ToList()))),
                ("primary", StageGlobals.Record((spreads, facts.Project.Versions[^1]))))),
            ("install", job.Install?.Name),
            ("hints", Pairs(job.Hints.Select(h => KeyValuePair.Create(h.Key, (object?)h.Value)))),
            ("locks", job.Locks),
            ("services", services is null ? [] : List(services.Services.Keys)),
            ("env", Pairs(Env(job, services))),
            ("steps", List(job.Steps.Select(Step))),
            ("reports", List(job.Reports.Select(Report))),
            ("artifacts", List(job.Artifacts.Select(a => StageGlobals.Record(("id", a.Id), ("paths", a.Paths))))));
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

    private static OrderedDictionary<string, object?> Step(Command step) => StageGlobals.Record(
        ("name", step.Name),
        ("argv", List(step.Argv.Select(Argument))),
        ("findings", List(step.Findings.Select(code => (object?)code))),
        ("on_failure", step.OnFailure.ToString().ToLower(CultureInfo.InvariantCulture)),
        ("stdout", step.Stdout),
        ("makes_folders", step.MakesFolders),
        ("always", step.Always),
        ("makes", step.Makes is { } kind ? ReportKinds.WordOf(kind) : null));

    private static object? Argument(Value value) => value switch
    {
        LiteralValue literal => literal.Text,
        MatrixValue matrix => StageGlobals.Record(("matrix", matrix.Axis)),
        EnvReference variable => StageGlobals.Record(("env", variable.Name)),
        _ => throw new InvalidOperationException($"an argument cannot be a {value.GetType().Name}"),
    };

    private static OrderedDictionary<string, object?> Report(Report report) => StageGlobals.Record(
        ("kind", ReportKinds.WordOf(report.Kind)), ("path", report.Path), ("line", report.Line), ("tool", report.Tool), ("category", report.Category));

    private static OrderedDictionary<string, object?> Install(ToolInstall install) => StageGlobals.Record(
        ("name", install.Name),
        ("run", List(install.Run)),
        ("inputs", install.Inputs),
        ("cache", install.Cache is not { } cache ? null : StageGlobals.Record(
            ("id", cache.Id), ("env", cache.Env), ("key", cache.Key), ("else", cache.Else))));
}
