// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");
Tool("node-for-tests", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"],
    @"v([0-9]+\.[0-9]+\.[0-9]+)");

Stage("lint", "Lint; fails from error severity on", new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/lint" })
    .Does(() => Install(["dotnet", "restore", "PipelineKit.sln", "--locked-mode"], ["dotnet", "tool", "restore"]))
    .Does(() => Run("dotnet", "format", "PipelineKit.sln", "--verify-no-changes", "--no-restore", "--severity", "error",
        "--report", "reports/lint"))
    .Does(() => Expect("reports/lint/format-report.json"));

Stage("sast", "Static security analysis; fails from low severity on",
    new() { Minutes = 20, Needs = ["dotnet >= 10.0"], Reports = "reports/sast" })
    .Does(() => Install(["dotnet", "restore", "PipelineKit.sln", "--locked-mode"], ["dotnet", "tool", "restore"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/security-code-scan/analyze.csproj", "-nologo", "-verbosity:minimal",
        "-restore", "-target:Build;Analyze", "-property:AnalyzerSolution=PipelineKit.sln",
        "-property:AnalyzerPackage=SecurityCodeScan.VS2019", "-property:AnalyzerVersion=5.6.7"))
    .Does(() => Run("dotnet", "exec", ".pipelinekit/security-code-scan/bin/analyze.dll", "reports/sast",
        "--rules=SCS,CA2100,CA2109,CA2119,CA2153,CA23,CA3,CA53,CA54"))
    .Does(() => Expect("reports/sast/sast.sarif", "reports/sast/codequality.json"));

Stage("licence-check", "Licences", new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/licence-check" })
    .Does(() => Install(["dotnet", "restore", "PipelineKit.sln", "--locked-mode"], ["dotnet", "tool", "restore"]))
    .Does(() => Run(["dotnet", "run", "--project", "src/PipelineKit.Cli", "--no-restore", "--configuration", "Release", "--",
        "licences", "--quiet", "--exclude", "examples", "--exclude", "tests/*/fixtures", "--exclude", "tests/cases", "--format",
        "sarif", "."], to: "reports/licence-check/licences.sarif", findings: [1]))
    .Does(() => Run(["dotnet", "run", "--project", "src/PipelineKit.Cli", "--no-restore", "--configuration", "Release", "--",
        "licences", "--quiet", "--exclude", "examples", "--exclude", "tests/*/fixtures", "--exclude", "tests/cases", "--format",
        "gitlab", "."], to: "reports/licence-check/licences.codequality.json", findings: [1]))
    .Does(() => Run(["dotnet", "run", "--project", "src/PipelineKit.Cli", "--no-restore", "--configuration", "Release", "--",
        "licences", "--quiet", "--exclude", "examples", "--exclude", "tests/*/fixtures", "--exclude", "tests/cases", "--format",
        "cyclonedx", "."], to: "reports/licence-check/licences.cdx.json", findings: [1]))
    .Does(() => Run("dotnet", "run", "--project", "src/PipelineKit.Cli", "--no-restore", "--configuration", "Release", "--",
        "licences", "--exclude", "examples", "--exclude", "tests/*/fixtures", "--exclude", "tests/cases", "."));

Stage("test-coverage", "Tests; at least 85 % of the lines",
    new() { Minutes = 40, Needs = ["dotnet >= 10.0", "node-for-tests >= 20.11"], Reports = "reports/test-coverage" })
    .Does(() => Install(["dotnet", "restore", "PipelineKit.sln", "--locked-mode"], ["dotnet", "tool", "restore"]))
    .Does(() => Run("dotnet", "cake", "--target=set-up"))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Clean",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Run(["dotnet", "test", "PipelineKit.sln", "--no-restore", "--configuration", "Release", "--nologo",
        "--results-directory", "reports/test-coverage/results", "--logger", "trx", "--collect", "XPlat Code Coverage",
        "--settings", "build/coverage.runsettings"], later: true))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:JUnit",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Run("dotnet", "tool", "exec", "--yes", "dotnet-reportgenerator-globaltool@5.6.0", "--",
        "-reports:reports/test-coverage/results/*/coverage.cobertura.xml", "-targetdir:reports/test-coverage/merged",
        "-reporttypes:Cobertura;TextSummary", "-verbosity:Warning"))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Cobertura;Gate",
        "-property:Reports=reports/test-coverage", "-property:MinimumLines=85",
        "-property:Assemblies=PipelineKit.Core/PipelineKit.Platforms"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["dotnet >= 10.0"], Reports = "reports/docs" })
    .Does(() => Install(["dotnet", "restore", "PipelineKit.sln", "--locked-mode"], ["dotnet", "tool", "restore"]))
    .Does(() => Run(["dotnet", "msbuild", ".pipelinekit/xml-docs/check.proj", "-nologo", "-verbosity:minimal",
        "-property:DocsSolution=PipelineKit.sln"], later: true))
    .Does(() => Run("dotnet", "docfx", "build/site/docfx.json", "--warningsAsErrors"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
