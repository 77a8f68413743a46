using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PipelineKit.Cli.Commands;

namespace PipelineKit.Cli.Hosting;

/// <summary>All commands, in the order of the help text.</summary>
internal static class CommandList
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<Workspaces>();
        services.AddSingleton<ICliCommand, InitCommand>();
        services.AddSingleton<ICliCommand, GenerateCommand>();
        services.AddSingleton<ICliCommand, ValidateCommand>();
        services.AddSingleton<ICliCommand, ExplainCommand>();
        services.AddSingleton<ICliCommand, GraphCommand>();
        services.AddSingleton<ICliCommand, RunCommand>();
        services.AddSingleton<ICliCommand, EstimateCommand>();
        services.AddSingleton<ICliCommand, LicencesCommand>();
        services.AddSingleton<ICliCommand, ListCommand>();
        services.AddSingleton<ICliCommand, StageCommand>();
        services.AddSingleton<ICliCommand, PinsCommand>();
        services.AddSingleton<ICliCommand, TemplateCommand>();
        services.AddSingleton<ICliCommand, SchemaCommand>();
        services.AddSingleton<ICliCommand, UpdateCommand>();
        services.AddSingleton<ICliCommand, PackCommand>();
        services.AddSingleton<ICliCommand, FleetCommand>();
        services.AddSingleton<ICliCommand, CompletionCommand>();
    }

    public static RootCommand Build(IServiceProvider services)
    {
        var root = new RootCommand("One spec, three pipelines: GitHub Actions, GitLab CI and a Cake script from pipelinekit.yml.");
        foreach (var command in services.GetServices<ICliCommand>())
        {
            root.Add(command.Build());
        }

        HelpWithExamples.Apply(root);
        return root;
    }
}
