using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Stages;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit list</c>: what the library holds for this repository, its own stages included.</summary>
internal sealed class ListCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();

    public Command Build()
    {
        var command = new Command("list", """
            List what a spec can name

            Examples:
              pipelinekit list stages
              pipelinekit list tools | cut -f1
            """);
        command.Add(Sub("stages", "Stages with the stacks they serve", ["stage", "stacks", "what it does"], Stages));
        command.Add(Sub("stacks", "Stacks with their options", ["stack", "options", "what it is"], Stacks));
        command.Add(Sub("tools", "Tools with the stages and stacks they serve", ["tool", "stages", "stacks"], Tools));
        return command;
    }

    private Command Sub(string name, string description, string[] header, Func<IStageCatalog, IEnumerable<string[]>> rows)
    {
        var command = new Command(name, description);
        command.Add(_options.Directory);
        command.SetAction(parsed =>
        {
            var catalog = workspaces.Library(parsed, _options);
            Table.Write(environment, header, [.. rows(catalog)]);
            return ExitCode.Ok;
        });
        return command;
    }

    private static IEnumerable<string[]> Stages(IStageCatalog catalog) =>
        from id in catalog.StageIds
        let stage = catalog.FindStage(id)
        select new[] { id, stage.Stacks.Count == 0 ? "any" : string.Join(", ", stage.Stacks), stage.Summary };

    private static IEnumerable<string[]> Stacks(IStageCatalog catalog) =>
        from id in catalog.StackIds
        let stack = catalog.FindStack(id)
        select new[] { id, string.Join(", ", stack.Options.Select(o => o.Name)), stack.Title };

    private static IEnumerable<string[]> Tools(IStageCatalog catalog) =>
        from id in catalog.ToolIds
        let tool = catalog.FindTool(id)
        select new[] { id, string.Join(", ", tool.Stages), tool.Stacks.Count == 0 ? "any" : string.Join(", ", tool.Stacks) };
}
