using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>The jobs of the stage format's example, as the resolver hands them on.</summary>
internal static class Samples
{
    private static readonly ToolchainDefinition Uv = new()
    {
        Id = "uv",
        Covers = ["python"],
        Env = new Dictionary<string, string> { ["UV_PYTHON"] = "{python}", ["UV_NO_PROGRESS"] = "1" },
        Local = new(["uv", "--version"], @"uv (\S+)", "minimum", "https://docs.astral.sh/uv/getting-started/installation/"),
    };

    private static readonly ToolchainDefinition Python = new()
    {
        Id = "python",
        Local = new(["python3", "--version"], @"Python (\S+)", "prefix", "https://www.python.org/downloads/"),
    };

    private static readonly Install Sync = new()
    {
        Id = "deps",
        Directory = ".",
        Run = [["uv", "sync", "--locked", "--all-groups"]],
        Inputs = ["pyproject.toml", "uv.lock"],
        Cache = new Cache("uv", "UV_CACHE_DIR", ["uv.lock"], ["pyproject.toml"]),
    };

    public static Pipeline Python3 => Make.Pipeline(Lint, Tests, Build, Publish, Clean) with
    {
        Triggers = new Triggers { DefaultBranch = "main", Tags = ["v*"] },
        ProgramHints = new Dictionary<string, string> { ["ruff"] = "uv tool install ruff" },
    };

    private static Job Lint => Make.Job("lint", new Command { Name = "ruff", Argv = ["ruff", "check", "."], Findings = [1], OnFailure = OnFailure.Later }) with
    {
        Title = "Lint",
        Toolchains = [new(Python, "3.12"), new(Uv, "0.12.5")],
        Install = Sync,
        Digest = "0123456789abcdef",
    };

    private static Job Tests => Make.Job("test-coverage") with
    {
        Title = "Tests",
        Phase = Phase.Test,
        Timeout = TimeSpan.FromMinutes(20),
        Matrix = new Matrix { Axes = [new("python", ["3.11", "3.12"])] },
        Toolchains = [new(Python, new MatrixValue("python")), new(Uv, "0.12.5")],
        Install = Sync,
        Services = [MariaDb],
        Env =
        [
            new("API_TOKEN", new SecretValue("API_TOKEN", Required: false)),
            new("DATABASE_HOST", new ServiceValue("db", "host")),
            new("DATABASE_PORT", new ServiceValue("db", "port")),
            new("PYTHONUTF8", "1"),
        ],
        Locks = ["workspace"],
        When = new Condition { Paths = ["src/**", "tests/**", "uv.lock"] },
        Digest = "ae27a4c3ad16062f",
        Reports = [new Report(ReportKind.Junit, "reports/test-coverage/junit.xml")],
        Run =
        [
            new()
            {
                Name = "pytest",
                Argv =
                [
                    "uv", "run", "pytest", "--cov", "--cov-fail-under=75", "--cov-report=term",
                    "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml",
                ],
                Findings = [1],
            },
            new()
            {
                Name = "coverage table",
                Argv = ["uv", "run", "coverage", "report", "--format=markdown"],
                Always = true,
                Stdout = "reports/test-coverage/summary.md",
            },
            new() { Name = "legacy check", Script = "./scripts/check.sh | tee \"check.log\"\n", Shell = "sh" },
        ],
    };

    private static Service MariaDb => new()
    {
        Alias = "db",
        Image = "mariadb:11.4.5",
        Port = 3306,
        Env = new Dictionary<string, string>
        {
            ["MARIADB_USER"] = "app",
            ["MARIADB_PASSWORD"] = "app",
            ["MARIADB_DATABASE"] = "app",
            ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1",
        },
        Health = "healthcheck.sh --connect --innodb_initialized",
        Values = new Dictionary<string, string> { ["user"] = "app", ["url"] = "mysql://app:app@{host}:{port}/app" },
    };

    private static Job Build => Make.Job("package", Make.Command("uv", "build", "--out-dir", "dist")) with
    {
        Title = "Build the package",
        Phase = Phase.Build,
        Toolchains = [new(Python, "3.12"), new(Uv, "0.12.5")],
        Install = Sync,
        Artifacts = [new Artifact("dist", ["dist/"]) { Required = true }],
    };

    private static Job Publish => Make.Job("package-publish", Make.Command("uv", "publish", "--trusted-publishing", "always")) with
    {
        Stage = "package",
        Title = "Publish to PyPI",
        Phase = Phase.Publish,
        Gate = false,
        Toolchains = [new(Uv, "0.12.5")],
        Needs = [new Need("package", ["dist"])],
        NeedsGate = true,
        When = new Condition { Events = PipelineEvents.Tag, Tags = ["v*"] },
        Environment = new DeploymentEnvironment("pypi", Approval: true),
        Oidc = new RegistryDefinition { Id = "pypi", Audience = "pypi", Tokens = new Dictionary<string, string> { ["PYPI_ID_TOKEN"] = "pypi" }, SecretVariable = "UV_PUBLISH_TOKEN" },
    };

    private static Job Clean => Make.Job("clean") with
    {
        Title = "Clear the caches",
        Phase = Phase.Prepare,
        Gate = false,
        When = new Condition { OnlyManual = true },
        PlatformOperation = "clear-caches",
    };
}
