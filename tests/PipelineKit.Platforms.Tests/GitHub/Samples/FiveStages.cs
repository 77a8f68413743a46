using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>Five stages, the gate and published docs: the usual Python library.</summary>
internal static class FiveStages
{
    private static readonly IReadOnlyList<Toolchain> UvOnly = [new(Sample.Python, "3.12"), new(Sample.Uv, "0.12.5")];

    private static readonly Job Lint = Sample.Job("lint") with
    {
        Title = "Lint",
        Toolchains = UvOnly,
        Run =
        [
            Sample.Command("ruff check", "uvx", "ruff@0.16.4", "check", "--output-format=full") with { OnFailure = OnFailure.Later },
            Sample.Command("ruff check report", "uvx", "ruff@0.16.4", "check", "--exit-zero", "--output-format=sarif", "--output-file=reports/lint/ruff.sarif") with { Always = true },
            Sample.Command("ruff format", "uvx", "ruff@0.16.4", "format", "--check"),
        ],
        IsSecurity = true,
        Reports = [new Report(ReportKind.Sarif, "reports/lint/ruff.sarif") { Tool = "ruff" }],
        Digest = "11aa22bb33cc",
    };

    private static readonly Job Sast = Sample.Job("sast") with
    {
        Title = "Static security analysis",
        Toolchains = UvOnly,
        Run =
        [
            Sample.Command("bandit", "uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "-r", "src", "-f", "sarif", "-o", "reports/sast/bandit.sarif", "-ll") with
            {
                OnFailure = OnFailure.Later, Findings = [1],
            },
            Sample.Command("semgrep", "uvx", "semgrep@1.156.0", "scan", "--config", "p/python", "--metrics", "off", "--error", "--sarif-output=reports/sast/semgrep.sarif"),
        ],
        IsSecurity = true,
        Reports =
        [
            new Report(ReportKind.Sarif, "reports/sast/bandit.sarif") { Tool = "bandit" },
            new Report(ReportKind.Sarif, "reports/sast/semgrep.sarif") { Tool = "semgrep" },
        ],
        Digest = "22aa22bb33cc",
    };

    private static readonly Job Tests = Sample.Job("test-coverage") with
    {
        Title = "Tests",
        Phase = Phase.Test,
        Toolchains = [new(Sample.Python, new MatrixValue("python")), new(Sample.Uv, "0.12.5")],
        Matrix = new Matrix { Axes = [new MatrixAxis("python", ["3.11", "3.12"])], Primary = new Dictionary<string, string> { ["python"] = "3.12" } },
        Install = Sample.UvSync,
        Services =
        [
            new Service
            {
                Alias = "db",
                Image = "mariadb:11.4.5",
                Port = 3306,
                Env = new Dictionary<string, string>
                {
                    ["MARIADB_DATABASE"] = "app", ["MARIADB_PASSWORD"] = "app", ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1", ["MARIADB_USER"] = "app",
                },
                Health = "healthcheck.sh --connect --innodb_initialized",
                Values = new Dictionary<string, string> { ["url"] = "mysql://app:app@{host}:{port}/app" },
            },
        ],
        Env =
        [
            new("DATABASE_HOST", new ServiceValue("db", "host")),
            new("DATABASE_PORT", new ServiceValue("db", "port")),
            new("PYTHONUTF8", "1"),
        ],
        Run =
        [
            Sample.Command(
                "pytest", "uv", "run", "pytest", "--cov", "--cov-fail-under=75", "--cov-report=term",
                "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml") with { Findings = [1] },
            Sample.Command("coverage table", "uv", "run", "coverage", "report", "--format=markdown") with
            {
                Always = true, Stdout = "reports/test-coverage/summary.md",
            },
        ],
        Reports =
        [
            new Report(ReportKind.Junit, "reports/test-coverage/junit.xml"),
            new Report(ReportKind.Cobertura, "reports/test-coverage/cobertura.xml"),
            new Report(ReportKind.Summary, "reports/test-coverage/summary.md"),
        ],
        Timeout = TimeSpan.FromMinutes(20),
        Digest = "ae27a4c3ad16",
    };

    private static readonly Job Licences = Sample.Job("licence-check", "uv", "run", "--with", "pip-licenses==5.5.5", "pip-licenses", "--from=mixed") with
    {
        Title = "Licences",
        Toolchains = UvOnly,
        Install = Sample.UvSync,
        Digest = "33aa22bb33cc",
    };

    private static readonly Job Docs = Sample.Job("docs", "uv", "run", "sphinx-build", "-W", "--keep-going", "-n", "-b", "html", "docs", "reports/docs/html") with
    {
        Title = "Documentation",
        Phase = Phase.Build,
        Toolchains = UvOnly,
        Install = Sample.UvSync,
        Artifacts = [new Artifact("html", ["reports/docs/html/"]) { Required = true }],
        Digest = "44aa22bb33cc",
    };

    private static readonly Job Site = Sample.Job("docs-deploy") with
    {
        Stage = "docs",
        Title = "Deploy the documentation",
        Phase = Phase.Deploy,
        Gate = false,
        Needs = [new Need("docs", ["html"])],
        NeedsGate = true,
        When = new Condition { Events = PipelineEvents.Push, Branches = ["main"] },
        Pages = new Pages("docs", "html", "reports/docs/html"),
    };

    public static Pipeline Pipeline { get; } = Sample.Pipeline(Sast, Lint, Licences, Tests, Docs, Site) with
    {
        Name = "metalog-jax",
        Triggers = new Triggers { DefaultBranch = "main", AlsoBranches = ["release/*"], Schedule = "17 3 * * 1" },
    };
}
