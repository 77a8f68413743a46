// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=type-check (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");
Tool("gitleaks", "`brew install gitleaks`, or a release from github.com/gitleaks/gitleaks", ["gitleaks", "version"],
    @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("grype", "`brew install grype`, or a release from github.com/anchore/grype", ["grype", "version"],
    @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("syft", "`brew install syft`, or a release from github.com/anchore/syft", ["syft", "version"], @"([0-9]+\.[0-9]+\.[0-9]+)");

Stage("type-check", "Types", new() { Minutes = 15, Needs = ["dotnet >= 10.0"], Reports = "reports/type-check" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/nullable/analyze.csproj", "-nologo", "-verbosity:minimal", "-restore",
        "-target:Build;Analyze", "-property:AnalyzerSolution=Shop.sln", "-property:AnalyzerScope=compiler"))
    .Does(() => Run("dotnet", "exec", ".pipelinekit/nullable/bin/analyze.dll", "reports/type-check",
        "--rules=CS8597,CS86,CS8714,CS876,CS877,CS8819,CS8824,CS8825,CS8847", "--name=nullable"))
    .Does(() => Expect("reports/type-check/nullable.sarif", "reports/type-check/codequality.json"));

Stage("complexity", "Complexity", new() { Minutes = 15, Needs = ["dotnet >= 10.0"], Reports = "reports/complexity" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/code-metrics/analyze.csproj", "-nologo", "-verbosity:minimal", "-restore",
        "-target:Build;Analyze", "-property:AnalyzerSolution=Shop.sln", "-property:AnalyzerScope=metrics",
        "-property:AnalyzerComplexity=20", "-property:AnalyzerMaintainability=10"))
    .Does(() => Run("dotnet", "exec", ".pipelinekit/code-metrics/bin/analyze.dll", "reports/complexity", "--rules=CA1502,CA1505",
        "--name=complexity"))
    .Does(() => Expect("reports/complexity/complexity.sarif", "reports/complexity/codequality.json"));

Stage("secrets", "Secrets", new() { Minutes = 15, Needs = ["gitleaks >= 8.30.1", "git"], Reports = "reports/secrets" })
    .Does(() => Run("git", "rev-parse", "--verify", "HEAD"))
    .Does(() => Run("gitleaks", "git", ".", "--redact", "--verbose", "--no-banner", "--exit-code=2", "--report-format=sarif",
        "--report-path=reports/secrets/gitleaks.sarif"))
    .Does(() => Expect("reports/secrets/gitleaks.sarif"));

Stage("dependency-audit", "Vulnerable dependencies; fails from high severity on",
    new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/dependency-audit" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln", "--locked-mode"]))
    .Does(() => Run(["dotnet", "package", "list", "--project", "Shop.sln", "--vulnerable", "--include-transitive", "--format",
        "json"], to: "reports/dependency-audit/packages.json"))
    .Does(() => Run("dotnet", "run", "--project", ".pipelinekit/nuget-audit/audit.csproj", "--",
        "reports/dependency-audit/packages.json", "--fail-on=high", "--ignore=GHSA-5crp-9r3c-p9vr"))
    .Does(() => Expect("reports/dependency-audit/codequality.json"));

Stage("sbom", "Bill of materials", new() { Minutes = 15, Needs = ["syft >= 1.51.0"], Reports = "reports/sbom" })
    .Does(() => Run("syft", "scan", "dir:.", "--source-name=checks", "--exclude=./reports", "--exclude=./.git", "--output=table",
        "--output=cyclonedx-json=reports/sbom/sbom.cdx.json", "--output=spdx-json=reports/sbom/sbom.spdx.json"))
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
