using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Reports: a summary on the run's page, and everything as an artifact.</summary>
internal sealed class ReportSteps(GitHubContext context)
{
    // GitHub shows neither JUnit nor Cobertura. Python comes with its hosted images; elsewhere the step shows nothing, and never decides.
    private const string Table = """
        import glob, sys
        from xml.etree import ElementTree
        roots = [ElementTree.parse(file).getroot() for path in sys.argv[1:] for file in sorted(glob.glob(path, recursive=True))]
        cases = [case for root in roots for case in root.iter("testcase")]
        failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
        skipped = [case for case in cases if case.find("skipped") is not None]
        if cases:
            print("| Tests | Failed | Skipped |\n| ---: | ---: | ---: |")
            print(f"| {len(cases)} | {len(failed)} | {len(skipped)} |\n")
        for case in failed:
            print(f"- `{case.get('classname', '')}` `{case.get('name', '')}`")
        for root in roots:
            if root.tag == "coverage":
                print(f"\nLine coverage: {float(root.get('line-rate')):.1%}")
        """;

    /// <summary>Shows results on the run's page.</summary>
    public static IEnumerable<YamlMap> Summary(Job job)
    {
        var lines = SummaryLines(job).ToList();
        return lines.Count == 0
            ? []
            : [new YamlMap { ["name"] = StepNames.Summary, ["if"] = "${{ !cancelled() }}", ["run"] = RunText.Of(lines) }];
    }

    /// <summary>Keeps every report, whatever happened before.</summary>
    public IEnumerable<YamlMap> Keep(Job job)
    {
        if (job.Reports.Count == 0)
        {
            yield break;
        }

        var elsewhere = job.Reports.Select(r => r.Path).Where(path => !RepositoryPath.IsWithin(job.ReportsDirectory, path)).Distinct(StringComparer.Ordinal);
        yield return new YamlMap
        {
            ["name"] = StepNames.Reports,
            ["if"] = "${{ !cancelled() }}",
            ["uses"] = context.Uses("actions/upload-artifact"),
            ["with"] = new YamlMap
            {
                ["name"] = context.Artifacts.OfReports(job),
                ["path"] = Expressions.Text(string.Join('\n', elsewhere.Prepend(job.ReportsDirectory + "/"))),
                ["include-hidden-files"] = true,
            },
        };
    }

    private static IEnumerable<string> SummaryLines(Job job)
    {
        var summaries = Paths(job, ReportKind.Summary).ToList();
        var xml = Paths(job, ReportKind.Junit).Concat(summaries.Count > 0 ? [] : Paths(job, ReportKind.Cobertura)).ToList();
        if (xml.Count > 0)
        {
            var files = string.Join(' ', xml.Select(ShellWords.Quote));
            yield return $"python3 - {files} << 'EOF' >> \"$GITHUB_STEP_SUMMARY\" || true\n{Table.ReplaceLineEndings("\n")}\nEOF";
        }

        if (summaries.Count > 0)
        {
            yield return $"cat {string.Join(' ', summaries.Select(ShellWords.Pattern))} >> \"$GITHUB_STEP_SUMMARY\" || true";
        }
    }

    private static IEnumerable<string> Paths(Job job, ReportKind kind) =>
        job.Reports.Where(r => r.Kind == kind).Select(r => RepositoryPath.SeenFrom(job.Project.Path, r.Path));
}
