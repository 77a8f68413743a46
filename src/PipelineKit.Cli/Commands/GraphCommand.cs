using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit graph</c>: the jobs and what they wait for.</summary>
internal sealed class GraphCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Option<bool> _mermaid = new("--mermaid") { Description = "A Mermaid flowchart instead of text" };

    public Command Build()
    {
        var command = new Command("graph", """
            Print the graph of jobs

            Examples:
              pipelinekit graph                      one line per job, by phase
              pipelinekit graph --mermaid >> README.md
              pipelinekit graph --format json
            """);
        _options.AddTo(command);
        command.Add(_mermaid);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Resolve);
        var isJson = parsed.GetValue(_options.Format) == "json";
        // The graph is the only document on standard output.
        new DiagnosticReporter(environment, isJson && good ? "text" : parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet)).Report(run);
        if (!good)
        {
            return ExitCode.ProblemsFound;
        }

        environment.Out.Write(isJson ? PipelineJson.Write(run.Pipeline!, run.Pipeline!.Jobs)
            : parsed.GetValue(_mermaid) ? JobGraph.Mermaid(run.Pipeline!) : JobGraph.Text(run.Pipeline!));
        return ExitCode.Ok;
    }
}
