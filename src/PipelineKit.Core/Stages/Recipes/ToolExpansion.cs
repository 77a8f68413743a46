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
            [
                new("reports", reports),
                new("version", tool.Version),
                new("package", tool.Recipe.Package),
                new("program", tool.Recipe.Program),
                new("module", tool.Recipe.Module),
            ],
            outer);
        _scope = _scope.With("requirements", _expander.Expand(tool.Recipe.Requires, _scope)).With("severity", Severity());
        foreach (var check in tool.Stage.Checks.Where(c => !_scope.Holds(c.Require, diagnostics)))
        {
            diagnostics.Add(StageDiagnostics.ToolUnavailable, check.Require.Span, $"the tool \"{tool.Recipe.Id}\" cannot be used so: {check.Message}");
        }
    }

    public IEnumerable<Command> Steps() => _tool.Stage.Steps.Where(step => _scope.Holds(step.If, _diagnostics)).Select(Step);

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

    public IEnumerable<SupportFile> Files() =>
        _tool.Stage.Files.Where(file => _scope.Holds(file.If, _diagnostics))
            .Select(file => new SupportFile(_expander.ExpandText(file.Path, _scope, file.Span), _expander.ExpandText(file.Content, _scope, file.Span)));

    public IReadOnlyDictionary<string, string> Env() => new OrderedDictionary<string, string>(
        _tool.Stage.Env.Select(pair => KeyValuePair.Create(pair.Key, _expander.ExpandText(pair.Value, _scope, _tool.Recipe.Span))), StringComparer.Ordinal);

    private Command Step(ToolStep step)
    {
        var scope = step.Program is null
            ? _scope
            : new Scope([new("program", step.Program), new("module", step.Module ?? step.Program)], _scope);
        var findings = step.Always ? [] : step.Findings ?? _tool.Recipe.Findings;
        var decides = !step.ReportOnly && scope.Holds(step.Gate, _diagnostics);
        return new Command
        {
            Name = _expander.ExpandText(step.Name, scope, _tool.Recipe.Span),
            Argv = [.. Prefix(step, scope).Concat(_expander.Expand(step.Args, scope)).Select(Value.ToValue)],
            Findings = findings,
            OnFailure = step.Always || step.ReportOnly && findings.Count == 0 ? OnFailure.Stop
                : decides ? OnFailure.Later
                : findings.Count > 0 ? OnFailure.Report
                : OnFailure.Stop,
            Stdout = step.Stdout is null ? null : _expander.ExpandText(step.Stdout, scope, _tool.Recipe.Span),
            Always = step.Always,
        };
    }

    private IReadOnlyList<string> Prefix(ToolStep step, Scope scope) => step.Bare ? [] : _expander.Expand(_tool.Prefix, scope);

    private IReadOnlyList<string> Severity()
    {
        var wanted = _scope.TryGet("fail-on", out var value) ? value as string : null;
        return wanted is not null && _tool.Recipe.Severities.TryGetValue(wanted, out var arguments) ? _expander.Expand(arguments, _scope) : [];
    }
}
