using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>The commands of a job as calls: one for the install, for each command, and for what must be there afterwards.</summary>
internal sealed class CommandCalls(Job job, StageSyntax syntax)
{
    /// <summary>The calls, in order.</summary>
    public IReadOnlyList<CommandCall> All()
    {
        var calls = new List<CommandCall>();
        if (job.Install is { } install)
        {
            calls.Add(new(Install(install), CallTime.First));
        }

        foreach (var command in job.Run)
        {
            var when = command.Always ? CallTime.Always : CallTime.InOrder;
            if (FolderOf(command) is { } folder)
            {
                calls.Add(new($"{syntax.Alias}EnsureDirectoryExists({CSharpText.Literal(folder)})", when));
            }

            calls.Add(new(Run(command), when));
        }

        if (job.Run.Count == 0)
        {
            var text = job.Pages is { } pages ? $"The pages are in {pages.Directory}." : "There is nothing to do on this machine.";
            calls.Add(new($"{syntax.Alias}Information({CSharpText.Literal(text)})"));
        }

        if (Promises() is { Count: > 0 } promises)
        {
            calls.Add(new($"Expect({string.Join(", ", promises.Select(CSharpText.Literal))})"));
        }

        if (job.Matrix is { } matrix && ReportsFolder.Of(job) is not null)
        {
            calls.Add(new($"{syntax.Alias}CopyDirectory({CSharpText.Literal(job.ReportsDirectory)}, {MatrixLoop.FolderOf(job, matrix)})", CallTime.Last));
        }

        return calls;
    }

    private string Install(Install install)
    {
        var commands = string.Join(", ", install.Run.Select(argv => CSharpText.List(argv.Select(word => CSharpText.Of(word, job, syntax)))));
        var versions = StageVariables.Versions(job);
        return versions is null ? $"Install({commands})" : $"Install({versions}, {commands})";
    }

    private string Run(Command command)
    {
        var options = new List<string>();
        if (command.Stdout is { } file)
        {
            options.Add("to: " + CSharpText.Literal(file));
        }

        if (command.Always)
        {
            options.Add("always: true");
        }
        else if (command.OnFailure == OnFailure.Report && command.Findings.Count > 0)
        {
            options.Add($"findings: {CSharpText.List(CommandText.Findings(command))}");
        }
        else if (command.OnFailure == OnFailure.Later)
        {
            options.Add("later: true");
        }

        var words = command.Script is { } script ? Shell(command.Shell ?? "sh", script) : [.. command.Argv.Select(word => CSharpText.Of(word, job, syntax))];
        return options.Count == 0 ? $"Run({string.Join(", ", words)})" : $"Run({CSharpText.List(words)}, {string.Join(", ", options)})";
    }

    // The options that the CI platforms use: the first failing command ends the shell.
    private static IReadOnlyList<string> Shell(string shell, string script) => shell switch
    {
        "bash" => Literals("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script),
        "pwsh" => Literals(
            "pwsh", "-NoProfile", "-NonInteractive", "-Command",
            "$ErrorActionPreference = 'stop'\n" + script + "\nif ((Test-Path -LiteralPath variable:LASTEXITCODE)) { exit $LASTEXITCODE }"),
        _ => Literals(shell, "-e", "-c", script),
    };

    private static IReadOnlyList<string> Literals(params string[] words) => [.. words.Select(CSharpText.Literal)];

    // The folder of the reports is there; any other is made for the file.
    private string? FolderOf(Command command)
    {
        if (command.Stdout is not { } file || file.LastIndexOf('/') is not (> 0 and var slash))
        {
            return null;
        }

        var folder = job.Project.Path == "." ? file[..slash] : $"{job.Project.Path}/{file[..slash]}";
        return ReportsFolder.Of(job) is not null && string.Equals(folder, job.ReportsDirectory, StringComparison.Ordinal) ? null : folder;
    }

    // What commands print into a file is there anyway, and what a command that decides nothing leaves cannot decide either.
    private IReadOnlyList<string> Promises()
    {
        var printed = job.Run.Where(command => command.Stdout is not null)
            .Select(command => job.Project.Path == "." ? command.Stdout! : $"{job.Project.Path}/{command.Stdout}").ToHashSet(StringComparer.Ordinal);
        var reports = job.Reports.Where(report => report.Kind != ReportKind.Summary && !printed.Contains(report.Path)).Select(report => report.Path);
        var artifacts = job.Artifacts.Where(artifact => artifact.Required).SelectMany(artifact => artifact.Paths);
        return [.. reports.Concat(artifacts).Select(path => path.TrimEnd('/')).Distinct(StringComparer.Ordinal)];
    }
}
