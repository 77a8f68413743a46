// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("sast", "Static security analysis; fails from medium severity on",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("uv", "run", "--no-project", "python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit",
        "--exclude=tests", "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "--quiet", "--recursive",
        "--exclude=./.pipelinekit,./tests,./.venv,./build", "-ll", "."));

Stage("test-coverage", "Tests; at least 80 % of the lines",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5"], Reports = "build/reports/test-coverage", Env = { ["UV_PYTHON"] = "3.13" } })
    .IsDependentOn("lint")
    .WithCriteria(() => NeedsHavePassed("test-coverage"))
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
        "--cov-fail-under=80", "--cov-report=term", "--cov-report=xml:build/reports/test-coverage/cobertura.xml",
        "--junitxml=build/reports/test-coverage/junit.xml"))
    .Does(() => Expect("build/reports/test-coverage/junit.xml", "build/reports/test-coverage/cobertura.xml"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("test-coverage");
Task("Default").IsDependentOn("quality-gate");
