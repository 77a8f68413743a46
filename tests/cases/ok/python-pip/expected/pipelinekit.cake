// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "ruff==0.16.4"]))
    .Does(() => Run(["python", "-m", "ruff", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("python", "-m", "ruff", "format", "--check", "--diff", "."));

Stage("sast", "Static security analysis", new() { Minutes = 20, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "bandit[sarif,toml]==1.9.4"]))
    .Does(() => Run("python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit", "--exclude=tests",
        "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("python", "-m", "bandit", "--quiet", "--recursive", "--exclude=./.pipelinekit,./tests,./.venv,./build",
        "--exit-zero", "."));

Stage("licence-check", "Licences", new() { Minutes = 10, Needs = ["python 3.12"], Reports = "reports/licence-check" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"]))
    .Does(() => Run("python", "-B", ".pipelinekit/python-licences/check_installed_licences.py",
        "--policy=.pipelinekit/licences/policy.json", "--report=reports/licence-check/licences.json",
        "--summary=reports/licence-check/summary.md"))
    .Does(() => Expect("reports/licence-check/licences.json"));

Stage("test-coverage", "Tests", new() { Minutes = 20, Needs = ["python 3.12"], Reports = "reports/test-coverage" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"], ["python", "-m", "pip", "install",
        "pytest==9.1.1", "pytest-cov==7.1.0"]))
    .Does(() => Run("python", "-m", "pytest", "--cov", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["python 3.12"], Reports = "reports/docs" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"], ["python", "-m", "pip", "install",
        "sphinx==9.0.4"]))
    .Does(() => Run("python", "-m", "sphinx", "-W", "--keep-going", "-b", "html", "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
