using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The step that merges the SARIF files of a job into one with one run per tool (<c>.pipelinekit/sarif.jq</c>).</summary>
internal static class SarifMerge
{
    public static string Target(string folder) => folder + ".sarif";

    public static YamlMap Step(string? condition, string folder, bool withFolder)
    {
        var step = new YamlMap { ["name"] = StepNames.MergeSarif };
        if (condition is not null)
        {
            step["if"] = condition;
        }

        if (withFolder)
        {
            step["env"] = new YamlMap { ["FOLDER"] = "${{ matrix.folder }}" };
        }

        var argument = withFolder ? "\"$FOLDER\"" : "\"\"";
        step["run"] = RunText.Of(["shopt -s globstar", $"jq --slurp --from-file {WorkflowFiles.Sarif} --arg folder {argument} {folder}/**/*.sarif > {Target(folder)}"]);
        return step;
    }
}
