// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=type-check (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("gitleaks", "`brew install gitleaks`, or a release from github.com/gitleaks/gitleaks", ["gitleaks", "version"],
    @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("grype", "`brew install grype`, or a release from github.com/anchore/grype", ["grype", "version"],
    @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("syft", "`brew install syft`, or a release from github.com/anchore/syft", ["syft", "version"], @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("type-check", "Types",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5", "uvx"], Reports = "reports/type-check", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups", "--extra=fast"]))
    .Does(() => Run(["uvx", "ty@0.0.104", "check", "--no-progress", "--error-on-warning", "src"], later: true))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "mypy==2.3.1", "mypy", "--junit-xml=reports/type-check/mypy.junit.xml",
        "src"))
    .Does(() => Expect("reports/type-check/mypy.junit.xml"));

Stage("complexity", "Complexity",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5", "uvx"], Reports = "reports/complexity", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "radon@6.0.1", "cc", "--min=A", "--max=F", "--output-file=", "--json", "--exclude=*/generated/*",
        "src"], to: "reports/complexity/complexity.json"))
    .Does(() => Run(["uvx", "radon@6.0.1", "mi", "--min=A", "--max=C", "--output-file=", "--json", "--exclude=*/generated/*",
        "src"], to: "reports/complexity/maintainability.json"))
    .Does(() => Run(["uv", "run", "--no-project", "python", ".pipelinekit/radon/check_complexity.py", "reports/complexity",
        "--absolute=A", "--modules=A", "--average=A", "--maintainability=A"], later: true))
    .Does(() => Run("uv", "run", "--no-project", "python", "-B", ".pipelinekit/xenon/check_sources.py", "--exclude=.pipelinekit",
        "--exclude=*/generated/*", "src"))
    .Does(() => Run(["uvx", "xenon@0.9.3", "--max-absolute=A", "--max-modules=A", "--max-average=A", "--exclude=*/generated/*",
        "src"], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "--select=C901",
        "--config=lint.mccabe.max-complexity=5", "--exclude=*/generated/*", "src"))
    .Does(() => Expect("reports/complexity/codequality.json"));

Stage("sast", "Static security analysis; fails from high severity on",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5", "uvx"], Reports = "reports/sast", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "semgrep@1.156.0", "scan", "--config=p/python", "--config=.semgrep.yml", "--metrics=off",
        "--exclude=.pipelinekit", "--exclude=tests", "--exclude=.venv", "--exclude=build",
        "--sarif-output=reports/sast/semgrep.sarif", "--gitlab-sast-output=reports/sast/semgrep.gitlab.json", "."],
        findings: [1]))
    .Does(() => Run(["uvx", "semgrep@1.156.0", "scan", "--config=p/python", "--config=.semgrep.yml", "--metrics=off", "--error",
        "--severity=ERROR", "--exclude=.pipelinekit", "--exclude=tests", "--exclude=.venv", "--exclude=build", "."], later: true))
    .Does(() => Run("uv", "run", "--no-project", "python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit",
        "--exclude=tests", "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "--quiet", "--recursive",
        "--exclude=./.pipelinekit,./tests,./.venv,./build", "-lll", "."))
    .Does(() => Expect("reports/sast/semgrep.sarif", "reports/sast/semgrep.gitlab.json"));

Stage("secrets", "Secrets", new() { Minutes = 15, Needs = ["gitleaks >= 8.30.1", "git"], Reports = "reports/secrets" })
    .Does(() => Run("git", "rev-parse", "--verify", "HEAD"))
    .Does(() => Run("gitleaks", "git", ".", "--redact", "--verbose", "--no-banner", "--exit-code=2",
        "--baseline-path=.gitleaks-baseline.json", "--report-format=sarif", "--report-path=reports/secrets/gitleaks.sarif"))
    .Does(() => Expect("reports/secrets/gitleaks.sarif"));

Stage("dependency-audit", "Vulnerable dependencies",
    new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("uv", "export", "--quiet", "--locked", "--no-emit-project", "--no-default-groups", "--extra=fast",
        "--format=requirements.txt", "--output-file=reports/dependency-audit/requirements.txt"))
    .Does(() => Run("uvx", "pip-audit@2.10.1", "--requirement=reports/dependency-audit/requirements.txt", "--no-deps",
        "--disable-pip", "--strict", "--ignore-vuln=GHSA-xxxx-yyyy-zzzz", "--progress-spinner=off"));

Stage("sbom", "Bill of materials", new() { Minutes = 15, Needs = ["syft >= 1.51.0"], Reports = "reports/sbom" })
    .Does(() => Run("syft", "scan", "dir:.", "--source-name=checks", "--exclude=./reports", "--exclude=./.git", "--output=table",
        "--output=cyclonedx-json=reports/sbom/sbom.cdx.json", "--output=spdx-json=reports/sbom/sbom.spdx.json"))
    .Does(() => Expect("reports/sbom/sbom.cdx.json", "reports/sbom/sbom.spdx.json"));

Stage("sbom-grype", "Bill of materials (Grype); fails from critical severity on",
    new() { Minutes = 15, Needs = ["grype >= 0.117.0"], Reports = "reports/sbom-grype" })
    .IsDependentOn("sbom")
    .WithCriteria(() => NeedsHavePassed("sbom-grype"))
    .Does(() => Run("grype", "sbom:reports/sbom/sbom.cdx.json", "--only-fixed", "--fail-on=critical", "--output=table",
        "--output=sarif=reports/sbom-grype/grype.sarif", "--output=json=reports/sbom-grype/vulnerabilities.json"))
    .Does(() => Expect("reports/sbom-grype/grype.sarif", "reports/sbom-grype/vulnerabilities.json"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("type-check").IsDependentOn("complexity").IsDependentOn("sast")
    .IsDependentOn("secrets").IsDependentOn("dependency-audit").IsDependentOn("sbom").IsDependentOn("sbom-grype");
Task("Default").IsDependentOn("quality-gate");
