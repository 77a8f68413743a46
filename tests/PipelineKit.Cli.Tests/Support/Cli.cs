using PipelineKit.Cli.Hosting;

namespace PipelineKit.Cli.Tests.Support;

/// <summary>Runs the program in process and keeps what it printed.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(string folder, params string[] args) => RunAsync(folder, e => e, args);

    /// <param name="folder">Folder it is started in.</param>
    /// <param name="change">What is different from a program in a pipe that sees no variables.</param>
    /// <param name="args">The command line.</param>
    public static async Task<CliResult> RunAsync(string folder, Func<CliEnvironment, CliEnvironment> change, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new StringReader("");
        var environment = new CliEnvironment
        {
            Out = output,
            Error = error,
            In = input,
            WorkingDirectory = folder,
            Variable = _ => null,
            Today = new DateOnly(2026, 11, 21),
        };
        var exit = await CliApp.RunAsync(args, change(environment));
        return new CliResult(exit, output.ToString(), error.ToString());
    }
}

/// <summary>What a run of the program gave.</summary>
internal sealed record CliResult(int Exit, string Out, string Error)
{
    public override string ToString() => $"exit {Exit}\n--- out\n{Out}\n--- err\n{Error}";
}
