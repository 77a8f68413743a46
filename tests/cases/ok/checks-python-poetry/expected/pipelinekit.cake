// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=type-check (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("poetry", "python-poetry.org or `pipx install poetry`", ["poetry", "--version"],
    @"Poetry \(version ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");

Stage("type-check", "Types", new() { Minutes = 15, Needs = ["python 3.13", "poetry >= 2.4.1"], Reports = "reports/type-check" })
    .Does(() => Install(["poetry", "check", "--lock"], ["poetry", "install", "--no-interaction", "--all-groups"], ["poetry",
        "run", "python", "-m", "pip", "install", "mypy==2.3.1"]))
    .Does(() => Run("poetry", "run", "mypy", "--junit-xml=reports/type-check/mypy.junit.xml", "."))
    .Does(() => Expect("reports/type-check/mypy.junit.xml"));

Stage("complexity", "Complexity",
    new() { Minutes = 15, Needs = ["python 3.13", "poetry >= 2.4.1"], Reports = "reports/complexity" })
    .Does(() => Install(["poetry", "run", "python", "-m", "pip", "install", "radon==6.0.1", "xenon==0.9.3", "ruff==0.16.4"]))
    .Does(() => Run(["poetry", "run", "radon", "cc", "--min=A", "--max=F", "--output-file=", "--json", "."],
        to: "reports/complexity/complexity.json"))
    .Does(() => Run(["poetry", "run", "radon", "mi", "--min=A", "--max=C", "--output-file=", "--json", "."],
        to: "reports/complexity/maintainability.json"))
    .Does(() => Run(["poetry", "run", "python", ".pipelinekit/radon/check_complexity.py", "reports/complexity", "--absolute=B",
        "--modules=A", "--average=A", "--maintainability=A"], later: true))
    .Does(() => Run("poetry", "run", "python", "-B", ".pipelinekit/xenon/check_sources.py", "--exclude=.pipelinekit", "."))
    .Does(() => Run(["poetry", "run", "xenon", "--max-absolute=B", "--max-modules=A", "--max-average=A", "."], later: true))
    .Does(() => Run("poetry", "run", "ruff", "check", "--no-fix", "--no-fix-only", "--select=C901",
        "--config=lint.mccabe.max-complexity=10", "."))
    .Does(() => Expect("reports/complexity/codequality.json"));

Stage("dependency-audit", "Vulnerable dependencies", new() { Minutes = 10, Needs = ["python 3.13", "poetry >= 2.4.1"] })
    .Does(() => Install(["poetry", "check", "--lock"], ["poetry", "install", "--no-interaction", "--all-groups"], ["poetry",
        "run", "python", "-m", "pip", "install", "pip-audit==2.10.1"]))
    .Does(() => Run("poetry", "run", "pip-audit", "--strict", "--progress-spinner=off"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("type-check").IsDependentOn("complexity")
    .IsDependentOn("dependency-audit");
Task("Default").IsDependentOn("quality-gate");
