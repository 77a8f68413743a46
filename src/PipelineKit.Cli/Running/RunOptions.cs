using System.CommandLine;
using System.CommandLine.Completions;
using PipelineKit.Execution;

namespace PipelineKit.Cli.Running;

/// <summary>The options of <c>run</c>.</summary>
internal sealed class RunOptions
{
    private readonly Argument<string[]> _targets = new("stage") { HelpName = "stage", Description = "Stages or jobs (default: the quality gate)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _project = new("--project") { Description = "Only jobs of this project", HelpName = "NAME" };
    private readonly Option<int?> _jobs = new("--jobs") { Description = "At most so many jobs at once (default: the number of processors)", HelpName = "N" };
    private readonly Option<bool> _allowSkips = new("--allow-skips") { Description = "What cannot run here is left out and fails nothing" };
    private readonly Option<bool> _allowPublish = new("--allow-publish") { Description = "Let jobs publish and deploy" };
    private readonly Option<bool> _incremental = new("--incremental") { Description = "Leave out jobs whose inputs are as they were when they last passed" };
    private readonly Option<string?> _changed = new("--changed")
    {
        Description = "Leave out jobs of which no file differs from this revision (default: where the branch left the default branch)",
        HelpName = "REVISION",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _exclusive = new("--exclusive") { Description = "Without the jobs that the named ones need" };

    public RunOptions()
    {
        _jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--jobs takes a whole number from 1");
            }
        });
        Format.AcceptOnlyFromAmong("text", "json");
    }

    /// <summary>How the result is written.</summary>
    public Option<string> Format { get; } = new("--format") { Description = "What is written to standard output", DefaultValueFactory = _ => "text" };

    /// <summary>Only the commands.</summary>
    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Print the commands that would run, and run nothing" };

    /// <summary>All output of the jobs on standard error.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Show the whole output of the jobs, not only the end of a failure" };

    /// <param name="command">The command <c>run</c>.</param>
    /// <param name="names">Stages and jobs, for completion.</param>
    public void AddTo(Command command, Func<CompletionContext, IEnumerable<CompletionItem>> names)
    {
        _targets.CompletionSources.Add(names);
        command.Add(_targets);
        Option[] options = [_project, _jobs, _allowSkips, _allowPublish, _incremental, _changed, _exclusive, DryRun, Format, Verbose];
        Array.ForEach(options, command.Add);
        command.Validators.Add(result =>
        {
            if (result.GetValue(DryRun) && result.GetValue(Format) == "json")
            {
                result.AddError("--dry-run and --format json exclude each other");
            }
        });
    }

    /// <summary>What the command line asks for. An empty <see cref="RunRequest.ChangedSince"/> stands for the default branch.</summary>
    public RunRequest Read(ParseResult parsed) => new()
    {
        Targets = [.. (parsed.GetValue(_targets) ?? []).Distinct(StringComparer.Ordinal)],
        Project = parsed.GetValue(_project),
        Parallelism = parsed.GetValue(_jobs) ?? Environment.ProcessorCount,
        AllowSkips = parsed.GetValue(_allowSkips),
        AllowPublish = parsed.GetValue(_allowPublish),
        Incremental = parsed.GetValue(_incremental),
        ChangedSince = parsed.GetResult(_changed) is { Implicit: false } ? parsed.GetValue(_changed) ?? "" : null,
        Exclusive = parsed.GetValue(_exclusive),
        ShowOutput = parsed.GetValue(Verbose),
    };
}
