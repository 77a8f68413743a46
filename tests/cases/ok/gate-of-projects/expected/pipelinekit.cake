// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint-a (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/needs.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("lint-a", "Lint",
    new() { Directory = "a", Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("lint-b", "Lint",
    new() { Directory = "b", Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("notify-a", "notify",
    new() { Directory = "a", Minutes = 30, Needs = ["uv >= 0.12.5", "echo"], Env = { ["UV_PYTHON"] = "3.13" } })
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("notify-a"))
    .Does(() => Run("echo", "told"));

Stage("notify-b", "notify",
    new() { Directory = "b", Minutes = 30, Needs = ["uv >= 0.12.5", "echo"], Env = { ["UV_PYTHON"] = "3.13" } })
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("notify-b"))
    .Does(() => Run("echo", "told"));

Task("lint").IsDependentOn("lint-a").IsDependentOn("lint-b");

Task("notify").IsDependentOn("notify-a").IsDependentOn("notify-b");

Task("quality-gate").Description("Every stage that decides").IsDependentOn("lint-a").IsDependentOn("lint-b");
Task("Default").IsDependentOn("quality-gate");
