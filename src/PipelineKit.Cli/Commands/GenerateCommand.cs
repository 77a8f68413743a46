using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit generate</c>: writes the pipelines, or says what would change.</summary>
internal sealed class GenerateCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Option<bool> _check = new("--check") { Description = "Write nothing; print what differs and exit 1 if anything does" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Write nothing; print every file as it would be" };
    private readonly Option<bool> _print = new("--print") { Description = "Write, then print the main file of every target" };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that are not ours or were edited by hand" };

    public Command Build()
    {
        var command = new Command("generate", """
            Write the pipelines that the spec describes

            Examples:
              pipelinekit generate                 write what changed
              pipelinekit generate --check         in CI: fail when a committed file is out of date
              pipelinekit generate -C services/api --dry-run
            """);
        _options.AddTo(command);
        command.Add(_check);
        command.Add(_dryRun);
        command.Add(_print);
        command.Add(_force);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_check) && result.GetValue(_dryRun))
            {
                result.AddError("--check and --dry-run exclude each other");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var check = parsed.GetValue(_check);
        var dryRun = parsed.GetValue(_dryRun);
        // A check compares everything and refuses nothing: the difference itself is the answer.
        var run = workspaces.Open(parsed, _options, force: check || dryRun || parsed.GetValue(_force), writes: !check && !dryRun);
        var reporter = new DiagnosticReporter(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet));
        var good = GeneratePipeline.Run(run, check || dryRun ? GenerateStepKind.Plan : GenerateStepKind.Write);
        // What a platform cannot hold is told when the files change, not at every run.
        reporter.Report(run, withInfo: run.Planned.Any(p => p.Changes) || run.Diagnostics.Sorted().Any(d => d.Descriptor == OutputDiagnostics.Recovered));
        if (!good)
        {
            return run.Diagnostics.Sorted().Any(d => d.Descriptor == OutputDiagnostics.CannotWrite || d.Descriptor == OutputDiagnostics.WriterBusy) ? ExitCode.Failure : ExitCode.ProblemsFound;
        }

        return check ? ReportDrift(run, parsed.GetValue(_options.Quiet)) : Finish(run, parsed, dryRun);
    }

    private int Finish(GenerateRun run, ParseResult parsed, bool dryRun)
    {
        var mains = run.Emitted.Values.Select(files => files[0].Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in run.Outputs.Where(f => dryRun || (parsed.GetValue(_print) && mains.Contains(f.Path))))
        {
            environment.Out.Write($"==> {file.Path} <==\n{file.Text}\n");
        }

        if (!parsed.GetValue(_options.Quiet))
        {
            FileTable.Write(environment, run.Planned, dryRun);
        }

        return ExitCode.Ok;
    }

    private int ReportDrift(GenerateRun run, bool quiet)
    {
        var drifted = run.Planned.Where(p => p is { Changes: true, WaitsForPins: false }).ToList();
        foreach (var planned in drifted)
        {
            DiffPrinter.Print(environment, planned);
        }

        if (drifted.Count > 0)
        {
            environment.Error.WriteLine($"{drifted.Count} of {run.Planned.Count} files differ from {run.SpecFile}; run `pipelinekit generate` and commit the result");
            return ExitCode.ProblemsFound;
        }

        if (!quiet)
        {
            environment.Error.WriteLine($"{run.Planned.Count} files are up to date with {run.SpecFile}");
        }

        return ExitCode.Ok;
    }
}
