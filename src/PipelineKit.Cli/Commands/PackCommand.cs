using System.CommandLine;
using PipelineKit.Cli.Hosting;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit pack</c>: for the authors of packs.</summary>
internal sealed class PackCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    public Command Build()
    {
        var command = new Command("pack", "Work on packs: libraries of stages that many repositories share");
        command.Add(new PackNewCommand(environment).Build());
        command.Add(new PackTestCommand(workspaces, environment).Build());
        command.Add(new PackArchiveCommand(environment).Build());
        return command;
    }
}
