// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("npm", "nodejs.org, or a version manager such as fnm or nvm", "npm");
Tool("npx", "nodejs.org, or a version manager such as fnm or nvm", "npx");

Stage("lint", "Lint", new()
{
    Minutes = 10,
    Needs = ["node 24", "npm", "npx"],
    Reports = "reports/lint",
    Env = { ["ESLINT_REPORTS"] = "reports/lint", ["ESLINT_ROOT"] = "." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "--format=./.pipelinekit/eslint/formatter.mjs",
        "--ignore-pattern=.pipelinekit/", "--ignore-pattern=reports/", "."))
    .Does(() => Expect("reports/lint/eslint.sarif", "reports/lint/eslint.codequality.json"));

Stage("sast", "Static security analysis", new()
{
    Minutes = 20,
    Needs = ["node 24", "npm", "npx"],
    Reports = "reports/sast",
    Env = { ["ESLINT_REPORTS"] = "reports/sast", ["ESLINT_ROOT"] = "." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run(["npx", "--no-install", "eslint", "--no-config-lookup",
        "--config=.pipelinekit/eslint-security/security.config.mjs", "--format=./.pipelinekit/eslint-security/formatter.mjs",
        "--exit-on-fatal-error", "--ignore-pattern=.pipelinekit/", "--ignore-pattern=reports/",
        "--ignore-pattern=**/node_modules/**", "--ignore-pattern=**/dist/**", "--ignore-pattern=**/coverage/**", "."],
        findings: [1]))
    .Does(() => Expect("reports/sast/eslint.sarif", "reports/sast/eslint.codequality.json"));

Stage("licence-check", "Licences", new() { Minutes = 10, Needs = ["node 24", "npm", "npx"], Reports = "reports/licence-check" })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run(["npx", "--yes", "license-checker-rseidelsohn@5.0.1", "--production", "--json"],
        to: "reports/licence-check/packages.json"))
    .Does(() => Run("node", ".pipelinekit/node-licences/check-licences.mjs", "--policy=.pipelinekit/licences/policy.json",
        "--list=reports/licence-check/packages.json", "--report=reports/licence-check/licences.json",
        "--summary=reports/licence-check/summary.md"))
    .Does(() => Expect("reports/licence-check/licences.json"));

Stage("test-coverage", "Tests",
    new() { Minutes = 20, Needs = ["node 24", "npm", "npx"], Reports = "reports/test-coverage", Env = { ["NO_COLOR"] = "1" } })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "vitest", "run", "--passWithNoTests=false", "--dangerouslyIgnoreUnhandledErrors=false",
        "--update=false", "--coverage.thresholds.autoUpdate=false", "--coverage.enabled", "--coverage.provider=v8",
        "--coverage.include=src/**", "--coverage.reporter=text", "--coverage.reporter=text-summary",
        "--coverage.reporter=cobertura", "--coverage.reportOnFailure",
        "--coverage.reportsDirectory=reports/test-coverage/coverage", "--reporter=default", "--reporter=junit",
        "--outputFile.junit=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/coverage/cobertura-coverage.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["node 24", "npm", "npx"], Reports = "reports/docs" })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "typedoc", "--out", "reports/docs/html", "--treatWarningsAsErrors",
        "--validation.notDocumented"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
