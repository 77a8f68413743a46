using System.CommandLine;
using PipelineKit.Cli.Hosting;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit completion</c>: the script by which a shell completes commands, options, stages, jobs and tools.</summary>
internal sealed class CompletionCommand(CliEnvironment environment) : ICliCommand
{
    // Each hands the words up to the cursor to the program and offers what it prints.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _pipelinekit() {
              local IFS=$'\n'
              COMPREPLY=($(pipelinekit __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
            }
            complete -o default -F _pipelinekit pipelinekit

            """,
        ["zsh"] = """
            #compdef pipelinekit
            _pipelinekit() {
              local -a found
              found=("${(@f)$(pipelinekit __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
              compadd -a found
            }
            compdef _pipelinekit pipelinekit

            """,
        ["fish"] = """
            complete -c pipelinekit -f -a '(pipelinekit __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'

            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName pipelinekit -ScriptBlock {
              param($word, $ast, $position)
              $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
              if ($word -eq '') { $words += '' }
              pipelinekit __complete @words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """,
    };

    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh" };

    public Command Build()
    {
        var command = new Command("completion", """
            Print the script that completes commands, options, stages, jobs and tools in a shell

            Examples:
              eval "$(pipelinekit completion bash)"                  in ~/.bashrc
              pipelinekit completion fish > ~/.config/fish/completions/pipelinekit.fish
            """);
        _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        command.Add(_shell);
        command.SetAction(parsed =>
        {
            environment.Out.Write(Scripts[parsed.GetRequiredValue(_shell)].ReplaceLineEndings("\n"));
            return ExitCode.Ok;
        });
        return command;
    }
}
