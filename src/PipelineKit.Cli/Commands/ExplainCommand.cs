using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Generation;
using PipelineKit.Platforms;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit explain</c>: the resolved pipeline between the spec and the files.</summary>
internal sealed class ExplainCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string?> _job = new("job") { Description = "Only this job, or the jobs of this stage", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _setup = new("--setup") { Description = "What has to be set on the platforms by hand, because no file can say it" };

    public Command Build()
    {
        var command = new Command("explain", """
            Show the pipeline with every default filled in

            Examples:
              pipelinekit explain
              pipelinekit explain test-coverage
              pipelinekit explain --setup
            """);
        command.Add(_job);
        _options.AddTo(command);
        command.Add(_setup);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Resolve);
        new DiagnosticReporter(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet)).Report(run);
        if (!good)
        {
            return ExitCode.ProblemsFound;
        }

        return parsed.GetValue(_setup) ? ExplainSetup(run) : ExplainJobs(run, parsed.GetValue(_job));
    }

    private int ExplainJobs(GenerateRun run, string? wanted)
    {
        var jobs = run.Pipeline!.Jobs.Where(j => wanted is null || j.Id == wanted || j.Stage == wanted).ToList();
        if (jobs.Count == 0)
        {
            environment.Error.WriteLine($"error: there is no job or stage \"{wanted}\"; expected one of {string.Join(", ", run.Pipeline.Jobs.Select(j => j.Id))}");
            return ExitCode.Usage;
        }

        var explainer = new JobExplainer(run);
        if (wanted is null)
        {
            environment.Out.Write(explainer.Header());
        }

        foreach (var job in jobs)
        {
            environment.Out.Write("\n" + explainer.Explain(job));
        }

        return ExitCode.Ok;
    }

    private int ExplainSetup(GenerateRun run)
    {
        foreach (var target in run.Spec!.Targets.Select(t => t.Value))
        {
            var lines = PlatformEmitters.SetupOf(target)?.Describe(run.Pipeline!) ?? [];
            environment.Out.WriteLine(lines.Count == 0 ? $"{target}: nothing to set by hand" : $"{target}:");
            foreach (var line in lines)
            {
                environment.Out.WriteLine($"  - {line}");
            }
        }

        return ExitCode.Ok;
    }
}
