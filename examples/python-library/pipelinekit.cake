// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/matrix.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("sast", "Static security analysis; fails from medium severity on",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Run("uv", "run", "--no-project", "python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit",
        "--exclude=tests", "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "--quiet", "--recursive",
        "--exclude=./.pipelinekit,./tests,./.venv,./build", "-ll", "."));

Stage("licence-check", "Licences",
    new() { Minutes = 10, Needs = ["uv >= 0.12.5"], Reports = "reports/licence-check", Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Run("uv", "run", "--locked", "--isolated", "--no-default-groups", "python", "-B",
        ".pipelinekit/python-licences/check_installed_licences.py", "--policy=.pipelinekit/licences/policy.json",
        "--report=reports/licence-check/licences.json", "--summary=reports/licence-check/summary.md"))
    .Does(() => Expect("reports/licence-check/licences.json"));

foreach (var python in new[] { "3.11", "3.12" })
{
    Leg("test-coverage", $"python-{python}", "Tests; at least 90 % of the lines and branches", [], new()
    {
        Minutes = 20,
        Needs = ["uv >= 0.12.5"],
        Reports = "reports/test-coverage",
        Env = { ["PK_PYTHON"] = python, ["UV_PYTHON"] = python },
    })
        .Does(() => Install($"python {python}", ["uv", "sync", "--locked", "--all-groups"]))
        .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
            "--cov-branch", "--cov-fail-under=90", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml",
            "--junitxml=reports/test-coverage/junit.xml"))
        .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"))
        .Does(() => CopyDirectory("reports/test-coverage", $"reports/test-coverage-python-{python}"));
}
Task("test-coverage")
    .Description("Tests; at least 90 % of the lines and branches").IsDependentOn("test-coverage-python-3.11")
    .IsDependentOn("test-coverage-python-3.12");

Stage("docs", "Documentation",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Reports = "reports/docs", Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Install("python 3.12", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "sphinx==9.0.4", "sphinx-build", "-W", "--keep-going", "-b", "html",
        "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
