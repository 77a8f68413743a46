// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("poetry", "python-poetry.org or `pipx install poetry`", ["poetry", "--version"],
    @"Poetry \(version ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["python 3.12", "poetry >= 2.4.1"] })
    .Does(() => Install(["poetry", "run", "python", "-m", "pip", "install", "ruff==0.16.4"]))
    .Does(() => Run(["poetry", "run", "ruff", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("poetry", "run", "ruff", "format", "--check", "--diff", "."));

Stage("test-coverage", "Tests; at least 80 % of the lines",
    new() { Minutes = 20, Needs = ["python 3.12", "poetry >= 2.4.1"], Reports = "reports/test-coverage" })
    .Does(() => Install(["poetry", "check", "--lock"], ["poetry", "install", "--no-interaction", "--all-groups"], ["poetry",
        "run", "python", "-m", "pip", "install", "pytest==9.1.1", "pytest-cov==7.1.0"]))
    .Does(() => Run("poetry", "run", "pytest", "--cov", "--cov-fail-under=80", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["python 3.12", "poetry >= 2.4.1"], Reports = "reports/docs" })
    .Does(() => Install(["poetry", "check", "--lock"], ["poetry", "install", "--no-interaction", "--all-groups"], ["poetry",
        "run", "python", "-m", "pip", "install", "sphinx==9.0.4"]))
    .Does(() => Run("poetry", "run", "sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Stage("docs-site", "Deploy the documentation", new() { Minutes = 10 })
    .IsDependentOn("docs")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("docs-site"))
    .Does(() => Information("The pages are in reports/docs/html."));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
