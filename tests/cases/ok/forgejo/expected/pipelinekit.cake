// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"
#load ".pipelinekit/matrix.cake"
#load ".pipelinekit/services.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("sast", "Static security analysis; fails from high severity on", new()
{
    Minutes = 20,
    Needs = ["uv >= 0.12.5", "uvx"],
    Env = { ["UV_PYTHON"] = "3.13", ["AUDIT_TOKEN"] = EnvironmentVariable("AUDIT_TOKEN") },
    Skip = HasEnvironmentVariable("AUDIT_TOKEN") ? null : "the secret AUDIT_TOKEN is not in the environment",
})
    .Does(() => Run("uv", "run", "--no-project", "python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit",
        "--exclude=tests", "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "--quiet", "--recursive",
        "--exclude=./.pipelinekit,./tests,./.venv,./build", "-lll", "."));

foreach (var python in new[] { "3.12", "3.13" })
{
    Service($"test-coverage-python-{python}", "db", new()
    {
        Image = "mariadb:11.4.5", Port = 3306,
        Env = { ["MARIADB_DATABASE"] = "app", ["MARIADB_PASSWORD"] = "app", ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1",
            ["MARIADB_USER"] = "app" },
        Health = "healthcheck.sh --connect --innodb_initialized",
        Tells = { ["DB_DATABASE"] = "database", ["DB_HOST"] = "host", ["DB_PASSWORD"] = "password", ["DB_PORT"] = "port",
            ["DB_URL"] = "url", ["DB_USER"] = "user" },
        Values = { ["database"] = "app", ["password"] = "app", ["url"] = "mariadb://app:app@{host}:{port}/app", ["user"] = "app" },
    });
    Service($"test-coverage-python-{python}", "cache", new()
    {
        Image = "redis:8.0.3", Port = 6379,
        Health = "redis-cli ping",
        Tells = { ["CACHE_HOST"] = "host", ["CACHE_PORT"] = "port", ["CACHE_URL"] = "url" },
        Values = { ["url"] = "redis://{host}:{port}" },
    });
    Leg("test-coverage", $"python-{python}", "Tests; at least 80 % of the lines", [], new()
    {
        Minutes = 20,
        Needs = ["uv >= 0.12.5"],
        Reports = "reports/test-coverage",
        Env = { ["PK_PYTHON"] = python, ["UV_PYTHON"] = python },
    })
        .WithCriteria(() => HasServices($"test-coverage-python-{python}"))
        .Does(() => StartServices($"test-coverage-python-{python}"))
        .Does(() => Install($"python {python}", ["uv", "sync", "--locked", "--all-groups"]))
        .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
            "--cov-fail-under=80", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml",
            "--junitxml=reports/test-coverage/junit.xml"))
        .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"))
        .Does(() => CopyDirectory("reports/test-coverage", $"reports/test-coverage-python-{python}"));
}
Task("test-coverage")
    .Description("Tests; at least 80 % of the lines").IsDependentOn("test-coverage-python-3.12")
    .IsDependentOn("test-coverage-python-3.13");

Stage("style", "style", new() { Minutes = 30, AllowFailure = true, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("./style.sh"));

Stage("queue", "queue", new() { Minutes = 30, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("./queue.sh"));

Stage("reset", "reset", new() { Minutes = 30, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("./reset.sh"));

Stage("docs", "Documentation",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Reports = "reports/docs", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "sphinx==9.0.4", "sphinx-build", "-W", "--keep-going", "-b", "html",
        "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Stage("docs-site", "Deploy the documentation", new() { Minutes = 10 })
    .IsDependentOn("docs")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("docs-site"))
    .Does(() => Information("The pages are in reports/docs/html."));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("test-coverage")
    .IsDependentOn("style").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
