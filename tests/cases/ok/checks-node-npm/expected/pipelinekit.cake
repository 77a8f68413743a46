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
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("syft", "`brew install syft`, or a release from github.com/anchore/syft", ["syft", "version"], @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("npm", "nodejs.org, or a version manager such as fnm or nvm", "npm");
Tool("npx", "nodejs.org, or a version manager such as fnm or nvm", "npx");

Stage("type-check", "Types", new() { Minutes = 15, Needs = ["node 24", "npm", "npx"] })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "tsc", "--noEmit", "--pretty", "false", "--project", "tsconfig.build.json"));

Stage("complexity", "Complexity", new()
{
    Minutes = 15,
    Needs = ["node 24", "npm", "npx"],
    Reports = "reports/complexity",
    Env = { ["ESLINT_REPORTS"] = "reports/complexity", ["ESLINT_ROOT"] = "." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "--no-config-lookup",
        "--config=.pipelinekit/eslint-complexity/complexity.config.mjs",
        "--format=./.pipelinekit/eslint-complexity/formatter.mjs", "--exit-on-fatal-error", "--ignore-pattern=.pipelinekit/",
        "--ignore-pattern=reports/", "--ignore-pattern=**/node_modules/**", "--ignore-pattern=**/dist/**",
        "--ignore-pattern=**/coverage/**", "--rule=complexity: [error, 20]", "."))
    .Does(() => Expect("reports/complexity/eslint.sarif", "reports/complexity/eslint.codequality.json"));

Stage("secrets", "Secrets", new() { Minutes = 15, Needs = ["gitleaks >= 8.30.1", "git"], Reports = "reports/secrets" })
    .Does(() => Run("git", "rev-parse", "--verify", "HEAD"))
    .Does(() => Run("gitleaks", "git", ".", "--redact", "--verbose", "--no-banner", "--exit-code=2", "--report-format=sarif",
        "--report-path=reports/secrets/gitleaks.sarif"))
    .Does(() => Expect("reports/secrets/gitleaks.sarif"));

Stage("dependency-audit", "Vulnerable dependencies; fails from high severity on",
    new() { Minutes = 10, Needs = ["node 24", "npm"] })
    .Does(() => Run("npm", "audit", "--audit-level=high", "--omit=dev"));

Stage("sbom", "Bill of materials", new() { Minutes = 15, Needs = ["syft >= 1.51.0"], Reports = "reports/sbom" })
    .Does(() => Run("syft", "scan", "dir:.", "--source-name=checks", "--exclude=./reports", "--exclude=./.git", "--output=table",
        "--output=cyclonedx-json=reports/sbom/sbom.cdx.json", "--output=spdx-json=reports/sbom/sbom.spdx.json"))
    .Does(() => Expect("reports/sbom/sbom.cdx.json", "reports/sbom/sbom.spdx.json"));

Stage("sbom-grype", "Bill of materials (Grype); fails from high severity on",
    new() { Minutes = 15, Needs = ["grype >= 0.117.0"], Reports = "reports/sbom-grype" })
    .IsDependentOn("sbom")
    .WithCriteria(() => NeedsHavePassed("sbom-grype"))
    .Does(() => Run("grype", "sbom:reports/sbom/sbom.cdx.json", "--fail-on=high", "--output=table",
        "--output=sarif=reports/sbom-grype/grype.sarif", "--output=json=reports/sbom-grype/vulnerabilities.json"))
    .Does(() => Expect("reports/sbom-grype/grype.sarif", "reports/sbom-grype/vulnerabilities.json"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("type-check").IsDependentOn("complexity").IsDependentOn("secrets")
    .IsDependentOn("dependency-audit").IsDependentOn("sbom").IsDependentOn("sbom-grype");
Task("Default").IsDependentOn("quality-gate");
