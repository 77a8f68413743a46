using System.CommandLine;

namespace PipelineKit.Cli.Commands;

/// <summary>One command of the program.</summary>
internal interface ICliCommand
{
    /// <summary>Makes the command with its options and action.</summary>
    Command Build();
}
