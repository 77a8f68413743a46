using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Pins;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using Command = System.CommandLine.Command;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit pins update</c>: asks where things are published, writes newer versions to the lock file and generates.</summary>
internal sealed partial class PinsUpdateCommand(Workspaces workspaces, CliEnvironment environment)
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string[]> _names = new("name") { Description = "Pins to look at, as `pipelinekit pins` lists them; all when none is given", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _olderThan = new("--older-than") { Description = "Only versions that are out for so many days", HelpName = "DAYS", DefaultValueFactory = _ => "7d" };

    public Command Build()
    {
        var command = new Command("update", """
            Take newer versions of pins, write them to the lock file and generate

            Examples:
              pipelinekit pins update
              pipelinekit pins update ruff actions/checkout
              pipelinekit pins update --older-than 0d
            """);
        command.Add(_names);
        command.Add(_olderThan);
        _options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_olderThan) is { Implicit: false } && !Days().IsMatch(result.GetValue(_olderThan) ?? ""))
            {
                result.AddError("--older-than takes a number of days, for example 7d");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var run = workspaces.Open(parsed, _options, force: true);
        if (!GeneratePipeline.Run(run, GenerateStepKind.Adopt))
        {
            Reporter(parsed).Report(run);
            return ExitCode.ProblemsFound;
        }

        var names = parsed.GetValue(_names)!;
        var known = PinUse.Of(run);
        if (names.FirstOrDefault(n => !known.Any(u => u.Pin.Id == n)) is { } unknown)
        {
            await environment.Error.WriteLineAsync($"error: there is no pin {MessageText.Quote(unknown)}; `pipelinekit pins --all` lists them").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        if (known.FirstOrDefault(u => names.Contains(u.Pin.Id, StringComparer.Ordinal) && u.Pin.Owner >= PinOwner.Repository) is { } held)
        {
            await environment.Error.WriteLineAsync($"error: {held.Pin.Id} is held at {held.Pin.Value} by {(held.Pin.Owner == PinOwner.Spec ? "`pins:` of the spec" : "a file of .pipelinekit/pins")}; change it there").ConfigureAwait(false);
            return ExitCode.ProblemsFound;
        }

        using var sources = new PinSources(run.Catalog, run.Root.Folder, environment.Variable);
        var days = int.Parse(parsed.GetValue(_olderThan)![..^1], CultureInfo.InvariantCulture);
        var update = await new PinUpdater(sources.Of, environment.Today, days, run.Spec!.Digests).AskAsync(Wanted(known, names), cancellation).ConfigureAwait(false);
        var nothing = update.Asked == 0 && update.NotAsked.Count > 0;
        var (digests, without) = nothing || !run.Spec.Digests ? ([], []) : await DigestsAsync(parsed, update, sources.Images, cancellation).ConfigureAwait(false);
        foreach (var (id, why) in update.NotAsked.Concat(without))
        {
            await environment.Error.WriteLineAsync($"warning {PinDiagnostics.NotAsked.Code}: {id} could not be asked for: {HiddenText.Visible(why)}").ConfigureAwait(false);
        }

        return nothing ? Nothing() : Write(parsed, known, update with { Newer = [.. update.Newer, .. digests] });
    }

    // Images that stand in the files once the newer pins are in, and still have no digest where the spec asks for digests.
    private async Task<(IReadOnlyList<(Pin, DateOnly?)> Found, IReadOnlyList<(string, string)> NotAsked)> DigestsAsync(ParseResult parsed, PinUpdate update, OciImages images, CancellationToken cancellation)
    {
        var run = workspaces.Open(parsed, _options, force: true, pins: [.. update.Newer.Select(n => n.Pin)]);
        var (found, notAsked) = (new List<(Pin, DateOnly?)>(), new List<(string, string)>());
        if (!GeneratePipeline.Run(run, GenerateStepKind.Adopt))
        {
            return (found, notAsked);
        }

        foreach (var gap in ImageGap.Of(run).Where(g => g.Id is not null && update.NotAsked.All(n => n.Id != g.Id)))
        {
            try
            {
                var digest = await images.DigestAsync(gap.Image, cancellation).ConfigureAwait(false);
                found.Add((new Pin(PinKind.Image, gap.Id!, $"{gap.Tag}@{digest}", PinOwner.Lock), null));
            }
            catch (PinSourceException e)
            {
                notAsked.Add((gap.Image, e.Message));
            }
        }

        return (found, notAsked);
    }

    // What is held is named by the owner of the repository, and changed by nobody else.
    private static IEnumerable<Pin> Wanted(IReadOnlyList<PinUse> known, string[] names) => known
        .Where(u => names.Length > 0 ? names.Contains(u.Pin.Id, StringComparer.Ordinal) : u.Places.Count > 0 && u.Pin.Owner < PinOwner.Repository)
        .Select(u => u.Pin);

    private int Nothing()
    {
        environment.Error.WriteLine("nothing could be asked; nothing was changed");
        return ExitCode.Failure;
    }

    private int Write(ParseResult parsed, IReadOnlyList<PinUse> known, PinUpdate update)
    {
        foreach (var (pin, day) in update.Newer)
        {
            var before = known.FirstOrDefault(u => u.Pin.Kind == pin.Kind && u.Pin.Id == pin.Id)?.Pin.Version ?? "";
            environment.Out.WriteLine($"{pin.Id}\t{before}\t{pin.Version}\t{pin.Commit}\t{(day is { } released ? released.ToString("O", CultureInfo.InvariantCulture) : "-")}");
        }

        if (update.Newer.Count == 0)
        {
            environment.Error.WriteLine($"{update.Asked} pins are as new as they can be");
            return ExitCode.Ok;
        }

        var run = workspaces.Open(parsed, _options, writes: true, pins: [.. update.Newer.Select(n => n.Pin)]);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Write);
        Reporter(parsed).Report(run);
        if (!good)
        {
            return run.Diagnostics.Sorted().Any(d => d.Descriptor == OutputDiagnostics.CannotWrite || d.Descriptor == OutputDiagnostics.WriterBusy) ? ExitCode.Failure : ExitCode.ProblemsFound;
        }

        FileTable.Write(environment, run.Planned, dryRun: false);
        return ExitCode.Ok;
    }

    private DiagnosticReporter Reporter(ParseResult parsed) => new(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet));

    [GeneratedRegex(@"\A[0-9]{1,4}d\z", RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
