using System.Collections.Immutable;
using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Licences;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Generation;
using PipelineKit.Licences;
using PipelineKit.Licences.Output;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit licences</c>: the licences of the dependencies, decided by the policy of the spec.</summary>
internal sealed class LicencesCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Argument<string?> _path = new("path") { Description = "Folder, lock file or SBOM to check (default: the folder of the spec)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _format = new("--format") { Description = "What is written to standard output", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> _explain = new("--explain") { Description = "Print the chain of evidence of this package instead", HelpName = "PACKAGE" };
    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "Folders below PATH that are not searched; * stands for any characters",
        HelpName = "GLOB",
        AllowMultipleArgumentsPerToken = false,
    };

    public Command Build()
    {
        var command = new Command("licences", """
            Check the licences of the dependencies by the policy of the spec

            Needs no network. Without a spec, or without the stage licence-check in it, strong and network copyleft and unknown licences are denied.
            Exit codes: 0 nothing denied, 1 denied or expired, 2 wrong policy or command line, 3 an input could not be read.

            Examples:
              pipelinekit licences
              pipelinekit licences --explain left-pad
              pipelinekit licences --format notices > THIRD-PARTY-NOTICES
              pipelinekit licences --exclude 'tests/*' --format cyclonedx services/api > sbom.json
            """);
        command.Aliases.Add("licenses");
        command.Add(_path);
        command.Add(_options.Directory);
        command.Add(_options.Spec);
        command.Add(_options.Quiet);
        command.Add(_format.AcceptOnlyFromAmong([.. LicenceReportWriters.All.Select(writer => writer.Format)]));
        command.Add(_explain);
        command.Add(_exclude);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            return Request(parsed) is { } request ? Check(request, parsed) : ExitCode.Usage;
        }
        catch (FormatException e)
        {
            environment.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Usage;
        }
    }

    private LicenceScanRequest? Request(ParseResult parsed)
    {
        var run = workspaces.Open(parsed, _options);
        var full = parsed.GetValue(_path) is { } path ? Path.GetFullPath(Path.Combine(environment.WorkingDirectory, path)) : run.Root.Folder;
        var request = new LicenceScanRequest
        {
            Path = full,
            Today = environment.Today,
            PackageFolders = PackageFolders(),
            Exclude = [.. parsed.GetValue(_exclude) ?? []],
        };
        if (!File.Exists(run.Root.FullPath(run.SpecFile)))
        {
            return parsed.GetResult(_options.Spec) is { Implicit: false } ? throw new FormatException($"there is no spec {run.SpecFile}") : request;
        }

        var good = GeneratePipeline.Run(run, GenerateStepKind.Validate);
        new DiagnosticReporter(environment, "text", parsed.GetValue(_options.Quiet)).Report(run, withInfo: false);
        return good ? BySpec(request, run) : null;
    }

    private static LicenceScanRequest BySpec(LicenceScanRequest request, GenerateRun run)
    {
        var path = Path.GetRelativePath(run.Root.Folder, request.Path).Replace('\\', '/');
        if (Path.IsPathRooted(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal))
        {
            throw new FormatException($"{path} lies outside the folder of {run.SpecFile}, so its policy is not for it; name the right folder with --directory");
        }

        var folder = File.Exists(request.Path) ? Path.GetDirectoryName(path)!.Replace('\\', '/') : path;
        return request with
        {
            Policy = SpecProjects.PolicyFor(run.Spec!, path),
            Exclude = [.. request.Exclude, .. SpecProjects.Others(run.Spec!, path)],
            FolderInRepository = folder == "." ? "" : folder,
        };
    }

    private int Check(LicenceScanRequest request, ParseResult parsed)
    {
        var format = parsed.GetValue(_format)!;
        ILicenceReportWriter writer = format == "table" && environment.TerminalOut ? new TerminalLicenceTable(environment) : LicenceReportWriters.Find(format)!;
        using var data = new Utf8WriterStream(environment.Out);
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = LicenceCommand.Run(request, writer, parsed.GetValue(_explain), data, errors);
        if (!parsed.GetValue(_options.Quiet) || exit > ExitCode.ProblemsFound)
        {
            environment.Error.Write(errors.ToString());
        }

        return exit;
    }

    // NuGet's global packages folder: learn.microsoft.com/nuget/consume-packages/managing-the-global-packages-and-cache-folders
    private ImmutableArray<string> PackageFolders()
    {
        var home = environment.Variable("HOME") ?? environment.Variable("USERPROFILE");
        var folder = environment.Variable("NUGET_PACKAGES") is { Length: > 0 } own ? own : home is { Length: > 0 } ? Path.Combine(home, ".nuget", "packages") : null;
        return folder is not null && Directory.Exists(Path.Combine(environment.WorkingDirectory, folder)) ? [Path.GetFullPath(Path.Combine(environment.WorkingDirectory, folder))] : [];
    }
}
