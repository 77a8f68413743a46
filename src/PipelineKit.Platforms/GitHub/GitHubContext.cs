using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>What all parts of one emission share.</summary>
internal sealed class GitHubContext(Pipeline pipeline, EmitContext emit, WorkflowDialect dialect)
{
    private readonly Dictionary<string, Job> _jobs = pipeline.Jobs.ToDictionary(j => j.Id, StringComparer.Ordinal);

    public Pipeline Pipeline { get; } = pipeline;

    public WorkflowDialect Dialect { get; } = dialect;

    public Settings Settings => Pipeline.Settings;

    public ArtifactNames Artifacts { get; } = new(pipeline);

    public Releases Releases { get; } = new(pipeline.Jobs);

    public Job FindJob(string id) => _jobs[id];

    /// <summary>An action at its commit, with its release as a comment.</summary>
    public YamlNode Uses(string action)
    {
        if (emit.Pins.FindAction(action) is { } pin)
        {
            return new YamlScalar($"{Dialect.ActionHost}{action}@{pin.Commit}").WithComment(pin.Version);
        }

        Report(
            PlatformDiagnostics.PinMissing,
            $"action \"{action}\" has no commit in the pin table",
            $"add it with its tag and commit to the spec: pins: {{ {action}: TAG@COMMIT }}");
        return action;
    }

    /// <summary>Labels for <c>runs-on</c>.</summary>
    public static YamlNode RunsOn(Runner runner) =>
        runner.GitHubLabels.Count == 1
            ? Expressions.Text(runner.GitHubLabels[0])
            : YamlList.Inline(runner.GitHubLabels.Select(Expressions.Literal));

    /// <summary>Where the jobs run that only look at things: where the pipeline's own Linux jobs run.</summary>
    public YamlNode HelperRunsOn() =>
        Pipeline.Jobs.FirstOrDefault(j => j.Runner is { Os: "linux", GitHubLabels.Count: > 0 }) is { } job ? RunsOn(job.Runner) : Dialect.HelperRunner;

    public void Report(DiagnosticDescriptor descriptor, string message, string? hint = null) =>
        emit.Diagnostics.Add(descriptor, SourceSpan.WholeFile(Pipeline.SpecFile), message, hint);
}
