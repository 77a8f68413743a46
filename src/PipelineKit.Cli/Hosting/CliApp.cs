using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PipelineKit.Cli.Commands;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Cli.Hosting;

/// <summary>The program: a host with the services, the command tree, and the mapping of what happens to exit codes.</summary>
public static class CliApp
{
    // After Ctrl+C a run still has to end its children and to tell what it knows.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs one command line. Returns one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliEnvironment environment)
    {
        // The empty builder: no settings files, no environment, no console logging. The default one would also watch the whole tree for changes.
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton(environment);
        CommandList.Register(builder.Services);
        using var host = builder.Build();

        var root = CommandList.Build(host.Services);
        if (args.Count > 0 && args[0] == Completion.Word)
        {
            return Completion.Run(root, [.. args.Skip(1)], environment.Out);
        }

        var parsed = root.Parse(Meant(args));
        // Who asks for help need not have written the rest.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            UsageReport.Write(parsed, environment.Error);
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { Output = environment.Out, Error = environment.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience };
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await environment.Error.WriteLineAsync("stopped").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await environment.Error.WriteLineAsync($"error: {HiddenText.Visible(e.Message)}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
    }

    // The bare call and `help` show help, `help generate` that of a command; `pack pack` is another name of `pack archive`.
    private static IReadOnlyList<string> Meant(IReadOnlyList<string> args) => args switch
    {
        [] or ["help"] => ["--help"],
        ["help", ..] => [.. args.Skip(1), "--help"],
        ["pack", "pack", ..] => ["pack", PackArchiveCommand.Name, .. args.Skip(2)],
        _ => args,
    };
}
