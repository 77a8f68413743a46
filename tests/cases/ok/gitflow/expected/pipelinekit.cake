// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"
#load ".pipelinekit/services.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Service("test-coverage", "db", new()
{
    Image = "postgres:17.6", Port = 5432,
    Env = { ["POSTGRES_DB"] = "app", ["POSTGRES_PASSWORD"] = "app", ["POSTGRES_USER"] = "app" },
    Health = "pg_isready --host=127.0.0.1",
    Tells = { ["DB_DATABASE"] = "database", ["DB_HOST"] = "host", ["DB_PASSWORD"] = "password", ["DB_PORT"] = "port",
        ["DB_URL"] = "url", ["DB_USER"] = "user" },
    Values = { ["database"] = "app", ["password"] = "app", ["url"] = "postgresql://app:app@{host}:{port}/app", ["user"] = "app" },
});
Service("test-coverage", "cache", new()
{
    Image = "redis:8.0.3", Port = 6379,
    Health = "redis-cli ping",
    Tells = { ["CACHE_HOST"] = "host", ["CACHE_PORT"] = "port", ["CACHE_URL"] = "url" },
    Values = { ["url"] = "redis://{host}:{port}" },
});
Stage("test-coverage", "Tests; at least 80 % of the lines",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5"], Reports = "reports/test-coverage", Env = { ["UV_PYTHON"] = "3.13" } })
    .WithCriteria(() => HasServices("test-coverage"))
    .Does(() => StartServices("test-coverage"))
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
        "--cov-fail-under=80", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml",
        "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Reports = "reports/docs", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "sphinx==9.0.4", "sphinx-build", "-W", "--keep-going", "-b", "html",
        "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Stage("build", "Package", new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("uv", "build", "--clear", "--out-dir", "dist"))
    .Does(() => Expect("dist"));

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

Stage("preview", "preview", new()
{
    Minutes = 30,
    Needs = ["uv >= 0.12.5"],
    Env = { ["UV_PYTHON"] = "3.13" },
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build")
    .WithCriteria(() => NeedsHavePassed("preview"))
    .Does(() => Run("./preview.sh"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("test-coverage").IsDependentOn("docs")
    .IsDependentOn("build");
Task("Default").IsDependentOn("quality-gate");
