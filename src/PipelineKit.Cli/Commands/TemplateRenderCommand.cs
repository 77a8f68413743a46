using System.CommandLine;
using System.CommandLine.Completions;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Rendering;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit template render</c>: what a template makes of a spec.</summary>
internal sealed class TemplateRenderCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string> _stage = new("stage") { HelpName = "stage", Description = "Stage to render" };
    private readonly Option<string?> _stack = new("--stack") { Description = "Render with defaults for this stack, without a spec", HelpName = "STACK" };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the spec (default: the first that has the stage)", HelpName = "NAME" };
    private readonly Option<bool> _parts = new("--parts") { Description = "Print what each template of a package manager and of a tool wrote, instead of the document made of it" };

    public Command Build()
    {
        var command = new Command("render", """
            Print the stage document that a template renders

            Examples:
              pipelinekit template render lint
              pipelinekit template render sast --stack python
              pipelinekit template render lint --parts     what each tool's template wrote
            """);
        _stage.CompletionSources.Add(context => workspaces.Library(context.ParseResult, _options).StageIds.Select(id => new CompletionItem(id)));
        command.Add(_stage);
        _options.AddTo(command);
        command.Add(_stack);
        command.Add(_project);
        command.Add(_parts);
        command.SetAction(Render);
        return command;
    }

    private int Render(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        var stage = parsed.GetRequiredValue(_stage);
        var spec = LoadSpec(run, stage, parsed.GetValue(_stack));
        var reporter = new DiagnosticReporter(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet));
        if (spec is null)
        {
            reporter.Report(run);
            return ExitCode.ProblemsFound;
        }

        var wanted = run.Catalog.FindStage(stage)?.Id ?? stage;
        var name = parsed.GetValue(_project);
        var found = spec.Projects
            .Where(p => name is null || p.Name?.Value == name)
            .SelectMany(p => p.Stages.Where(s => s.Id.Value == wanted).Select(s => new StageRequest(spec, p, s)))
            .FirstOrDefault();
        if (found is null)
        {
            environment.Error.WriteLine($"error: the spec has no stage \"{stage}\"; render it with defaults by --stack");
            return ExitCode.Usage;
        }

        var rendered = ((StageRenderer)run.Renderer).RenderText(found, run.Diagnostics);
        reporter.Report(run);
        if (rendered is null)
        {
            return ExitCode.ProblemsFound;
        }

        environment.Out.Write(parsed.GetValue(_parts) ? Parts(rendered) : rendered.Text);
        return ExitCode.Ok;
    }

    // Tools that a package manager treats alike share what its template wrote; one that differs is there once more.
    private static string Parts(RenderedText rendered) =>
        string.Join('\n', rendered.PartTexts.Distinct().Select(part => $"# {part.Key}\n{part.Value.TrimEnd('\n')}\n"));

    private static SpecDocument? LoadSpec(GenerateRun run, string stage, string? stack)
    {
        if (stack is null)
        {
            GeneratePipeline.Run(run, GenerateStepKind.Validate);
            return run.Spec;
        }

        // The packs of the repository's spec, where there is one: their stages can be rendered too.
        if (FileReader.Exists(run.Root.FullPath(run.SpecFile)))
        {
            GeneratePipeline.Run(run, GenerateStepKind.Packs);
        }

        var text = $"version: 1\ntargets: [github]\nstack: {stack}\nstages: {{ {stage}: true }}\n";
        return SpecLoader.Load(text, new SpecOptions { File = "--stack", ToolVersion = Workspaces.ToolVersion, Packs = run.Packs }, run.Catalog, run.Diagnostics);
    }
}
