using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Expands what one tool does in one job.</summary>
internal sealed class ToolExpansion
{
    private readonly ResolvedTool _tool;
    private readonly Scope _scope;
    private readonly ArgumentExpander _expander;
    private readonly DiagnosticBag _diagnostics;

    public ToolExpansion(ResolvedTool tool, Scope outer, string reports, DiagnosticBag diagnostics)
    {
        (_tool, _diagnostics) = (tool, diagnostics);
        _expander = new ArgumentExpander(diagnostics) { Tables = tool.Recipe.Tables };
        _scope = new Scope(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["reports"] = reports,
                ["version"] = tool.Version,
                ["package"] = tool.Recipe.Package,
                ["program"] = tool.Recipe.Program,
                ["module"] = tool.Recipe.Module,
            },
            outer);
        _scope = _scope.With("requirements", _expander.Expand(tool.Recipe.Requires, _scope)).With("severity", Severity());
        foreach (var check in tool.Stage.Checks.Where(c => !_scope.Holds(c.Require, diagnostics)))
        {
            diagnostics.Add(StageDiagnostics.ToolUnavailable, tool.Span, $"the tool \"{tool.Recipe.Id}\" cannot be used here: {check.Message}");
        }
    }

    public IEnumerable<Command> Steps() => _tool.Stage.Steps.Where(step => _scope.Holds(step.If, _diagnostics)).SelectMany(Repeat);

    public IEnumerable<Report> Reports() =>
        _tool.Stage.Reports.Where(report => _scope.Holds(report.If, _diagnostics)).Select(report =>
            new Report(report.Kind, _expander.ExpandText(report.Path, _scope, report.Span))
            {
                Line = report.Line,
                Tool = report.Kind == ReportKind.Sarif ? _tool.Recipe.Id : null,
                Category = report.Category,
            });

    public IEnumerable<Artifact> Artifacts() =>
        _tool.Stage.Artifacts.Where(artifact => _scope.Holds(artifact.If, _diagnostics))
            .Select(artifact => new Artifact(artifact.Id, _expander.Expand(artifact.Paths, _scope)) { Required = true });

    public IEnumerable<SupportFile> Files(Func<string, string?> support) =>
        _tool.Stage.Files.Where(file => _scope.Holds(file.If, _diagnostics)).Select(file => new SupportFile(file.Path, Content(file, support)));

    public IReadOnlyDictionary<string, string> Env()
    {
        var result = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in _tool.Stage.Env)
        {
            result.Add(name, _expander.ExpandText(text, _scope, _tool.Recipe.Span));
        }

        return result;
    }

    private IEnumerable<Command> Repeat(ToolStep step) => step.Each is null
        ? [Step(step, _scope)]
        : Scope.Entries(_scope.Get(step.Each, _tool.Recipe.Span, _diagnostics)).Select(item => Step(step, _scope.With("item", item)));

    private Command Step(ToolStep step, Scope outer)
    {
        var scope = step.Program is null
            ? outer
            : new Scope(
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["program"] = step.Program, ["module"] = step.Module ?? step.Program },
                outer);
        var findings = step.Always ? [] : step.Findings ?? _tool.Recipe.Findings;
        var decides = !step.ReportOnly && scope.Holds(step.Gate, _diagnostics);
        return new Command
        {
            Name = _expander.ExpandText(step.Name, scope, _tool.Recipe.Span).Trim(),
            Argv = [.. Prefix(step, scope).Concat(_expander.Expand(step.Args, scope)).Select(Value.ToValue)],
            Findings = findings,
            OnFailure = findings.Count == 0 ? OnFailure.Stop : decides ? OnFailure.Later : OnFailure.Report,
            Stdout = step.Stdout is null ? null : _expander.ExpandText(step.Stdout, scope, _tool.Recipe.Span),
            Always = step.Always,
        };
    }

    private string Content(ToolFile file, Func<string, string?> support)
    {
        if ((file.Content ?? (file.From is { } name ? support(name) : null)) is { } content)
        {
            return content;
        }

        _diagnostics.Add(StageDiagnostics.BadDataFile, file.Span, $"the support file \"{file.Path}\" has no content: \"{file.From}\" is not in support/");
        return "";
    }

    private IReadOnlyList<string> Prefix(ToolStep step, Scope scope) => step.Bare ? [] : _expander.Expand(_tool.Prefix, scope);

    private IReadOnlyList<string> Severity()
    {
        var wanted = _scope.TryGet("fail-on", out var value) ? value as string : null;
        return wanted is not null && _tool.Recipe.Severities.TryGetValue(wanted, out var arguments) ? _expander.Expand(arguments, _scope) : [];
    }
}
