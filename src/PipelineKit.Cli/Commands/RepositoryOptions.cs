using System.CommandLine;

namespace PipelineKit.Cli.Commands;

/// <summary>The options by which every command finds the repository and decides how to talk.</summary>
internal sealed class RepositoryOptions
{
    public Option<string> Directory { get; } = new("--directory", "-C")
    {
        Description = "Folder of the repository (where the spec is)",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public Option<string> Spec { get; } = new("--spec")
    {
        Description = "Name of the spec in that folder",
        HelpName = "FILE",
        DefaultValueFactory = _ => "pipelinekit.yml",
    };

    public Option<string> Format { get; } = DiagnosticFormat();

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Only problems, no progress" };

    public void AddTo(Command command)
    {
        command.Add(Directory);
        command.Add(Spec);
        command.Add(Format);
        command.Add(Quiet);
    }

    private static Option<string> DiagnosticFormat()
    {
        var option = new Option<string>("--format") { Description = "How problems are printed", DefaultValueFactory = _ => "text" };
        return option.AcceptOnlyFromAmong("text", "json", "sarif", "github", "gitlab");
    }
}
