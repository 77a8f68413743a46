using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>What a Cake script cannot do as CI does, said once per job (PK33xx). Each code has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class CakeDiagnostics
{
    /// <summary>A task exists, does nothing and says so.</summary>
    public static readonly DiagnosticDescriptor PlatformOperation = new("PK3301", "An operation of the CI platform has no counterpart in Cake", Severity.Info);

    /// <summary>The commands run on the machine itself.</summary>
    public static readonly DiagnosticDescriptor Container = new("PK3302", "The job's container image is not used by Cake", Severity.Warning);

    /// <summary>Publishing from a laptop needs a secret in the environment.</summary>
    public static readonly DiagnosticDescriptor IdentityToken = new("PK3303", "There are no identity tokens on a laptop", Severity.Info);

    /// <summary>Cake does not tell upper from lower case in the names of tasks.</summary>
    public static readonly DiagnosticDescriptor NameTaken = new("PK3304", "Two tasks of the script would have the same name", Severity.Error);

    /// <summary>On other systems the job is skipped, which fails the gate unless skips are allowed.</summary>
    public static readonly DiagnosticDescriptor OperatingSystem = new("PK3305", "The job runs on one operating system only", Severity.Info);

    /// <summary>All codes of this platform.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [PlatformOperation, Container, IdentityToken, NameTaken, OperatingSystem];

    internal static void Check(Pipeline pipeline, DiagnosticBag diagnostics)
    {
        var span = SourceSpan.WholeFile(pipeline.SpecFile);
        foreach (var job in pipeline.Jobs)
        {
            CheckJob(job, span, diagnostics);
        }

        CheckNames(pipeline, span, diagnostics);
    }

    private static void CheckJob(Job job, SourceSpan span, DiagnosticBag diagnostics)
    {
        foreach (var place in TextCheck.NulIn(job))
        {
            diagnostics.Add(PlatformDiagnostics.TextNotRepresentable, span, $"job \"{job.Id}\", {place}: the character NUL ends a text and cannot be passed on");
        }

        if (job.PlatformOperation is { } operation)
        {
            diagnostics.Add(PlatformOperation, span, $"job \"{job.Id}\": \"{operation}\" is an operation of the CI platform; its Cake task does nothing and says so");
        }

        if (job.Runner.Image is { } image)
        {
            diagnostics.Add(Container, span, $"job \"{job.Id}\" asks for the container image \"{image}\"; Cake runs its commands on the machine itself");
        }

        if (job.Oidc is { } registry)
        {
            var hint = registry.SecretVariable is { } variable ? $"with --allow-publish, set {variable} in the environment" : null;
            diagnostics.Add(IdentityToken, span, $"job \"{job.Id}\" signs in to \"{registry.Id}\" by identity token, which only CI platforms give", hint);
        }

        if (job.Runner.Os is "windows" or "macos")
        {
            diagnostics.Add(OperatingSystem, span, $"job \"{job.Id}\" runs on {job.Runner.Os} only; elsewhere Cake skips it, which fails the gate unless --allow-skips is given");
        }
    }

    // Cake does not tell upper from lower case. A job that has its stage's name stands for both.
    private static void CheckNames(Pipeline pipeline, SourceSpan span, DiagnosticBag diagnostics)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Default"] = "the default task", ["quality-gate"] = "the gate" };
        foreach (var job in pipeline.Jobs)
        {
            Take(job.Id, $"job \"{job.Id}\"");
        }

        foreach (var stage in pipeline.Jobs.Select(j => j.Stage).Distinct(StringComparer.Ordinal))
        {
            if (!pipeline.Jobs.Any(j => j.Id == stage && j.Stage == stage))
            {
                Take(stage, $"stage \"{stage}\"");
            }
        }

        void Take(string name, string owner)
        {
            if (!names.TryAdd(name, owner))
            {
                diagnostics.Add(NameTaken, span, $"{owner} and {names[name]} would be the same task of the Cake script", "rename one of them; upper and lower case do not count");
            }
        }
    }
}
