using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit validate</c>: every problem of a spec, and of what would be generated from it, in one run.</summary>
internal sealed class ValidateCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();

    public Command Build()
    {
        var command = new Command("validate", """
            Check the spec and everything that would be generated from it; write nothing

            Examples:
              pipelinekit validate
              pipelinekit validate --format sarif > pipelinekit.sarif
              pipelinekit validate --format github     annotations in a GitHub job
            """);
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Emit);
        GeneratePipeline.TellInterrupted(run);
        var format = parsed.GetValue(_options.Format)!;
        new DiagnosticReporter(environment, format, parsed.GetValue(_options.Quiet), toOut: true).Report(run);
        if (good && format == "text" && !parsed.GetValue(_options.Quiet))
        {
            environment.Error.WriteLine($"{run.SpecFile} is valid: {run.Pipeline!.Jobs.Count} jobs for {string.Join(", ", run.Spec!.Targets.Select(t => t.Value))}");
        }

        return good ? ExitCode.Ok : ExitCode.ProblemsFound;
    }
}
