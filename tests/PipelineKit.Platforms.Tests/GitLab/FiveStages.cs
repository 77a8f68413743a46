using PipelineKit.Core.Model;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>The five stages of a Python library with published documentation: the size of an ordinary repository.</summary>
internal static class FiveStages
{
    private static readonly Toolchain[] Toolchains = [new(Python, "3.12"), new(Uv, "0.12.5")];

    private static readonly Install Deps = new()
    {
        Id = "deps",
        Directory = ".",
        Run = [["uv", "sync", "--locked", "--all-groups"]],
        Cache = new Cache("uv", "UV_CACHE_DIR", ["uv.lock"], ["pyproject.toml"]),
    };

    public static Pipeline Pipeline() => Build.Pipeline(Sast(), Lint(), Licences(), Tests(), Docs(), Site());

    private static Job Sast() => Job(
        "sast",
        Phase.Check,
        Argv("bandit report", "uvx", "bandit[sarif,toml]@1.9.4", "-r", "src", "-f", "sarif", "-o", "reports/sast/bandit.sarif", "--exit-zero"),
        Argv("bandit", "uvx", "bandit[toml]@1.9.4", "-r", "src", "-ll", "-ii") with { OnFailure = OnFailure.Later, Findings = [1] },
        Argv("semgrep", "uvx", "semgrep@1.156.0", "scan", "--config", "p/python", "--metrics", "off", "--error", "--sarif-output=reports/sast/semgrep.sarif", "--gitlab-sast-output=reports/sast/gl-sast-report.json") with { OnFailure = OnFailure.Later, Findings = [1] }) with
    {
        Title = "Static security analysis",
        Toolchains = Toolchains,
        Reports =
        [
            new(ReportKind.Sarif, "reports/sast/bandit.sarif") { Tool = "bandit" },
            new(ReportKind.Sarif, "reports/sast/semgrep.sarif") { Tool = "semgrep" },
            new(ReportKind.Sast, "reports/sast/gl-sast-report.json"),
        ],
        Digest = "1f0e5d6c" + new string('0', 56),
    };

    private static Job Lint() => Job(
        "lint",
        Phase.Check,
        Argv("ruff report", "uv", "run", "ruff", "check", "--exit-zero", "--output-format=gitlab", "--output-file=reports/lint/codequality.json"),
        Argv("ruff check", "uv", "run", "ruff", "check") with { OnFailure = OnFailure.Later, Findings = [1] },
        Argv("ruff format", "uv", "run", "ruff", "format", "--check") with { OnFailure = OnFailure.Later, Findings = [1] }) with
    {
        Title = "Lint",
        Toolchains = Toolchains,
        Install = Deps,
        Reports = [new(ReportKind.Codequality, "reports/lint/codequality.json")],
        Digest = "2f0e5d6c" + new string('0', 56),
    };

    private static Job Licences() => Job(
        "licence-check",
        Phase.Check,
        Argv("pip-licenses", "uv", "run", "--with", "pip-licenses==5.5.5", "pip-licenses", "--from=mixed", "--format=json", "--output-file=reports/licence-check/licences.json"),
        Argv("pip-licenses gate", "uv", "run", "--with", "pip-licenses==5.5.5", "pip-licenses", "--from=mixed", "--allow-only=MIT;BSD-3-Clause;Apache-2.0", "--partial-match")) with
    {
        Title = "Licences",
        Toolchains = Toolchains,
        Install = Deps with { Id = "runtime", Run = [["uv", "sync", "--locked", "--no-dev"]] },
        Reports = [new(ReportKind.Other, "reports/licence-check/licences.json")],
        Digest = "3f0e5d6c" + new string('0', 56),
    };

    private static Job Tests() => Job(
        "test-coverage",
        Phase.Test,
        Argv("pytest", "uv", "run", "pytest", "--cov", "--cov-fail-under=75", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"),
        Argv("coverage table", "uv", "run", "coverage", "report", "--format=markdown") with { Always = true, Stdout = "reports/test-coverage/summary.md" }) with
    {
        Title = "Tests",
        Toolchains = [new(Python, new MatrixValue("python")), new(Uv, "0.12.5")],
        Matrix = new Matrix { Axes = [new MatrixAxis("python", ["3.11", "3.12"])] },
        Install = Deps,
        Env = [new("PYTHONUTF8", "1")],
        Reports =
        [
            new(ReportKind.Junit, "reports/test-coverage/junit.xml"),
            new(ReportKind.Cobertura, "reports/test-coverage/cobertura.xml") { Line = @"^TOTAL.*?(\d+(?:\.\d+)?)%$" },
            new(ReportKind.Summary, "reports/test-coverage/summary.md"),
        ],
        Timeout = TimeSpan.FromMinutes(20),
        Digest = "4f0e5d6c" + new string('0', 56),
    };

    private static Job Docs() => Job("docs", Phase.Build, Argv("sphinx", "uv", "run", "sphinx-build", "-W", "--keep-going", "-n", "-b", "html", "docs", "public")) with
    {
        Title = "Documentation",
        Toolchains = Toolchains,
        Install = Deps,
        Artifacts = [new Artifact("html", ["public/"])],
        Digest = "5f0e5d6c" + new string('0', 56),
    };

    private static Job Site() => Job("docs-deploy", Phase.Deploy) with
    {
        Title = "Deploy the documentation",
        Toolchains = [],
        Run = [],
        Needs = [new Need("docs", ["html"])],
        NeedsGate = true,
        When = new Condition { Events = PipelineEvents.Push, Branches = ["main"] },
        Pages = new Pages("docs", "html", "public"),
        Concurrency = new Concurrency("pages", Cancel: false),
        Digest = "6f0e5d6c" + new string('0', 56),
    };
}
