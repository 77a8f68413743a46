// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/matrix.cake"

Tool("corepack", "`npm install --global corepack`", "corepack", "--version");
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("pnpm", "`corepack enable pnpm`", "pnpm", "--version");

Stage("lint", "Lint", new()
{
    Minutes = 10,
    Needs = ["node 24", "corepack ~ 0.36.0", "pnpm ~ 12.21.0"],
    Reports = "reports/lint",
    Env = { ["ESLINT_REPORTS"] = "reports/lint", ["ESLINT_ROOT"] = "." },
})
    .Does(() => Install(["pnpm", "install", "--frozen-lockfile"]))
    .Does(() => Run("pnpm", "exec", "eslint", "--format=./.pipelinekit/eslint/formatter.mjs", "--ignore-pattern=.pipelinekit/",
        "--ignore-pattern=reports/", "."))
    .Does(() => Expect("reports/lint/eslint.sarif", "reports/lint/eslint.codequality.json"));

foreach (var node in new[] { "22", "24" })
{
    Leg("test-coverage", $"node-{node}", "Tests; at least 80 % of the lines", [$"node {node}"], new()
    {
        Minutes = 20,
        Needs = ["corepack ~ 0.36.0", "pnpm ~ 12.21.0"],
        Reports = "reports/test-coverage",
        Env = { ["PK_NODE"] = node, ["NO_COLOR"] = "1" },
    })
        .Does(() => Install($"node {node}", ["pnpm", "install", "--frozen-lockfile"]))
        .Does(() => Run("pnpm", "exec", "vitest", "run", "--passWithNoTests=false", "--dangerouslyIgnoreUnhandledErrors=false",
            "--update=false", "--coverage.thresholds.autoUpdate=false", "--coverage.enabled", "--coverage.provider=v8",
            "--coverage.include=src/**", "--coverage.reporter=text", "--coverage.reporter=text-summary",
            "--coverage.reporter=cobertura", "--coverage.reportOnFailure",
            "--coverage.reportsDirectory=reports/test-coverage/coverage", "--coverage.thresholds.lines=80", "--reporter=default",
            "--reporter=junit", "--outputFile.junit=reports/test-coverage/junit.xml"))
        .Does(() => Run("node", ".pipelinekit/node-coverage/check-measured.mjs",
            "--coverage=reports/test-coverage/coverage/cobertura-coverage.xml"))
        .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/coverage/cobertura-coverage.xml"))
        .Does(() => CopyDirectory("reports/test-coverage", $"reports/test-coverage-node-{node}"));
}
Task("test-coverage")
    .Description("Tests; at least 80 % of the lines").IsDependentOn("test-coverage-node-22")
    .IsDependentOn("test-coverage-node-24");

Task("quality-gate").Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("test-coverage");
Task("Default").IsDependentOn("quality-gate");
