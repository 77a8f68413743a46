using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Pins;
using PipelineKit.Core.Diagnostics;
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
    private readonly Option<bool> _ask = new("--ask") { Description = "Ask where things are published for the age of what has none here; needs the network" };

    public Command Build()
    {
        var command = new Command("pins", """
            Show what actions, tools and images are held at, and take newer versions

            Examples:
              pipelinekit pins                       every pin of this pipeline, and where it stands
              pipelinekit pins --ask                 with the age of tools and images too
              pipelinekit pins update                take newer versions that are out for a week
              pipelinekit pins update ruff actions/checkout --older-than 3d
            """);
        _options.AddTo(command);
        command.Add(_all);
        command.Add(_ask);
        command.SetAction(ShowAsync);
        command.Add(new PinsUpdateCommand(workspaces, environment).Build());
        return command;
    }

    private async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var run = workspaces.Open(parsed, _options, force: true);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Adopt);
        new DiagnosticReporter(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet)).Report(run, withInfo: false);
        if (!good)
        {
            return ExitCode.ProblemsFound;
        }

        var uses = PinUse.Of(run).Where(u => u.Places.Count > 0 || parsed.GetValue(_all)).ToList();
        var answered = !parsed.GetValue(_ask) || await AskAgesAsync(run, uses, cancellation).ConfigureAwait(false);
        Table.Write(environment, ["pin", "version", "commit or digest", "age", "where", "whose"], [.. uses.Select(Row)]);
        return answered ? ExitCode.Ok : ExitCode.Failure;
    }

    // False when there was something to ask and nothing answered.
    private async Task<bool> AskAgesAsync(GenerateRun run, List<PinUse> uses, CancellationToken cancellation)
    {
        using var sources = new PinSources(run.Catalog, run.Root.Folder, environment.Variable);
        var unknown = uses.Where(u => u.Pin.Date is null).ToList();
        var asking = new Asking(sources.Of);
        var days = await asking.EachAsync(unknown.Select(u => u.Pin), (pin, releases) => PinAge.OfAsync(pin, releases, cancellation), cancellation).ConfigureAwait(false);
        foreach (var (use, day) in unknown.Zip(days))
        {
            uses[uses.IndexOf(use)] = use with { Pin = use.Pin with { Date = day } };
        }

        foreach (var (id, why) in asking.NotAsked)
        {
            await environment.Error.WriteLineAsync($"warning {PinDiagnostics.NotAsked.Code}: {id} could not be asked for: {HiddenText.Visible(why)}").ConfigureAwait(false);
        }

        return unknown.Count == 0 || asking.Asked > 0;
    }

    private string[] Row(PinUse use) =>
    [
        use.Pin.Id, use.Pin.Version, use.Pin.Commit, Age(use.Pin), string.Join(", ", use.Places),
        use.Pin.Owner switch { PinOwner.BuiltIn => "built-in", var owner => owner.ToString().ToLowerInvariant() },
    ];

    private string Age(Pin pin) => pin.Date is { } date ? $"{environment.Today.DayNumber - date.DayNumber} days" : "-";
}
