using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Linting;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit template lint</c>: traps in stage templates, without rendering them.</summary>
internal sealed class TemplateLintCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string[]> _stages = new("stage") { Description = "Stages or stacks to lint (default: those with a file in .pipelinekit)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit 1 on warnings too" };

    public Command Build()
    {
        var command = new Command("lint", """
            Find traps in stage templates: values inside other text, unknown names, unused inputs, text of one platform

            Examples:
              pipelinekit template lint
              pipelinekit template lint --strict --format github
              pipelinekit template lint sast docs
            """);
        command.Add(_stages);
        command.Add(_options.Directory);
        command.Add(_options.Format);
        command.Add(_options.Quiet);
        command.Add(_strict);
        command.SetAction(Lint);
        return command;
    }

    private int Lint(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        if (FileReader.Exists(run.Root.FullPath(run.SpecFile)))
        {
            GeneratePipeline.Run(run, GenerateStepKind.Packs);
        }

        var catalog = (StageCatalog)run.Catalog;
        var linter = new TemplateLinter(catalog);
        var named = parsed.GetValue(_stages) ?? [];
        var linted = named.Length > 0 ? named : [.. linter.OwnStages(), .. linter.OwnStacks()];
        foreach (var id in linted)
        {
            if (catalog.FindStage(id) is not null || catalog.StageIds.Contains(id, StringComparer.Ordinal))
            {
                linter.Lint(id, run.Diagnostics);
            }
            else if (catalog.StackIds.Contains(id, StringComparer.Ordinal))
            {
                linter.LintStack(id, run.Diagnostics);
            }
            else
            {
                environment.Error.WriteLine($"error: there is no stage {MessageText.Quote(id)}; {MessageText.ExpectedOneOf([.. catalog.StageIds, .. catalog.StackIds])}");
                return ExitCode.Usage;
            }
        }

        if (named.Length == 0)
        {
            run.ReportUnreadFiles();
        }

        var (format, quiet) = (parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet));
        new DiagnosticReporter(environment, format, quiet, toOut: true).Report(run);
        var warnings = run.Diagnostics.Sorted().Count(d => d.Descriptor.Severity == Severity.Warning);
        if (format == "text" && !quiet && !run.Diagnostics.HasErrors && warnings == 0)
        {
            environment.Error.WriteLine(linted.Length == 0 ? "no file of .pipelinekit is used by a stage; name the stages to lint" : $"no traps in {string.Join(", ", linted)}");
        }

        return run.Diagnostics.HasErrors || (parsed.GetValue(_strict) && warnings > 0) ? ExitCode.ProblemsFound : ExitCode.Ok;
    }
}
