using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// Merges SARIF files into one with one run per tool (SARIF 2.1.0, section 3.14). Indexes point into tables of their own run and are dropped,
/// the ids beside them stay; results that were suppressed in the code are left out, as the tool itself does.
/// </summary>
internal static class SarifMerge
{
    private const string Program = """
        .[0] + {runs: [[.[].runs[]] | group_by(.tool.driver.name)[]
          | (map(.tool.driver.rules[]?) | unique_by(.id)) as $rules
          | .[0] + {results: (map(.results[]? | select((.suppressions // []) == [])) | walk(
              if type == "object" then del(.index, .ruleIndex) else . end) | unique)}
          | .tool.driver.rules = $rules | del(.artifacts)]}
        """;

    // Tools that run in a project's folder may write paths relative to it; those with a base of their own are complete.
    private const string ProgramWithFolder = """
        .[0] + {runs: [[.[].runs[]] | group_by(.tool.driver.name)[]
          | (map(.tool.driver.rules[]?) | unique_by(.id)) as $rules
          | (.[0].originalUriBaseIds // {}) as $bases
          | .[0] + {results: (map(.results[]? | select((.suppressions // []) == [])) | walk(
              if type == "object" then del(.index, .ruleIndex) else . end
              | if type == "object" and (.uri | type) == "string" and $bases[.uriBaseId // ""].uri == null
                  and (.uri | test("^([A-Za-z][A-Za-z0-9+.-]*:|/)") | not) then .uri = $folder + .uri else . end) | unique)}
          | .tool.driver.rules = $rules | del(.artifacts)]}
        """;

    public static string Target(string folder) => folder + ".sarif";

    public static YamlMap Step(string condition, string folder, bool withFolder)
    {
        var step = new YamlMap { ["name"] = StepNames.MergeSarif, ["if"] = condition };
        if (withFolder)
        {
            step["env"] = new YamlMap { ["FOLDER"] = "${{ matrix.folder }}" };
        }

        var arguments = withFolder ? "--arg folder \"$FOLDER\" " : "";
        var program = (withFolder ? ProgramWithFolder : Program).ReplaceLineEndings("\n");
        step["run"] = RunText.Of(["shopt -s globstar", $"jq -s {arguments}'{program}' {folder}/**/*.sarif > {Target(folder)}"]);
        return step;
    }
}
