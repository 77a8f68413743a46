using PipelineKit.Core.Model;
using PipelineKit.Core.Resolution;
using PipelineKit.Execution.Jobs;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Reporting;

/// <summary>The commands that would run, in order, with folders and variables. Nothing is started.</summary>
public static class DryRun
{
    /// <summary>Writes them.</summary>
    /// <param name="writer">Receives the lines.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="request">What would run.</param>
    /// <param name="variables">The environment.</param>
    public static void Write(TextWriter writer, Pipeline pipeline, RunRequest request, IReadOnlyDictionary<string, string> variables)
    {
        foreach (var plan in JobSelection.Of(Readers.OfLaptop(pipeline), request).SelectMany(j => Leaf.Expand(j.Matrix).Select(l => new LeafPlan(j, l, variables))))
        {
            var job = plan.Job;
            writer.WriteLine($"{plan.Name}{(job.Project.Path == "." ? "" : " in " + job.Project.Path)}");
            foreach (var (name, value) in job.Env)
            {
                writer.WriteLine($"    {name}={Shown(value)}");
            }

            foreach (var argv in plan.Install)
            {
                writer.WriteLine("    $ " + CommandText.Of(argv));
            }

            foreach (var command in job.Run)
            {
                writer.WriteLine($"    $ {CommandText.Of(Argv(plan, command))}{(command.Stdout is null ? "" : " > " + command.Stdout)}");
            }
        }
    }

    private static IReadOnlyList<string> Argv(LeafPlan plan, Command command) => command.Script is { } script
        ? CommandText.ForScript(script, command.Shell)
        : [.. command.Argv.Select(v => v is EnvReference reference ? "$" + reference.Name : plan.Resolve(v, null))];

    private static string Shown(Value value) => value switch
    {
        LiteralValue literal => CommandText.Of([literal.Text]),
        MatrixValue matrix => $"<matrix {matrix.Axis}>",
        EnvReference reference => $"<env {reference.Name}>",
        SecretValue secret => $"<secret {secret.Name}>",
        ServiceValue service => $"<service {service.Service}.{service.Get}>",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
