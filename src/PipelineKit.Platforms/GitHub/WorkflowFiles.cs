using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub.Steps;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Programs that a workflow calls: each stands in a file of its own, where it can be read, run and linted.</summary>
internal static class WorkflowFiles
{
    /// <summary>Shows tests and coverage in the job's summary.</summary>
    public const string Summary = ".pipelinekit/summary.py";

    /// <summary>Puts the runs of one tool together.</summary>
    public const string Sarif = ".pipelinekit/sarif.jq";

    /// <summary>The files that the workflow of a pipeline needs.</summary>
    public static IEnumerable<EmittedFile> Of(Pipeline pipeline, WorkflowDialect dialect)
    {
        if (dialect.ShowsSummaries && pipeline.Jobs.Any(ReportSteps.ShowsResults))
        {
            yield return File(Summary);
        }

        if (CodeScanningJob.Merges(pipeline, dialect))
        {
            yield return File(Sarif);
        }
    }

    private static EmittedFile File(string path)
    {
        using var stream = typeof(WorkflowFiles).Assembly.GetManifestResourceStream("GitHub/" + Path.GetFileName(path))!;
        using var reader = new StreamReader(stream);
        return new EmittedFile { Path = path, Text = reader.ReadToEnd().ReplaceLineEndings("\n") };
    }
}
