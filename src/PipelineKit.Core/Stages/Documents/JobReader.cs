using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads one job of a stage document.</summary>
internal static class JobReader
{
    private static readonly string[] Systems = ["linux", "windows", "macos"];
    private static readonly string[] Operations = ["clear-caches"];

    public static StageJob? Read(SourceEntry entry, DocumentContext context)
    {
        if (MapReader.Of(entry.Value, $"job \"{entry.Key.Value}\"", context.Diagnostics) is not { } map)
        {
            return null;
        }

        if (!IsJobName(entry.Key.Value))
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, entry.Key.Span, $"\"{entry.Key.Value}\" is no job name: lower-case letters, digits and \"-\"");
        }

        var (os, image) = Runner(map);
        var oidc = Oidc(map);
        var job = new StageJob
        {
            Name = entry.Key.Value,
            Span = entry.Key.Span,
            Title = map.Text("title"),
            Threshold = map.Text("threshold"),
            Phase = map.Node("phase") is { } phase ? Phases.Read(phase, context.Diagnostics) : null,
            Gate = map.Flag("gate"),
            Os = os,
            Image = image,
            Toolchains = Toolchains(map),
            Matrix = map.Map("matrix") is { } matrix ? MatrixReader.Read(matrix) : null,
            Install = map.Text("install"),
            Services = map.Texts("services"),
            Env = Env(map),
            Run = [.. map.Items("run").Select(item => CommandReader.Read(item, context)).OfType<Command>()],
            Reports = [.. map.Items("reports").Select(item => OutputReader.Report(item, context)).OfType<Report>()],
            Artifacts = [.. map.Items("artifacts").Select(item => OutputReader.Artifact(item, context)).OfType<Artifact>()],
            Needs = [.. map.Items("needs").Select(item => NeedReader.Read(item, context)).OfType<StageNeed>()],
            When = map.Map("when") is { } when ? ConditionReader.Read(when) : null,
            Timeout = map.Duration("timeout"),
            AllowFailure = map.Flag("allow-failure") ?? false,
            Hints = map.TextMap("hints"),
            Locks = map.Texts("locks"),
            Environment = map.Map("environment") is { } environment ? Deployment(environment) : null,
            OidcFor = oidc.For,
            OidcWith = oidc.With,
            Concurrency = map.Map("concurrency") is { } concurrency ? Concurrency(concurrency) : null,
            PagesArtifact = Single(map.Map("pages"), "artifact"),
            PlatformOperation = map.Word("platform", Operations),
            FetchDepth = map.Integer("fetch-depth", 0, 1_000_000),
        };
        map.Finish();
        CheckDoesSomething(job, context);
        return job;
    }

    private static bool IsJobName(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsVariableName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static (string Os, string? Image) Runner(MapReader map)
    {
        if (map.Map("runner") is not { } runner)
        {
            return ("linux", null);
        }

        var result = (runner.Word("os", Systems) ?? "linux", runner.Text("image"));
        runner.Finish();
        return result;
    }

    private static List<KeyValuePair<string, Value?>> Toolchains(MapReader map)
    {
        var result = new List<KeyValuePair<string, Value?>>();
        foreach (var entry in map.Entries("toolchains"))
        {
            if (ValueReader.Version(entry.Value, map.Diagnostics) is { } version)
            {
                result.Add(new(entry.Key.Value, version is LiteralValue { Text: "pinned" } ? null : version));
            }
        }

        return result;
    }

    private static List<KeyValuePair<string, Value>> Env(MapReader map)
    {
        var result = new List<KeyValuePair<string, Value>>();
        foreach (var entry in map.Entries("env"))
        {
            if (!IsVariableName(entry.Key.Value))
            {
                map.Diagnostics.Add(StageDiagnostics.WrongValue, entry.Key.Span, $"\"{entry.Key.Value}\" is no name of an environment variable");
            }
            else if (ValueReader.Environment(entry.Value, map.Diagnostics) is { } value)
            {
                result.Add(new(entry.Key.Value, value));
            }
        }

        return result;
    }

    private static DeploymentEnvironment Deployment(MapReader map)
    {
        var environment = new DeploymentEnvironment(map.RequiredText("name"), map.Flag("approval") ?? false, map.Text("url"));
        map.Finish();
        return environment;
    }

    private static Concurrency Concurrency(MapReader map)
    {
        var concurrency = new Concurrency(map.RequiredText("group"), map.Flag("cancel") ?? false);
        map.Finish();
        return concurrency;
    }

    private static (string? For, IReadOnlyDictionary<string, string> With) Oidc(MapReader map)
    {
        if (map.Map("oidc") is not { } oidc)
        {
            return (null, new Dictionary<string, string>());
        }

        var result = (oidc.RequiredText("for"), oidc.TextMap("with"));
        oidc.Finish();
        return result;
    }

    private static string? Single(MapReader? map, string key)
    {
        if (map is null)
        {
            return null;
        }

        var text = map.RequiredText(key);
        map.Finish();
        return text;
    }

    private static void CheckDoesSomething(StageJob job, DocumentContext context)
    {
        if (job.Run.Count == 0 && job.PagesArtifact is null && job.PlatformOperation is null)
        {
            context.Diagnostics.Add(StageDiagnostics.MissingKey, job.Span, $"job \"{job.Name}\" does nothing: it needs \"run\", \"pages\" or \"platform\"");
        }
    }
}
