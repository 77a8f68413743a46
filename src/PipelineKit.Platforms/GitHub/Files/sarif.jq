# Puts SARIF files together with one run per tool (SARIF 2.1.0, section 3.14): code scanning refuses several runs of one tool under one category.
# Indexes point into tables of their own run and are dropped, the ids beside them stay; what was suppressed in the code is left out, as the tool
# itself does. $folder stands before paths that are relative to the folder of a project: empty, or with a final slash.
.[0] + {runs: [[.[].runs[]] | group_by(.tool.driver.name)[]
  | (map(.tool.driver.rules[]?) | unique_by(.id)) as $rules
  | (.[0].originalUriBaseIds // {}) as $bases
  | .[0] + {results: (map(.results[]? | select((.suppressions // []) == [])) | walk(
      if type == "object" then del(.index, .ruleIndex) else . end
      | if type == "object" and (.uri | type) == "string" and $bases[.uriBaseId // ""].uri == null
          and (.uri | test("^([A-Za-z][A-Za-z0-9+.-]*:|/)") | not) then .uri = $folder + .uri else . end) | unique)}
  | .tool.driver.rules = $rules | del(.artifacts)]}
