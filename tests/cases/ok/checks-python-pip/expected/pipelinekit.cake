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

Stage("type-check", "Types", new() { Minutes = 15, Needs = ["python 3.12"], Reports = "reports/type-check" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt",
        "--requirement=requirements-dev.txt"], ["python", "-m", "pip", "install", "mypy==2.3.1", "ty==0.0.104"]))
    .Does(() => Run(["python", "-m", "mypy", "--junit-xml=reports/type-check/mypy.junit.xml", "."], later: true))
    .Does(() => Run("python", "-m", "ty", "check", "--no-progress", "--exit-zero-on-warning"))
    .Does(() => Expect("reports/type-check/mypy.junit.xml"));

Stage("complexity", "Complexity", new() { Minutes = 15, Needs = ["python 3.12"], Reports = "reports/complexity" })
    .Does(() => Install(["python", "-m", "pip", "install", "radon==6.0.1", "xenon==0.9.3", "ruff==0.16.4"]))
    .Does(() => Run(["python", "-m", "radon", "cc", "--min=A", "--max=F", "--output-file=", "--json", "."],
        to: "reports/complexity/complexity.json"))
    .Does(() => Run(["python", "-m", "radon", "mi", "--min=A", "--max=C", "--output-file=", "--json", "."],
        to: "reports/complexity/maintainability.json"))
    .Does(() => Run(["python", ".pipelinekit/radon/check_complexity.py", "reports/complexity", "--absolute=B", "--modules=A",
        "--average=A", "--maintainability=B"], later: true))
    .Does(() => Run("python", "-B", ".pipelinekit/xenon/check_sources.py", "--exclude=.pipelinekit", "."))
    .Does(() => Run(["xenon", "--max-absolute=B", "--max-modules=A", "--max-average=A", "."], later: true))
    .Does(() => Run("python", "-m", "ruff", "check", "--no-fix", "--no-fix-only", "--select=C901",
        "--config=lint.mccabe.max-complexity=10", "."))
    .Does(() => Expect("reports/complexity/codequality.json"));

Stage("secrets", "Secrets", new() { Minutes = 15, Needs = ["gitleaks >= 8.30.1"], Reports = "reports/secrets" })
    .Does(() => Run("gitleaks", "dir", ".", "--redact", "--verbose", "--no-banner", "--exit-code=2", "--config=ci/gitleaks.toml",
        "--report-format=sarif", "--report-path=reports/secrets/gitleaks.sarif"))
    .Does(() => Expect("reports/secrets/gitleaks.sarif"));

Stage("dependency-audit", "Vulnerable dependencies", new() { Minutes = 10, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "pip-audit==2.10.1"]))
    .Does(() => Run("python", "-m", "pip_audit", "--requirement=requirements.txt", "--requirement=requirements-dev.txt",
        "--strict", "--progress-spinner=off"));

Stage("sbom", "Bill of materials", new() { Minutes = 15, Needs = ["syft >= 1.51.0"], Reports = "reports/sbom" })
    .Does(() => Run("syft", "scan", "dir:src", "--source-name=checks", "--exclude=./reports", "--exclude=./.git",
        "--output=table", "--output=cyclonedx-json=reports/sbom/sbom.cdx.json", "--output=spdx-json=reports/sbom/sbom.spdx.json"))
    .Does(() => Expect("reports/sbom/sbom.cdx.json", "reports/sbom/sbom.spdx.json"));

Stage("sbom-grype", "Bill of materials (Grype)",
    new() { Minutes = 15, Needs = ["grype >= 0.117.0"], Reports = "reports/sbom-grype" })
    .IsDependentOn("sbom")
    .WithCriteria(() => NeedsHavePassed("sbom-grype"))
    .Does(() => Run(["grype", "sbom:reports/sbom/sbom.cdx.json", "--output=table",
        "--output=sarif=reports/sbom-grype/grype.sarif", "--output=json=reports/sbom-grype/vulnerabilities.json"], findings: [2]))
    .Does(() => Expect("reports/sbom-grype/grype.sarif", "reports/sbom-grype/vulnerabilities.json"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("type-check").IsDependentOn("complexity").IsDependentOn("secrets")
    .IsDependentOn("dependency-audit").IsDependentOn("sbom").IsDependentOn("sbom-grype");
Task("Default").IsDependentOn("quality-gate");
