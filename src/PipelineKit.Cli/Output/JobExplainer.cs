using System.Globalization;
using System.Text;
using System.Text.Json;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;

namespace PipelineKit.Cli.Output;

/// <summary>Prints resolved jobs for people: one labelled line per fact, in the order of the model.</summary>
internal sealed class JobExplainer(GenerateRun run)
{
    private readonly List<(string Label, string Text)> _facts = [];

    public string Header()
    {
        var pipeline = run.Pipeline!;
        var triggers = pipeline.Triggers;
        var branches = string.Join(", ", triggers.AlsoBranches.Prepend(triggers.DefaultBranch));
        var tags = triggers.Tags.Count == 0 ? "" : $"; tags {string.Join(", ", triggers.Tags)}";
        var schedule = triggers.Schedule is null ? "" : $"; schedule {triggers.Schedule}";
        var packs = string.Concat(run.Packs.Packs.Select(p => $"extends the pack {p.Label} from {run.Spec!.Extends.First(r => r.Name.Value == p.Name.Value).From.Value}\n"));
        return $"{pipeline.Name} for {string.Join(", ", run.Spec!.Targets.Select(t => t.Value))}\n" + packs
            + $"starts on pushes to {branches}; pull requests; merge queue; by hand{tags}{schedule}\n";
    }

    /// <param name="job">A job.</param>
    /// <param name="where">Only where values and templates came from.</param>
    public string Explain(Job job, bool where = false)
    {
        var text = new StringBuilder(job.Id).Append(" - ").Append(job.Title).Append('\n');
        foreach (var (label, fact) in Facts(job).Where(f => !where || f.Label is "input" or "template"))
        {
            text.Append("  ").Append(label.PadRight(12)).Append(fact).Append('\n');
        }

        return text.ToString();
    }

    private List<(string Label, string Text)> Facts(Job job)
    {
        _facts.Clear();
        Line("phase", $"{job.Phase.ToString().ToLowerInvariant()}{(job.Gate ? ", counted by the quality gate" : ", not counted by the quality gate")}");
        Line("threshold", job.Threshold ?? "");
        Line("folder", job.Project.Path);
        Line("runner", string.Join(", ", job.Runner.GitHubLabels) + (job.Runner.Image is { } image ? $" in {image}" : ""));
        Line("toolchains", string.Join(", ", job.Toolchains.Select(t => $"{t.Id} {Show(t.Version)}")));
        Line("matrix", string.Join("; ", (job.Matrix?.Axes ?? []).Select(a => $"{a.Name}: {string.Join(", ", a.Values)}")));
        Line("needs", string.Join(", ", job.Needs.Select(n => n.JobId).Concat(job.NeedsGate ? ["quality-gate"] : [])));
        Line("services", string.Join(", ", job.Services.Select(s => $"{s.Alias} ({s.Image})")));
        foreach (var (name, value) in job.Env)
        {
            Line("env", $"{name} = {Show(value)}");
        }

        foreach (var argv in job.Install?.Run ?? [])
        {
            Line("install", string.Join(' ', argv.Select(Show)));
        }

        foreach (var command in job.Run)
        {
            Line("run", Describe(command));
        }

        foreach (var report in job.Reports)
        {
            Line("report", $"{report.Kind.ToString().ToLowerInvariant()} {report.Path}");
        }

        Line("timeout", string.Create(CultureInfo.InvariantCulture, $"{job.Timeout.TotalMinutes:0.#} minutes") + (job.AllowFailure ? ", failure allowed" : ""));
        Inputs(job);
        foreach (var template in ValueOrigin.TemplatesOf(run, job.Stage))
        {
            Line("template", template);
        }

        if (job.Run.Any(c => c.OnFailure == OnFailure.Report && !c.Always) && !job.Run.Any(c => c.OnFailure != OnFailure.Report && c.Findings.Count > 0))
        {
            Line("note", "findings are reported and fail nothing; set fail-on to gate");
        }

        // An operation of one platform has nothing to be equal to.
        if (job.PlatformOperation is null)
        {
            Line("parity", job.Digest[..8]);
        }

        return _facts;
    }

    /// <summary>The same facts for programs: by label, each a list in the order of the text.</summary>
    public void WriteFacts(Utf8JsonWriter json, Job job)
    {
        json.WriteStartObject("facts");
        foreach (var fact in Facts(job).GroupBy(f => f.Label, StringComparer.Ordinal))
        {
            PipelineJson.Strings(json, fact.Key, fact.Select(f => f.Text));
        }

        json.WriteEndObject();
    }

    private static string Describe(Command command)
    {
        var text = command.Script is { } script ? $"script ({command.Shell}): {script.TrimEnd().Replace("\n", "; ", StringComparison.Ordinal)}" : string.Join(' ', command.Argv.Select(Show));
        var notes = new List<string>();
        if (command.Stdout is { } stdout)
        {
            notes.Add($"output to {stdout}");
        }

        if (command.Makes is { } kind)
        {
            notes.Add($"only where {kind.ToString().ToLowerInvariant()} reports are read");
        }

        if (command.Always)
        {
            notes.Add("always, never decides");
        }
        else if (command.OnFailure == OnFailure.Report)
        {
            notes.Add("findings are reported only");
        }
        else if (command.OnFailure == OnFailure.Later)
        {
            notes.Add("a failure is kept until the end");
        }

        return notes.Count == 0 ? text : $"{text}   ({string.Join("; ", notes)})";
    }

    // The inputs that decide whether a stage gates: one that is not set reports and does not gate.
    private void Inputs(Job job)
    {
        var stage = run.Spec!.Projects
            .Where(p => run.Spec.Projects.Count == 1 || p.Name?.Value == job.Project.Name)
            .SelectMany(p => p.Stages)
            .FirstOrDefault(s => s.Id.Value == job.Stage);
        foreach (var (name, value) in stage?.Inputs ?? new Dictionary<string, object?>())
        {
            if (value is null && IsThreshold(name))
            {
                Line("input", $"{name} is not set: reported, does not gate");
            }
            else if (value is not null && ShowInput(value) is { Length: > 0 } shown)
            {
                Line("input", $"{name} = {shown}   ({ValueOrigin.Of(run, stage!, name)})");
            }
        }

        if (stage?.FailOn is { } failOn)
        {
            Line("input", $"fail-on = {failOn.Value}   ({ValueOrigin.Of(run, failOn.Span)})");
        }
    }

    private static bool IsThreshold(string name) => name is "minimum" or "minimum-branch" || name.StartsWith("max-", StringComparison.Ordinal);

    private static string ShowInput(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> map => string.Join(", ", map.Select(e => $"{e.Key}: {e.Value}")),
        System.Collections.IEnumerable items => string.Join(", ", items.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Show(Value value) => value switch
    {
        LiteralValue literal => literal.Text.Length == 0 || literal.Text.Contains(' ', StringComparison.Ordinal) ? $"'{literal.Text}'" : literal.Text,
        MatrixValue matrix => $"<matrix {matrix.Axis}>",
        EnvReference env => $"<env {env.Name}>",
        SecretValue secret => $"<secret {secret.Name}{(secret.Required ? "" : ", optional")}>",
        ServiceValue service => $"<{service.Get} of {service.Service}>",
        _ => value.ToString(),
    };

    private void Line(string label, string text)
    {
        if (text.Length > 0)
        {
            _facts.Add((label, text));
        }
    }
}
