#load ".pipelinekit/runner.cake"

Toolchain("python", new(["python3", "--version"], "Python (\\S+)", "prefix", "https://www.python.org/downloads/"));
Toolchain("uv", new(["uv", "--version"], "uv (\\S+)", "minimum",
    "https://docs.astral.sh/uv/getting-started/installation/") { Covers = ["python"], Env = { ["UV_PYTHON"] = "{python}" } });

Hint("ruff", "uv tool install ruff");

Job("lint", new() // parity 01234567
{
    Title = "Lint", Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Toolchains = { ["python"] = "3.12", ["uv"] = "0.12.5" },
    Install = [["uv", "sync", "--locked", "--all-groups"]],
    InstallInputs = ["pyproject.toml", "uv.lock"],
    Run = [new("ruff", ["ruff", "check", "."]) { Findings = [1], OnFailure = "later" }],
});

Job("test-coverage", new() // parity ae27a4c3
{
    Title = "Tests", Phase = "test", Timeout = TimeSpan.FromMinutes(20), Reports = ".reports/test-coverage",
    Locks = ["workspace"],
    Paths = ["src/**", "tests/**", "uv.lock"],
    Matrix = { ["python"] = ["3.11", "3.12"] },
    Toolchains = { ["python"] = new Value("matrix", "python"), ["uv"] = "0.12.5" },
    Services = { ["db"] = new("mariadb:11.4.5", 3306, new() { ["MARIADB_DATABASE"] = "app", ["MARIADB_PASSWORD"] = "app",
        ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1",
        ["MARIADB_USER"] = "app" }) { Health = "healthcheck.sh --connect --innodb_initialized",
        Values = { ["url"] = "mysql://app:app@{host}:{port}/app", ["user"] = "app" } } },
    Env = { ["API_TOKEN"] = new Value("secret", "API_TOKEN"), ["DATABASE_HOST"] = new Value("service", "db.host"),
        ["DATABASE_PORT"] = new Value("service", "db.port"), ["PYTHONUTF8"] = "1" },
    Install = [["uv", "sync", "--locked", "--all-groups"]],
    InstallInputs = ["pyproject.toml", "uv.lock"],
    Run =
    [
        new("pytest", ["uv", "run", "pytest", "--cov", "--cov-fail-under=75", "--cov-report=term",
            "--cov-report=xml:.reports/test-coverage/cobertura.xml",
            "--junitxml=.reports/test-coverage/junit.xml"]) { Findings = [1] },
        new("coverage table", ["uv", "run", "coverage", "report", "--format=markdown"]) { Always = true,
            Stdout = ".reports/test-coverage/summary.md" },
        new("legacy check", "sh", "./scripts/check.sh | tee \"check.log\"\n"),
    ],
});

Job("package", new()
{
    Title = "Build the package", Phase = "build", Timeout = TimeSpan.FromMinutes(10),
    Artifacts = ["dist/"],
    Toolchains = { ["python"] = "3.12", ["uv"] = "0.12.5" },
    Install = [["uv", "sync", "--locked", "--all-groups"]],
    InstallInputs = ["pyproject.toml", "uv.lock"],
    Run = [new("uv", ["uv", "build", "--out-dir", "dist"])],
});

Job("package-publish", new()
{
    Stage = "package", Title = "Publish to PyPI", Phase = "publish", Timeout = TimeSpan.FromMinutes(10),
    Gate = false, OnRequest = true, Publishes = true, NeedsGate = true, Approval = "pypi",
    Needs = ["package"],
    Toolchains = { ["uv"] = "0.12.5" },
    Run = [new("uv", ["uv", "publish", "--trusted-publishing", "always"])],
});

Job("clean", new()
{
    Title = "Clear the caches", Phase = "prepare", Timeout = TimeSpan.FromMinutes(10),
    Gate = false, OnRequest = true, Platform = "clear-caches",
});

CreateTasks("main");
