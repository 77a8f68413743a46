using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>Refuses values that refer to a matrix axis, variable or service which the job does not have.</summary>
internal static class ReferenceCheck
{
    public static void Check(Job job, SourceSpan span, DiagnosticBag diagnostics)
    {
        var axes = (job.Matrix?.Axes ?? []).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var variables = job.Env.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var services = job.Services.Select(s => s.Alias).ToHashSet(StringComparer.Ordinal);
        var values = job.Env.Select(e => e.Value)
            .Concat(job.Toolchains.Select(t => t.Version))
            .Concat((job.Install?.Run ?? []).SelectMany(r => r))
            .Concat(job.Run.SelectMany(c => c.Argv));
        foreach (var value in values)
        {
            var missing = value switch
            {
                MatrixValue matrix when !axes.Contains(matrix.Axis) => $"the matrix axis \"{matrix.Axis}\"",
                EnvReference env when !variables.Contains(env.Name) => $"the variable \"{env.Name}\"",
                ServiceValue service when !services.Contains(service.Service) => $"the service \"{service.Service}\"",
                _ => null,
            };
            if (missing is not null)
            {
                diagnostics.Add(ResolutionDiagnostics.UnknownReference, span, $"job \"{job.Id}\" refers to {missing}, which it does not have");
            }
        }
    }
}
