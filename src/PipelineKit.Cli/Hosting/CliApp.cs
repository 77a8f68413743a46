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

        var parsed = CommandList.Build(host.Services).Parse(args is ["pack", "pack", ..] ? ["pack", PackArchiveCommand.Name, .. args.Skip(2)] : args);
        if (parsed.Errors.Count > 0)
        {
            return ReportUsage(parsed, environment);
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

    private static int ReportUsage(ParseResult parsed, CliEnvironment environment)
    {
        foreach (var error in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
        {
            environment.Error.WriteLine($"error: {HiddenText.Visible(error)}");
        }

        var names = new Stack<string>();
        for (Symbol? symbol = parsed.CommandResult.Command; symbol is not null; symbol = symbol.Parents.FirstOrDefault())
        {
            names.Push(symbol is RootCommand ? "pipelinekit" : symbol.Name);
        }

        environment.Error.WriteLine($"see `{string.Join(' ', names)} --help`");
        return ExitCode.Usage;
    }
}
