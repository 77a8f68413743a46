using System.CommandLine;
using System.CommandLine.Completions;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Parity;
using PipelineKit.Core.Generation;
using PipelineKit.Platforms;
using Job = PipelineKit.Core.Model.Job;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit explain</c>: the resolved pipeline between the spec and the files.</summary>
internal sealed class ExplainCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string?> _job = new("job") { HelpName = "job", Description = "Only this job, or the jobs of this stage", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _setup = new("--setup") { Description = "What has to be set on the platforms by hand, because no file can say it" };
    private readonly Option<bool> _where = new("--where") { Description = "Only from which file and line each value came, and from which files each stage was made" };
    private readonly Option<bool> _parity = new("--parity") { Description = "The commands of every output side by side, read back from the files; exit 1 where they differ" };

    public Command Build()
    {
        var command = new Command("explain", """
            Show the pipeline with every default filled in

            Examples:
              pipelinekit explain
              pipelinekit explain test-coverage
              pipelinekit explain --format json
              pipelinekit explain lint --where
              pipelinekit explain --setup
              pipelinekit explain --parity lint
              pipelinekit explain --parity --format json
            """);
        _job.CompletionSources.Add(context => workspaces.Jobs(context.ParseResult, _options).Select(id => new CompletionItem(id)));
        command.Add(_job);
        _options.AddTo(command);
        command.Add(_where);
        command.Add(_setup);
        command.Add(_parity);
        command.Validators.Add(result =>
        {
            if (new[] { _where, _setup, _parity }.Count(o => result.GetValue(o)) > 1)
            {
                result.AddError("--where, --setup and --parity exclude each other");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var parity = parsed.GetValue(_parity);
        var run = workspaces.Open(parsed, _options, force: parity);
        var good = GeneratePipeline.Run(run, parity ? GenerateStepKind.Plan : GenerateStepKind.Resolve);
        // What is asked for is the only document on standard output.
        var isJson = parsed.GetValue(_options.Format) == "json";
        var format = (parity || isJson) && good ? "text" : parsed.GetValue(_options.Format)!;
        new DiagnosticReporter(environment, format, parsed.GetValue(_options.Quiet)).Report(run, withInfo: !parity);
        if (!good)
        {
            return ExitCode.ProblemsFound;
        }

        return parity ? ExplainParity(run, parsed)
            : parsed.GetValue(_setup) ? ExplainSetup(run) : ExplainJobs(run, parsed);
    }

    private int ExplainJobs(GenerateRun run, ParseResult parsed)
    {
        var (wanted, where) = (parsed.GetValue(_job), parsed.GetValue(_where));
        if (Find(run, wanted) is not { } jobs)
        {
            return ExitCode.Usage;
        }

        var explainer = new JobExplainer(run);
        if (parsed.GetValue(_options.Format) == "json")
        {
            environment.Out.Write(PipelineJson.Write(run.Pipeline!, jobs, explainer.WriteFacts));
            return ExitCode.Ok;
        }

        if (wanted is null && !where)
        {
            environment.Out.Write(explainer.Header());
        }

        foreach (var job in jobs)
        {
            environment.Out.Write("\n" + explainer.Explain(job, where));
        }

        return ExitCode.Ok;
    }

    private List<Job>? Find(GenerateRun run, string? wanted)
    {
        var jobs = run.Pipeline!.Jobs.Where(j => wanted is null || j.Id == wanted || j.Stage == wanted).ToList();
        if (jobs.Count > 0)
        {
            return jobs;
        }

        environment.Error.WriteLine($"error: there is no job or stage \"{wanted}\"; expected one of {string.Join(", ", run.Pipeline.Jobs.Select(j => j.Id))}");
        return null;
    }

    private int ExplainParity(GenerateRun run, ParseResult parsed)
    {
        if (Find(run, parsed.GetValue(_job)) is null)
        {
            return ExitCode.Usage;
        }

        try
        {
            var report = ParityReport.Of(run, parsed.GetValue(_job));
            return new ParityPrinter(environment).Print(report, json: parsed.GetValue(_options.Format) == "json");
        }
        catch (UnreadableException e)
        {
            environment.Error.WriteLine($"error: {e.Message}");
            return ExitCode.ProblemsFound;
        }
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
