using System.CommandLine;
using System.CommandLine.Completions;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Reference;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit list</c>: what the library holds for this repository, its own stages included.</summary>
internal sealed class ListCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Option<string> _format = new("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };

    public Command Build()
    {
        _format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("list", """
            List what a spec can name

            Examples:
              pipelinekit list stages
              pipelinekit list stage lint           its inputs
              pipelinekit list tools | cut -f1
            """);
        command.Add(Sub("stages", "Stages with the stacks they serve", ["stage", "stacks", "summary"], Stages));
        command.Add(Stage());
        command.Add(Sub("stacks", "Stacks with their options", ["stack", "options", "title"], Stacks));
        command.Add(Sub("tools", "Tools with the stages and stacks they serve", ["tool", "stages", "stacks"], Tools));
        return command;
    }

    private Command Sub(string name, string description, string[] header, Func<IStageCatalog, IEnumerable<string[]>> rows)
    {
        var command = new Command(name, description);
        command.Add(_options.Directory);
        command.Add(_format);
        command.SetAction(parsed => Print(parsed, header, rows(workspaces.Library(parsed, _options))));
        return command;
    }

    private Command Stage()
    {
        var name = new Argument<string>("name") { HelpName = "name", Description = "Name of the stage" };
        name.CompletionSources.Add(context => workspaces.Library(context.ParseResult, _options).StageIds.Select(id => new CompletionItem(id)));
        var command = new Command("stage", "Inputs of one stage");
        command.Add(name);
        command.Add(_options.Directory);
        command.Add(_format);
        command.SetAction(parsed =>
        {
            var catalog = workspaces.Library(parsed, _options);
            var asked = parsed.GetRequiredValue(name);
            if (catalog.FindStage(asked) is { } stage)
            {
                return Print(parsed, ["input", "type", "default", "meaning"], InputRows.Of(stage));
            }

            environment.Error.WriteLine($"error: there is no stage {MessageText.Quote(asked)}; `pipelinekit list stages` prints them");
            if (NearestMatch.Find(asked, catalog.StageIds) is { } near)
            {
                environment.Error.WriteLine($"hint: did you mean `{near}`?");
            }

            return ExitCode.Usage;
        });
        return command;
    }

    private int Print(ParseResult parsed, string[] header, IEnumerable<string[]> rows)
    {
        if (parsed.GetValue(_format) == "json")
        {
            environment.Out.Write(Json(header, rows));
        }
        else
        {
            Table.Write(environment, header, [.. rows]);
        }

        return ExitCode.Ok;
    }

    // One object for each row; the words of the header are its keys.
    private static string Json(string[] header, IEnumerable<string[]> rows) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < header.Length; i++)
            {
                json.WriteString(header[i], row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

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
