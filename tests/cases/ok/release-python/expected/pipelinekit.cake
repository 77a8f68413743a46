// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("docker", "docs.docker.com/engine, or your system's packages (docker.io)", "docker", "--version");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Task("clean-cache").Description("Clear the caches").Does(() => Information("clear-caches is an operation of the CI platform."));

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("test-coverage", "Tests",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5"], Reports = "reports/test-coverage", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
        "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml",
        "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("build", "Package", new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("uv", "build", "--clear", "--out-dir", "dist"))
    .Does(() => Expect("dist"));

Stage("container", "Container image", new() { Minutes = 30, Needs = ["docker"], Reports = "reports/container" })
    .Does(() => Run("docker", "build", "--pull", "--file=Dockerfile", "--tag=container:built", "--", "."))
    .Does(() => Run("docker", "save", "--output=reports/container/image.tar", "container:built"))
    .Does(() => Expect("reports/container/image.tar"));

Stage("docs", "Documentation",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Reports = "reports/docs", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "sphinx==9.0.4", "sphinx-build", "-W", "--keep-going", "-b", "html",
        "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Stage("container-push", "Push the container image", new()
{
    Minutes = 15,
    Needs = ["docker", "sh"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("container")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("container-push"))
    .Does(() => Run("sh", ".pipelinekit/container/push.sh", "docker", "reports/container/image.tar", "container:built"));

Stage("publish", "Publish", new()
{
    Minutes = 15,
    Needs = ["uv >= 0.12.5"],
    Env = { ["UV_PYTHON"] = "3.13" },
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish"))
    .Does(() => Run("uv", "publish", "--trusted-publishing", "always", "--check-url", "https://pypi.org/simple/"));

Stage("docs-site", "Deploy the documentation", new() { Minutes = 10 })
    .IsDependentOn("docs")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("docs-site"))
    .Does(() => Information("The pages are in reports/docs/html."));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("test-coverage").IsDependentOn("build")
    .IsDependentOn("container").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
