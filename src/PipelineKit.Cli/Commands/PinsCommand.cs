using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Pins;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using Command = System.CommandLine.Command;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit pins</c>: what everything is held at; <c>pins update</c> takes newer versions.</summary>
internal sealed class PinsCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Option<bool> _all = new("--all") { Description = "Also pins that this pipeline does not use" };

    public Command Build()
    {
        var command = new Command("pins", """
            Show what actions, tools and images are held at, and take newer versions

            Examples:
              pipelinekit pins                       every pin of this pipeline, and where it stands
              pipelinekit pins update                take newer versions that are out for a week
              pipelinekit pins update ruff actions/checkout --older-than 3d
            """);
        _options.AddTo(command);
        command.Add(_all);
        command.SetAction(Show);
        command.Add(new PinsUpdateCommand(workspaces, environment).Build());
        return command;
    }

    private int Show(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options, force: true);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Adopt);
        new DiagnosticReporter(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet)).Report(run, withInfo: false);
        if (!good)
        {
            return ExitCode.ProblemsFound;
        }

        var rows = PinUse.Of(run).Where(u => u.Places.Count > 0 || parsed.GetValue(_all)).Select(Row);
        Table.Write(environment, ["pin", "version", "commit or digest", "age", "where", "whose"], [.. rows]);
        return ExitCode.Ok;
    }

    private string[] Row(PinUse use) =>
    [
        use.Pin.Id, use.Pin.Version, use.Pin.Commit, Age(use.Pin), string.Join(", ", use.Places),
        use.Pin.Owner switch { PinOwner.BuiltIn => "built-in", var owner => owner.ToString().ToLowerInvariant() },
    ];

    private string Age(Pin pin) => pin.Date is { } date ? $"{environment.Today.DayNumber - date.DayNumber} days" : "-";
}
