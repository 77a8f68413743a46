// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"
#load ".pipelinekit/matrix.cake"
#load ".pipelinekit/services.cake"

Tool("python", "https://www.python.org/downloads/", ["python3", "--version"], @"Python (\S+)");
Tool("uv", "https://docs.astral.sh/uv/getting-started/installation/", ["uv", "--version"], @"uv (\S+)");
Tool("ruff", "uv tool install ruff", "ruff");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "ruff"], Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Install("python 3.12", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run(["ruff", "check", "."], later: true));

foreach (var python in new[] { "3.11", "3.12" })
{
    Service($"test-coverage-python-{python}", "db", new()
    {
        Image = "mariadb:11.4.5", Port = 3306,
        Env = { ["MARIADB_DATABASE"] = "app", ["MARIADB_PASSWORD"] = "app", ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1",
            ["MARIADB_USER"] = "app" },
        Health = "healthcheck.sh --connect --innodb_initialized",
        Tells = { ["DATABASE_HOST"] = "host", ["DATABASE_PORT"] = "port" },
    });
    Leg("test-coverage", $"python-{python}", "Tests", [], new()
    {
        Minutes = 20,
        Needs = ["uv >= 0.12.5", "sh"],
        Reports = "reports/test-coverage",
        Env = { ["PK_PYTHON"] = python, ["UV_PYTHON"] = python, ["API_TOKEN"] = EnvironmentVariable("API_TOKEN"),
            ["PYTHONUTF8"] = "1" },
    })
        .WithCriteria(() => HasServices($"test-coverage-python-{python}"))
        .Does(() => StartServices($"test-coverage-python-{python}"))
        .Does(() => Install($"python {python}", ["uv", "sync", "--locked", "--all-groups"]))
        .Does(() => Run("uv", "run", "pytest", "--cov", "--cov-fail-under=75", "--cov-report=term",
            "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"))
        .Does(() => Run(["uv", "run", "coverage", "report", "--format=markdown"], to: "reports/test-coverage/summary.md",
            always: true))
        .Does(() => Run("sh", "-e", "-c", "./scripts/check.sh | tee \"check.log\"\n"))
        .Does(() => Expect("reports/test-coverage/junit.xml"))
        .Does(() => CopyDirectory("reports/test-coverage", $"reports/test-coverage-python-{python}"));
}
Task("test-coverage").Description("Tests").IsDependentOn("test-coverage-python-3.11").IsDependentOn("test-coverage-python-3.12");

Stage("package", "Build the package", new() { Minutes = 10, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Install("python 3.12", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "build", "--out-dir", "dist"))
    .Does(() => Expect("dist"));

Stage("package-publish", "Publish to PyPI", new()
{
    Minutes = 10,
    Needs = ["uv >= 0.12.5"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("package")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("package-publish"))
    .Does(() => Run("uv", "publish", "--trusted-publishing", "always"));

Task("clean").Description("Clear the caches").Does(() => Information("clear-caches is an operation of the CI platform."));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("test-coverage").IsDependentOn("package");
Task("Default").IsDependentOn("quality-gate");
