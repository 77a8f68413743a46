using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Reports: a summary on the run's page, and everything as an artifact.</summary>
internal sealed class ReportSteps(GitHubContext context)
{
    // GitHub shows neither JUnit nor Cobertura. Python comes with its hosted images; elsewhere the step shows nothing, and it never decides.
    private const string Head = """
        import glob, sys
        from xml.etree import ElementTree
        roots = [ElementTree.parse(file).getroot() for path in sys.argv[1:] for file in sorted(glob.glob(path, recursive=True))]
        """;

    private const string Tests = """
        cases = [case for root in roots for case in root.iter("testcase")]
        failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
        print(f"{len(cases)} tests, {len(failed)} failed, {sum(case.find('skipped') is not None for case in cases)} skipped\n")
        for case in failed:
            print(f"- `{case.get('classname', '')} {case.get('name', '')}`".replace("` ", "`"))
        """;

    private const string Coverage = """
        for root in roots:
            if root.tag == "coverage":
                print(f"\nLine coverage: {float(root.get('line-rate')):.1%}")
        """;

    /// <summary>Shows results on the run's page.</summary>
    public IEnumerable<YamlMap> Summary(Job job)
    {
        var lines = SummaryLines(job).ToList();
        return lines.Count == 0
            ? []
            : [new YamlMap { ["name"] = StepNames.Summary, ["if"] = "${{ !cancelled() }}", ["run"] = RunText.Of(lines) }];
    }

    /// <summary>Keeps every report, whatever happened before.</summary>
    public IEnumerable<YamlMap> Keep(Job job)
    {
        var paths = Kept(job).Select(path => RepositoryPath.IsWithin(job.ReportsDirectory, path) ? job.ReportsDirectory + "/" : path).Distinct(StringComparer.Ordinal).ToList();
        if (paths.Count == 0 || !context.Dialect.KeepsArtifacts)
        {
            yield break;
        }

        yield return new YamlMap
        {
            ["name"] = StepNames.Reports,
            ["if"] = "${{ !cancelled() }}",
            ["uses"] = context.Uses("actions/upload-artifact"),
            ["with"] = new YamlMap
            {
                ["name"] = ArtifactNames.OfReports(job),
                ["path"] = Expressions.Text(string.Join('\n', paths)),
                ["include-hidden-files"] = true,
            },
        };
    }

    // Pages that are an artifact of the job anyway are not kept twice.
    private static IEnumerable<string> Kept(Job job) => job.Reports
        .Where(r => r.Kind != ReportKind.Html || !job.Artifacts.Any(a => a.Paths.Any(path => RepositoryPath.IsWithin(path, r.Path))))
        .Select(r => r.Path);

    private IEnumerable<string> SummaryLines(Job job)
    {
        var target = context.Dialect.ShowsSummaries ? ">> \"$GITHUB_STEP_SUMMARY\"" : "| tee -a \"$GITHUB_STEP_SUMMARY\"";
        var summaries = Paths(job, ReportKind.Summary).ToList();
        var tests = Paths(job, ReportKind.Junit).ToList();
        // A table of its own says more about coverage than one number.
        var coverage = summaries.Count > 0 ? [] : Paths(job, ReportKind.Cobertura).ToList();
        if (tests.Count + coverage.Count > 0)
        {
            var files = string.Join(' ', tests.Concat(coverage).Select(ShellWords.Quote));
            string[] program = [Head, .. tests.Count > 0 ? [Tests] : Array.Empty<string>(), .. coverage.Count > 0 ? [Coverage] : Array.Empty<string>()];
            yield return $"python3 - {files} << 'EOF' {target} || true\n{string.Join('\n', program).ReplaceLineEndings("\n")}\nEOF";
        }

        if (summaries.Count > 0)
        {
            yield return $"cat {string.Join(' ', summaries.Select(ShellWords.Pattern))} {target} || true";
        }
    }

    private static IEnumerable<string> Paths(Job job, ReportKind kind) =>
        job.Reports.Where(r => r.Kind == kind).Select(r => RepositoryPath.SeenFrom(job.Project.Path, r.Path));
}
