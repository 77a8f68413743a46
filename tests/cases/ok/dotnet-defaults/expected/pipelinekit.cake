// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/lint" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln"]))
    .Does(() => Run("dotnet", "format", "Shop.sln", "--verify-no-changes", "--no-restore", "--severity", "warn", "--report",
        "reports/lint"))
    .Does(() => Expect("reports/lint/format-report.json"));

Stage("sast", "Static security analysis", new() { Minutes = 20, Needs = ["dotnet >= 10.0"], Reports = "reports/sast" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/security-code-scan/analyze.csproj", "-nologo", "-verbosity:minimal",
        "-restore", "-target:Build;Analyze", "-property:AnalyzerSolution=Shop.sln",
        "-property:AnalyzerPackage=SecurityCodeScan.VS2019", "-property:AnalyzerVersion=5.6.7"))
    .Does(() => Run(["dotnet", "exec", ".pipelinekit/security-code-scan/bin/analyze.dll", "reports/sast",
        "--rules=SCS,CA2100,CA2109,CA2119,CA2153,CA23,CA3,CA53,CA54"], findings: [2]))
    .Does(() => Expect("reports/sast/sast.sarif", "reports/sast/codequality.json"));

Stage("licence-check", "Licences", new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/licence-check" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-licences/projects.proj", "-nologo",
        "-property:LicenceFolder=reports/licence-check/projects", "-property:LicenceSolution=Shop.sln"))
    .Does(() => Run("dotnet", "run", "--project", ".pipelinekit/dotnet-licences/check.csproj", "--",
        "--policy=.pipelinekit/licences/policy.json", "--projects=reports/licence-check/projects",
        "--report=reports/licence-check/licences.json", "--summary=reports/licence-check/summary.md"))
    .Does(() => Expect("reports/licence-check/licences.json"));

Stage("test-coverage", "Tests", new() { Minutes = 20, Needs = ["dotnet >= 10.0"], Reports = "reports/test-coverage" })
    .Does(() => Install(["dotnet", "restore", "Shop.sln"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Clean",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Run(["dotnet", "test", "Shop.sln", "--no-restore", "--configuration", "Release", "--nologo",
        "--results-directory", "reports/test-coverage/results", "--logger", "trx", "--collect", "XPlat Code Coverage"],
        later: true))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:JUnit",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Run("dotnet", "tool", "exec", "--yes", "dotnet-reportgenerator-globaltool@5.6.0", "--",
        "-reports:reports/test-coverage/results/*/coverage.cobertura.xml", "-targetdir:reports/test-coverage/merged",
        "-reporttypes:Cobertura;TextSummary", "-verbosity:Warning"))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Cobertura;Gate",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["dotnet >= 10.0"] })
    .Does(() => Install(["dotnet", "restore", "Shop.sln"]))
    .Does(() => Run(["dotnet", "msbuild", ".pipelinekit/xml-docs/check.proj", "-nologo", "-verbosity:minimal",
        "-property:DocsSolution=Shop.sln"], later: true))
    .Does(() => Run("dotnet", "tool", "exec", "--yes", "docfx@2.78.5", "--", "docfx.json", "--warningsAsErrors"))
    .Does(() => Expect("_site"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
