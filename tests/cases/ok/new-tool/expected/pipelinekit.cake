// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("poetry", "python-poetry.org or `pipx install poetry`", ["poetry", "--version"],
    @"Poetry \(version ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["python 3.13", "poetry >= 2.4.1"] })
    .Does(() => Install(["poetry", "check", "--lock"], ["poetry", "install", "--no-interaction", "--all-groups"], ["poetry",
        "run", "python", "-m", "pip", "install", "ruff==0.16.4"]))
    .Does(() => Run(["poetry", "run", "ruff", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run(["poetry", "run", "ruff", "format", "--check", "--diff", "."], later: true))
    .Does(() => Run("poetry", "run", "vulture", "--min-confidence=80", "--exclude=.venv", "."));

Task("quality-gate").Description("Every stage that decides").IsDependentOn("lint");
Task("Default").IsDependentOn("quality-gate");
