// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("docker", "docs.docker.com/engine, or your system's packages (docker.io)", "docker", "--version");
Tool("grype", "`brew install grype`, or a release from github.com/anchore/grype", ["grype", "version"],
    @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("syft", "`brew install syft`, or a release from github.com/anchore/syft", ["syft", "version"], @"([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Task("clean-cache").Description("Clear the caches").Does(() => Information("clear-caches is an operation of the CI platform."));

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "src", "tests"], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "src", "tests"));

Stage("complexity", "Complexity",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5", "uvx"], Reports = "reports/complexity", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "radon@6.0.1", "cc", "--min=A", "--max=F", "--output-file=", "--json", "src"],
        to: "reports/complexity/complexity.json"))
    .Does(() => Run(["uvx", "radon@6.0.1", "mi", "--min=A", "--max=C", "--output-file=", "--json", "src"],
        to: "reports/complexity/maintainability.json"))
    .Does(() => Run("uv", "run", "--no-project", "python", ".pipelinekit/radon/check_complexity.py", "reports/complexity",
        "--absolute=B", "--modules=A", "--average=A", "--maintainability=A"))
    .Does(() => Expect("reports/complexity/codequality.json"));

Stage("type-check", "Types", new() { Minutes = 15, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uvx", "ty@0.0.104", "check", "--no-progress", "--error-on-warning"));

Stage("licence-check", "Licences",
    new() { Minutes = 10, Needs = ["uv >= 0.12.5"], Reports = "reports/licence-check", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("uv", "run", "--locked", "--isolated", "--no-default-groups", "python", "-B",
        ".pipelinekit/python-licences/check_installed_licences.py", "--policy=.pipelinekit/licences/policy.json",
        "--report=reports/licence-check/licences.json", "--summary=reports/licence-check/summary.md"))
    .Does(() => Expect("reports/licence-check/licences.json"));

Stage("sast", "Static security analysis; fails from high severity on",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5", "uvx"], Reports = "reports/sast", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run(["uvx", "semgrep@1.156.0", "scan", "--config=p/python", "--config=p/security-audit",
        "--config=p/owasp-top-ten", "--config=p/cwe-top-25", "--config=p/secrets", "--config=.semgrep.yml", "--metrics=off",
        "--exclude=.pipelinekit", "--exclude=tests", "--exclude=.venv", "--exclude=build",
        "--sarif-output=reports/sast/semgrep.sarif", "--gitlab-sast-output=reports/sast/semgrep.gitlab.json", "."],
        findings: [1]))
    .Does(() => Run(["uvx", "semgrep@1.156.0", "scan", "--config=p/python", "--config=p/security-audit",
        "--config=p/owasp-top-ten", "--config=p/cwe-top-25", "--config=p/secrets", "--config=.semgrep.yml", "--metrics=off",
        "--error", "--severity=ERROR", "--exclude=.pipelinekit", "--exclude=tests", "--exclude=.venv", "--exclude=build", "."],
        later: true))
    .Does(() => Run("uv", "run", "--no-project", "python", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit",
        "--exclude=tests", "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "--quiet", "--recursive",
        "--configfile=pyproject.toml", "--exclude=./.pipelinekit,./tests,./.venv,./build", "-lll", "."))
    .Does(() => Expect("reports/sast/semgrep.sarif", "reports/sast/semgrep.gitlab.json"));

Stage("sbom", "Bill of materials", new() { Minutes = 15, Needs = ["syft >= 1.51.0"], Reports = "reports/sbom" })
    .Does(() => Run("syft", "scan", "dir:.", "--source-name=percentiles", "--exclude=./reports", "--exclude=./.git",
        "--output=table", "--output=cyclonedx-json=reports/sbom/sbom.cdx.json", "--output=spdx-json=reports/sbom/sbom.spdx.json"))
    .Does(() => Expect("reports/sbom/sbom.cdx.json", "reports/sbom/sbom.spdx.json"));

Stage("sbom-grype", "Bill of materials (Grype); fails from critical severity on",
    new() { Minutes = 15, Needs = ["grype >= 0.117.0"], Reports = "reports/sbom-grype" })
    .IsDependentOn("sbom")
    .WithCriteria(() => NeedsHavePassed("sbom-grype"))
    .Does(() => Run("grype", "sbom:reports/sbom/sbom.cdx.json", "--fail-on=critical", "--output=table",
        "--output=sarif=reports/sbom-grype/grype.sarif", "--output=json=reports/sbom-grype/vulnerabilities.json"))
    .Does(() => Expect("reports/sbom-grype/grype.sarif", "reports/sbom-grype/vulnerabilities.json"));

Stage("test-coverage", "Tests; at least 75 % of the lines and branches",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5"], Reports = "reports/test-coverage", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
        "--cov-branch", "--cov-fail-under=75", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml",
        "--cov-report=html:reports/test-coverage/html", "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/html", "reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("container", "Container image", new() { Minutes = 30, Needs = ["docker"], Reports = "reports/container" })
    .Does(() => Run("docker", "build", "--pull", "--file=Dockerfile", "--tag=container:built", "--", "."))
    .Does(() => Run("docker", "save", "--output=reports/container/image.tar", "container:built"))
    .Does(() => Expect("reports/container/image.tar"));

Stage("build", "Package", new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Run("uv", "build", "--clear", "--out-dir", "dist"))
    .Does(() => Expect("dist"));

Stage("docs", "Documentation",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Reports = "reports/docs", Env = { ["UV_PYTHON"] = "3.13" } })
    .Does(() => Install("python 3.13", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "sphinx==9.0.4", "sphinx-build", "-W", "--keep-going", "-b", "html",
        "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Stage("container-push", "Push the container image", new()
{
    Minutes = 15,
    Needs = ["docker", "sh"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("container")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("container-push"))
    .Does(() => Run("sh", ".pipelinekit/container/push.sh", "docker", "reports/container/image.tar", "container:built"));

Stage("publish", "Publish", new()
{
    Minutes = 15,
    Needs = ["uv >= 0.12.5"],
    Env = { ["UV_PYTHON"] = "3.13" },
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish"))
    .Does(() => Run("uv", "publish", "--trusted-publishing", "always", "--check-url", "https://pypi.org/simple/"));

Stage("docs-site", "Deploy the documentation", new() { Minutes = 10 })
    .IsDependentOn("docs")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("docs-site"))
    .Does(() => Information("The pages are in reports/docs/html."));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("complexity").IsDependentOn("type-check")
    .IsDependentOn("licence-check").IsDependentOn("sast").IsDependentOn("sbom").IsDependentOn("sbom-grype")
    .IsDependentOn("test-coverage").IsDependentOn("container").IsDependentOn("build").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
