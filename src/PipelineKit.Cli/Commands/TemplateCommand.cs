using System.CommandLine;
using PipelineKit.Cli.Hosting;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit template</c>: for the authors of stage templates.</summary>
internal sealed class TemplateCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    public Command Build()
    {
        var command = new Command("template", "Work on stage templates");
        command.Add(new TemplateRenderCommand(workspaces, environment).Build());
        command.Add(new TemplateLintCommand(workspaces, environment).Build());
        return command;
    }
}
