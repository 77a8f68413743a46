using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Packs;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit update</c>: takes newer versions of packs, shows what they change in the output, then locks them.</summary>
internal sealed class UpdateCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string[]> _packs = new("pack") { Description = "Packs to update (default: all)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change, write nothing" };
    private readonly Option<bool> _locked = new("--locked") { Description = "Fetch exactly what the lock file names, change nothing" };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that are not ours or were edited by hand" };

    public Command Build()
    {
        var command = new Command("update", """
            Take newer versions of packs: show what changes in the generated files, then write and lock them

            Examples:
              pipelinekit update --dry-run     what the newest versions would change here
              pipelinekit update acme
              pipelinekit update --locked      on a fresh machine or in CI: fetch what is locked
            """);
        command.Add(_packs);
        _options.AddTo(command);
        command.Add(_dryRun);
        command.Add(_locked);
        command.Add(_force);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_locked) && (result.GetValue(_dryRun) || result.GetValue(_force)))
            {
                result.AddError("--locked changes nothing: it goes with neither --dry-run nor --force");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var first = workspaces.Open(parsed, _options);
        var reporter = new DiagnosticReporter(environment, parsed.GetValue(_options.Format)!, parsed.GetValue(_options.Quiet));
        var references = SpecPacks.Read(first);
        if (first.Diagnostics.HasErrors)
        {
            reporter.Report(first);
            return ExitCode.ProblemsFound;
        }

        var named = parsed.GetValue(_packs) ?? [];
        if (named.FirstOrDefault(n => !references.Any(r => r.Name.Value == n)) is { } unknown)
        {
            environment.Error.WriteLine($"error: the spec extends no pack {MessageText.Quote(unknown)}; {MessageText.ExpectedOneOf(references.Select(r => r.Name.Value))}");
            return ExitCode.Usage;
        }

        var wanted = references.Where(r => named.Length == 0 || named.Contains(r.Name.Value)).ToList();
        return parsed.GetValue(_locked) ? FetchLocked(first, wanted, reporter) : Update(parsed, first, wanted, reporter);
    }

    private int FetchLocked(GenerateRun run, List<PackReference> references, DiagnosticReporter reporter)
    {
        var updates = new PackUpdates(environment);
        foreach (var reference in references.Where(r => r.Origin.Kind is PackOriginKind.Git or PackOriginKind.NuGet))
        {
            if (!run.PackLocks.TryGetValue(reference.Name.Value, out var locked) || locked.From != reference.From.Value)
            {
                Refuse(run, reference, "it is not locked; `pipelinekit update` locks it");
                continue;
            }

            var found = updates.Locked(reference, locked);
            if (found.Lock is null)
            {
                Refuse(run, reference, found.Problem!);
            }
            else if (found.Lock.Hash != locked.Hash)
            {
                run.Diagnostics.Add(
                    PackDiagnostics.Changed,
                    reference.From.Span,
                    $"the pack {MessageText.Quote(reference.Name.Value)} is not the one that was locked: what its source gives for {locked.Version} has the SHA-256 {found.Lock.Hash}, and {LockFile.FilePath} holds {locked.Hash}");
            }
            else
            {
                environment.Error.WriteLine($"{reference.Name.Value} {locked.Version} is at hand");
            }
        }

        reporter.Report(run);
        return run.Diagnostics.HasErrors ? ExitCode.ProblemsFound : ExitCode.Ok;
    }

    private int Update(ParseResult parsed, GenerateRun first, List<PackReference> references, DiagnosticReporter reporter)
    {
        var relocked = Fetch(first, references);
        if (first.Diagnostics.HasErrors)
        {
            reporter.Report(first);
            return ExitCode.ProblemsFound;
        }

        // What it changes is shown before anything is written; a check compares everything and refuses nothing.
        var shown = workspaces.Open(parsed, _options, force: true, relocked: relocked);
        if (!GeneratePipeline.Run(shown, GenerateStepKind.Plan))
        {
            reporter.Report(shown);
            return ExitCode.ProblemsFound;
        }

        foreach (var planned in shown.Planned.Where(p => p.Changes))
        {
            DiffPrinter.Print(environment, planned);
        }

        Tell(first, shown, references);
        if (parsed.GetValue(_dryRun))
        {
            return ExitCode.Ok;
        }

        var written = workspaces.Open(parsed, _options, force: parsed.GetValue(_force), writes: true, relocked: relocked);
        var good = GeneratePipeline.Run(written, GenerateStepKind.Write);
        reporter.Report(written, withInfo: false);
        return good ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    private Dictionary<string, LockedPack?> Fetch(GenerateRun run, List<PackReference> references)
    {
        var updates = new PackUpdates(environment);
        var relocked = new Dictionary<string, LockedPack?>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var found = updates.Newest(reference);
            if (found.Problem is not null)
            {
                Refuse(run, reference, found.Problem);
            }

            relocked[reference.Name.Value] = found.Lock;
        }

        return relocked;
    }

    private void Tell(GenerateRun before, GenerateRun after, List<PackReference> references)
    {
        foreach (var pack in after.Packs.Packs.Where(p => references.Any(r => r.Name.Value == p.Name.Value)))
        {
            var old = before.PackLocks.GetValueOrDefault(pack.Name.Value);
            var change = old is null ? $"{pack.Version.Value} (new)"
                : old.Hash == pack.Content.Hash ? $"{pack.Version.Value} (unchanged)"
                : old.Version == pack.Version.Value ? $"{pack.Version.Value} (other content)"
                : $"{old.Version} -> {pack.Version.Value}";
            environment.Error.WriteLine($"{pack.Name.Value} {change}");
        }

        var files = after.Planned.Count(p => p.Changes);
        environment.Error.WriteLine(files == 0 ? "no file changes" : $"{files} of {after.Planned.Count} files change");
    }

    private static void Refuse(GenerateRun run, PackReference reference, string problem) =>
        run.Diagnostics.Add(PackDiagnostics.NotFetched, reference.From.Span, $"the pack {MessageText.Quote(reference.Name.Value)}: {problem}");
}
