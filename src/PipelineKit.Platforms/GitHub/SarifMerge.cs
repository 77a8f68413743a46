using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The step that merges the SARIF files of a job into one with one run per tool (<c>.pipelinekit/sarif.jq</c>).</summary>
internal static class SarifMerge
{
    public static string Target(string folder) => folder + ".sarif";

    /// <summary>The step.</summary>
    /// <param name="condition">When it runs, or null for always.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="project">What stands before relative paths in them: a text, or the expression that gives it.</param>
    public static YamlMap Step(string? condition, string folder, string project)
    {
        var step = new YamlMap { ["name"] = StepNames.MergeSarif };
        if (condition is not null)
        {
            step["if"] = condition;
        }

        var isExpression = project.StartsWith("${{", StringComparison.Ordinal);
        if (isExpression)
        {
            step["env"] = new YamlMap { ["FOLDER"] = project };
        }

        var argument = isExpression ? "\"$FOLDER\"" : ShellWords.Quote(project);
        step["run"] = RunText.Of(["shopt -s globstar", $"jq --slurp --from-file {WorkflowFiles.Sarif} --arg folder {argument} {folder}/**/*.sarif > {Target(folder)}"]);
        return step;
    }
}
