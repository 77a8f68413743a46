// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint-api (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("npm", "nodejs.org, or a version manager such as fnm or nvm", "npm");
Tool("npx", "nodejs.org, or a version manager such as fnm or nvm", "npx");

Stage("lint-api", "Lint", new() { Directory = "api", Minutes = 9, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "ruff==0.16.2", "vulture==2.16"]))
    .Does(() => Run(["python", "-m", "ruff", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("python", "-m", "vulture", "--min-confidence=90", "."));

Stage("lint-web", "Lint", new() { Directory = "web", Minutes = 9, Needs = ["node 24", "npm", "npx"] })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "src"));

Stage("sast-api", "Static security analysis; fails from medium severity on",
    new() { Directory = "api", Minutes = 20, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "bandit[sarif,toml]==1.9.4"]))
    .Does(() => Run("python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit", "--exclude=tests",
        "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("python", "-m", "bandit", "--quiet", "--recursive", "--exclude=./.pipelinekit,./tests,./.venv,./build", "-ll",
        "."));

Stage("sast-web", "Static security analysis; fails from high severity on", new()
{
    Directory = "web",
    Minutes = 20,
    Needs = ["node 24", "npm", "npx"],
    Reports = "web/reports/sast-web",
    Env = { ["ESLINT_REPORTS"] = "reports/sast-web", ["ESLINT_ROOT"] = ".." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "--no-config-lookup",
        "--config=.pipelinekit/eslint-security/security.config.mjs", "--format=./.pipelinekit/eslint-security/formatter.mjs",
        "--exit-on-fatal-error", "--ignore-pattern=.pipelinekit/", "--ignore-pattern=reports/",
        "--ignore-pattern=**/node_modules/**", "--ignore-pattern=**/dist/**", "--ignore-pattern=**/coverage/**", "."))
    .Does(() => Expect("web/reports/sast-web/eslint.sarif", "web/reports/sast-web/eslint.codequality.json"));

Stage("test-coverage-api", "Tests; at least 90 % of the lines and branches",
    new() { Directory = "api", Minutes = 20, Needs = ["python 3.12"], Reports = "api/reports/test-coverage-api" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"], ["python", "-m", "pip", "install",
        "pytest==9.1.1", "pytest-cov==7.1.0"]))
    .Does(() => Run("python", "-m", "pytest", "--cov", "--cov-branch", "--cov-fail-under=90", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage-api/cobertura.xml", "--junitxml=reports/test-coverage-api/junit.xml"))
    .Does(() => Expect("api/reports/test-coverage-api/junit.xml", "api/reports/test-coverage-api/cobertura.xml"));

Stage("test-coverage-web", "Tests; at least 90 % of the lines and branches", new()
{
    Directory = "web",
    Minutes = 20,
    Needs = ["node 24", "npm", "npx"],
    Reports = "web/reports/test-coverage-web",
    Env = { ["NO_COLOR"] = "1" },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "vitest", "run", "--passWithNoTests=false", "--dangerouslyIgnoreUnhandledErrors=false",
        "--update=false", "--coverage.thresholds.autoUpdate=false", "--coverage.enabled", "--coverage.provider=v8",
        "--coverage.include=src/**", "--coverage.reporter=text", "--coverage.reporter=text-summary",
        "--coverage.reporter=cobertura", "--coverage.reportOnFailure",
        "--coverage.reportsDirectory=reports/test-coverage-web/coverage", "--coverage.thresholds.lines=90",
        "--coverage.thresholds.branches=90", "--reporter=default", "--reporter=junit",
        "--outputFile.junit=reports/test-coverage-web/junit.xml"))
    .Does(() => Run("node", ".pipelinekit/node-coverage/check-measured.mjs",
        "--coverage=reports/test-coverage-web/coverage/cobertura-coverage.xml"))
    .Does(() => Expect("web/reports/test-coverage-web/junit.xml",
        "web/reports/test-coverage-web/coverage/cobertura-coverage.xml"));

Task("lint").IsDependentOn("lint-api").IsDependentOn("lint-web");

Task("sast").IsDependentOn("sast-api").IsDependentOn("sast-web");

Task("test-coverage").IsDependentOn("test-coverage-api").IsDependentOn("test-coverage-web");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint-api").IsDependentOn("lint-web").IsDependentOn("sast-api")
    .IsDependentOn("sast-web").IsDependentOn("test-coverage-api").IsDependentOn("test-coverage-web");
Task("Default").IsDependentOn("quality-gate");
