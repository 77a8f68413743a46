// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint-api (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("bandit-debian", "apt-get install python3-bandit", "bandit");
Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");
Tool("flake8-debian", "apt-get install flake8", "flake8");
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("pytest-debian", "apt-get install python3-pytest python3-pytest-cov", "/usr/bin/python3", "-c",
    "from importlib.metadata import version; print('pytest', version('pytest'), 'pytest-cov', version('pytest-cov'))");
Tool("python-system", "apt-get install python3", "/usr/bin/python3");
Tool("sphinx-debian", "apt-get install python3-sphinx", "sphinx-build");
Tool("npm", "nodejs.org, or a version manager such as fnm or nvm", "npm");
Tool("npx", "nodejs.org, or a version manager such as fnm or nvm", "npx");

Stage("lint-api", "Lint",
    new() { Directory = "services/api", Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "services/api/reports/lint-api" })
    .Does(() => Install(["dotnet", "restore", "Rates.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "format", "Rates.sln", "--verify-no-changes", "--no-restore", "--severity", "warn", "--report",
        "reports/lint-api"))
    .Does(() => Expect("services/api/reports/lint-api/format-report.json"));

Stage("lint-web", "Lint", new()
{
    Directory = "web",
    Minutes = 10,
    Needs = ["node 22", "npm", "npx"],
    Reports = "web/reports/lint-web",
    Env = { ["ESLINT_REPORTS"] = "reports/lint-web", ["ESLINT_ROOT"] = ".." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "--format=./.pipelinekit/eslint/formatter.mjs",
        "--ignore-pattern=.pipelinekit/", "--ignore-pattern=reports/", "."))
    .Does(() => Expect("web/reports/lint-web/eslint.sarif", "web/reports/lint-web/eslint.codequality.json"));

Stage("lint-report", "Lint", new() { Directory = "tools/report", Minutes = 10, Needs = ["python-system", "flake8-debian"] })
    .Does(() => Run("flake8", "--extend-exclude=.venv,.pipelinekit", "--show-source", "."));

Stage("sast-api", "Static security analysis; fails from medium severity on",
    new() { Directory = "services/api", Minutes = 20, Needs = ["dotnet >= 10.0"], Reports = "services/api/reports/sast-api" })
    .Does(() => Install(["dotnet", "restore", "Rates.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/security-code-scan/analyze.csproj", "-nologo", "-verbosity:minimal",
        "-restore", "-target:Build;Analyze", "-property:AnalyzerSolution=Rates.sln",
        "-property:AnalyzerPackage=SecurityCodeScan.VS2019", "-property:AnalyzerVersion=5.6.7"))
    .Does(() => Run("dotnet", "exec", ".pipelinekit/security-code-scan/bin/analyze.dll", "reports/sast-api", "--up=../../",
        "--rules=SCS,CA2100,CA2109,CA2119,CA2153,CA23,CA3,CA53,CA54",
        "--fail-on=SCS0001,SCS0002,SCS0003,SCS0004,SCS0005,SCS0006,SCS0007,SCS0008,SCS0009,SCS001,SCS0026,SCS0027,SCS0028," +
        "SCS0029,SCS0031,CA2100,CA23,CA3,CA535,CA536,CA537,CA538,CA539,CA54"))
    .Does(() => Expect("services/api/reports/sast-api/sast.sarif", "services/api/reports/sast-api/codequality.json"));

Stage("sast-web", "Static security analysis; fails from low severity on", new()
{
    Directory = "web",
    Minutes = 20,
    Needs = ["node 22", "npm", "npx"],
    Reports = "web/reports/sast-web",
    Env = { ["ESLINT_REPORTS"] = "reports/sast-web", ["ESLINT_ROOT"] = ".." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "--no-config-lookup",
        "--config=.pipelinekit/eslint-security/security.config.mjs", "--format=./.pipelinekit/eslint-security/formatter.mjs",
        "--exit-on-fatal-error", "--ignore-pattern=.pipelinekit/", "--ignore-pattern=reports/",
        "--ignore-pattern=**/node_modules/**", "--ignore-pattern=**/dist/**", "--ignore-pattern=**/coverage/**",
        "--max-warnings=0", "."))
    .Does(() => Expect("web/reports/sast-web/eslint.sarif", "web/reports/sast-web/eslint.codequality.json"));

Stage("sast-report", "Static security analysis; fails from medium severity on",
    new() { Directory = "tools/report", Minutes = 20, Needs = ["python-system", "bandit-debian"] })
    .Does(() => Run("/usr/bin/python3", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit", "--exclude=tests",
        "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("bandit", "--quiet", "--recursive", "--exclude=./.pipelinekit,./tests,./.venv,./build", "-ll", "."));

Stage("licence-check-web", "Licences",
    new() { Directory = "web", Minutes = 10, Needs = ["node 22", "npm", "npx"], Reports = "web/reports/licence-check-web" })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run(["npx", "--yes", "license-checker-rseidelsohn@5.0.1", "--production", "--json"],
        to: "reports/licence-check-web/packages.json"))
    .Does(() => Run("node", ".pipelinekit/node-licences/check-licences.mjs", "--policy=.pipelinekit/licences/policy.json",
        "--list=reports/licence-check-web/packages.json", "--report=reports/licence-check-web/licences.json",
        "--summary=reports/licence-check-web/summary.md"))
    .Does(() => Expect("web/reports/licence-check-web/licences.json"));

Stage("test-coverage-api", "Tests; at least 80 % of the lines", new()
{
    Directory = "services/api",
    Minutes = 20,
    Needs = ["dotnet >= 10.0"],
    Reports = "services/api/reports/test-coverage-api",
})
    .Does(() => Install(["dotnet", "restore", "Rates.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Clean",
        "-property:Reports=reports/test-coverage-api"))
    .Does(() => Run(["dotnet", "test", "Rates.sln", "--no-restore", "--configuration", "Release", "--nologo",
        "--results-directory", "reports/test-coverage-api/results", "--logger", "trx", "--collect", "XPlat Code Coverage"],
        later: true))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:JUnit",
        "-property:Reports=reports/test-coverage-api"))
    .Does(() => Run("dotnet", "tool", "exec", "--yes", "dotnet-reportgenerator-globaltool@5.6.0", "--",
        "-reports:reports/test-coverage-api/results/*/coverage.cobertura.xml", "-targetdir:reports/test-coverage-api/merged",
        "-reporttypes:Cobertura;TextSummary", "-verbosity:Warning"))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Cobertura;Gate",
        "-property:Reports=reports/test-coverage-api", "-property:Up=../../", "-property:MinimumLines=80"))
    .Does(() => Expect("services/api/reports/test-coverage-api/junit.xml",
        "services/api/reports/test-coverage-api/cobertura.xml"));

Stage("test-coverage-web", "Tests; at least 90 % of the lines", new()
{
    Directory = "web",
    Minutes = 20,
    Needs = ["node 22", "npm", "npx"],
    Reports = "web/reports/test-coverage-web",
    Env = { ["NO_COLOR"] = "1" },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "vitest", "run", "--passWithNoTests=false", "--dangerouslyIgnoreUnhandledErrors=false",
        "--update=false", "--coverage.thresholds.autoUpdate=false", "--coverage.enabled", "--coverage.provider=v8",
        "--coverage.include=src/**", "--coverage.reporter=text", "--coverage.reporter=text-summary",
        "--coverage.reporter=cobertura", "--coverage.reportOnFailure",
        "--coverage.reportsDirectory=reports/test-coverage-web/coverage", "--coverage.thresholds.lines=90", "--reporter=default",
        "--reporter=junit", "--outputFile.junit=reports/test-coverage-web/junit.xml"))
    .Does(() => Run("node", ".pipelinekit/node-coverage/check-measured.mjs",
        "--coverage=reports/test-coverage-web/coverage/cobertura-coverage.xml"))
    .Does(() => Expect("web/reports/test-coverage-web/junit.xml",
        "web/reports/test-coverage-web/coverage/cobertura-coverage.xml"));

Stage("test-coverage-report", "Tests; at least 80 % of the lines", new()
{
    Directory = "tools/report",
    Minutes = 20,
    Needs = ["python-system", "pytest-debian"],
    Reports = "tools/report/reports/test-coverage-report",
})
    .Does(() => Run("/usr/bin/python3", "-m", "pytest", "--cov", "--cov-fail-under=80", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage-report/cobertura.xml", "--junitxml=reports/test-coverage-report/junit.xml"))
    .Does(() => Expect("tools/report/reports/test-coverage-report/junit.xml",
        "tools/report/reports/test-coverage-report/cobertura.xml"));

Stage("docs-api", "Documentation", new() { Directory = "services/api", Minutes = 15, Needs = ["dotnet >= 10.0"] })
    .Does(() => Install(["dotnet", "restore", "Rates.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/xml-docs/check.proj", "-nologo", "-verbosity:minimal",
        "-property:DocsSolution=Rates.sln"));

Stage("docs-web", "Documentation",
    new() { Directory = "web", Minutes = 15, Needs = ["node 22", "npm", "npx"], Reports = "web/reports/docs-web" })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "typedoc", "--out", "reports/docs-web/html", "--treatWarningsAsErrors",
        "--validation.notDocumented"))
    .Does(() => Expect("web/reports/docs-web/html"));

Stage("docs-report", "Documentation", new()
{
    Directory = "tools/report",
    Minutes = 15,
    Needs = ["python-system", "sphinx-debian"],
    Reports = "tools/report/reports/docs-report",
})
    .Does(() => Run("/usr/bin/python3", "-m", "sphinx", "-W", "--keep-going", "-b", "html", "docs", "reports/docs-report/html"))
    .Does(() => Expect("tools/report/reports/docs-report/html"));

Task("lint").IsDependentOn("lint-api").IsDependentOn("lint-web").IsDependentOn("lint-report");

Task("sast").IsDependentOn("sast-api").IsDependentOn("sast-web").IsDependentOn("sast-report");

Task("licence-check").IsDependentOn("licence-check-web");

Task("test-coverage").IsDependentOn("test-coverage-api").IsDependentOn("test-coverage-web").IsDependentOn("test-coverage-report");

Task("docs").IsDependentOn("docs-api").IsDependentOn("docs-web").IsDependentOn("docs-report");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint-api").IsDependentOn("lint-web").IsDependentOn("lint-report")
    .IsDependentOn("sast-api").IsDependentOn("sast-web").IsDependentOn("sast-report").IsDependentOn("licence-check-web")
    .IsDependentOn("test-coverage-api").IsDependentOn("test-coverage-web").IsDependentOn("test-coverage-report")
    .IsDependentOn("docs-api").IsDependentOn("docs-web").IsDependentOn("docs-report");
Task("Default").IsDependentOn("quality-gate");
