using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>
/// Sends SARIF to code scanning: from one leaf, never from a fork's pull request (its token cannot write), and by default only in public
/// repositories (elsewhere it is a paid feature). Code scanning refuses several runs of one tool and category, so files that may hold such
/// runs are merged first, per tool.
/// </summary>
internal sealed class CodeScanningSteps(GitHubContext context)
{
    // One run per tool. Indexes point into tables of their own run and are dropped; ids stay. Suppressed results were dealt with in the code.
    private const string Merge = """
        .[0] + {runs: ([.[].runs[]] | group_by(.tool.driver.name) | map(
          (map(.tool.driver.rules[]?) | unique_by(.id)) as $rules
          | (map(.results[]? | select((.suppressions // []) == [])) | walk(if type == "object" then del(.index, .ruleIndex) else . end)) as $results
          | .[0] + {results: $results} | .tool.driver.rules = $rules | del(.artifacts)))}
        """;

    /// <summary>True when the job sends anything.</summary>
    public static bool Applies(Pipeline pipeline, Job job) =>
        pipeline.Settings.CodeScanning != CodeScanning.Off && job.Reports.Any(r => r.Kind == ReportKind.Sarif);

    public IEnumerable<YamlMap> Build(Job job)
    {
        if (!Applies(context.Pipeline, job))
        {
            yield break;
        }

        var categories = job.Reports.Where(r => r.Kind == ReportKind.Sarif).GroupBy(r => r.Category ?? job.Id, StringComparer.Ordinal).ToList();
        foreach (var category in categories)
        {
            var files = category.Select(r => r.Path).Distinct(StringComparer.Ordinal).ToList();
            var file = files[0];
            var condition = Condition(job, files);
            if (files.Count > 1 || file.Contains('*', StringComparison.Ordinal))
            {
                file = $"{job.ReportsDirectory}/{(categories.Count > 1 ? category.Key : "code-scanning")}.sarif";
                yield return MergeStep(job, files, file, condition);
            }

            yield return new YamlMap
            {
                ["name"] = StepNames.SendSarif,
                ["if"] = Condition(job, files),
                ["uses"] = context.Uses("github/codeql-action/upload-sarif"),
                ["with"] = new YamlMap { ["sarif_file"] = Expressions.Text(file), ["category"] = Expressions.Text(category.Key) },
            };
        }
    }

    private static YamlMap MergeStep(Job job, List<string> files, string target, YamlScalar condition)
    {
        string FromProject(string path) => RepositoryPath.SeenFrom(job.Project.Path, path);
        var patterns = files.Select(file => ShellWords.Pattern(FromProject(file)));
        var line = $"jq -s '{Merge.ReplaceLineEndings("\n")}' {string.Join(' ', patterns)} > {ShellWords.File(FromProject(target))}";
        return new YamlMap
        {
            ["name"] = StepNames.MergeSarif,
            ["if"] = condition,
            ["run"] = RunText.Of(["shopt -s globstar nullglob", line]),
        };
    }

    private YamlScalar Condition(Job job, IReadOnlyList<string> files) => Expressions.If(
    [
        "!cancelled()",
        $"hashFiles({string.Join(", ", files.Select(Expressions.Quoted))}) != ''",
        .. PrimaryLeaf.Terms(job),
        context.Settings.CodeScanning == CodeScanning.Auto ? "github.event.repository.visibility == 'public'" : null,
        "github.event.pull_request.head.repo.fork != true",
    ])!;
}
