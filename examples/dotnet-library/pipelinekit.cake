// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/lint" })
    .Does(() => Install(["dotnet", "restore", "Durations.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "format", "Durations.sln", "--verify-no-changes", "--no-restore", "--severity", "warn", "--report",
        "reports/lint"))
    .Does(() => Expect("reports/lint/format-report.json"));

Stage("sast", "Static security analysis; fails from medium severity on",
    new() { Minutes = 20, Needs = ["dotnet >= 10.0"], Reports = "reports/sast" })
    .Does(() => Install(["dotnet", "restore", "Durations.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/security-code-scan/analyze.csproj", "-nologo", "-verbosity:minimal",
        "-restore", "-target:Build;Analyze", "-property:AnalyzerSolution=Durations.sln",
        "-property:AnalyzerPackage=SecurityCodeScan.VS2019", "-property:AnalyzerVersion=5.6.7"))
    .Does(() => Run("dotnet", "exec", ".pipelinekit/security-code-scan/bin/analyze.dll", "reports/sast",
        "--rules=SCS,CA2100,CA2109,CA2119,CA2153,CA23,CA3,CA53,CA54",
        "--fail-on=SCS0001,SCS0002,SCS0003,SCS0004,SCS0005,SCS0006,SCS0007,SCS0008,SCS0009,SCS001,SCS0026,SCS0027,SCS0028," +
        "SCS0029,SCS0031,CA2100,CA23,CA3,CA535,CA536,CA537,CA538,CA539,CA54"))
    .Does(() => Expect("reports/sast/sast.sarif", "reports/sast/codequality.json"));

Stage("licence-check", "Licences", new() { Minutes = 10, Needs = ["dotnet >= 10.0"], Reports = "reports/licence-check" })
    .Does(() => Install(["dotnet", "restore", "Durations.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-licences/projects.proj", "-nologo",
        "-property:LicenceFolder=reports/licence-check/projects", "-property:LicenceSolution=Durations.sln"))
    .Does(() => Run("dotnet", "run", "--project", ".pipelinekit/dotnet-licences/check.csproj", "--",
        "--policy=.pipelinekit/licences/policy.json", "--projects=reports/licence-check/projects",
        "--report=reports/licence-check/licences.json", "--summary=reports/licence-check/summary.md"))
    .Does(() => Expect("reports/licence-check/licences.json"));

Stage("test-coverage", "Tests; at least 90 % of the lines",
    new() { Minutes = 20, Needs = ["dotnet >= 10.0"], Reports = "reports/test-coverage" })
    .Does(() => Install(["dotnet", "restore", "Durations.sln", "--locked-mode"]))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Clean",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Run(["dotnet", "test", "Durations.sln", "--no-restore", "--configuration", "Release", "--nologo",
        "--results-directory", "reports/test-coverage/results", "--logger", "trx", "--collect", "XPlat Code Coverage"],
        later: true))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:JUnit",
        "-property:Reports=reports/test-coverage"))
    .Does(() => Run("dotnet", "tool", "exec", "--yes", "dotnet-reportgenerator-globaltool@5.6.0", "--",
        "-reports:reports/test-coverage/results/*/coverage.cobertura.xml", "-targetdir:reports/test-coverage/merged",
        "-reporttypes:Cobertura;TextSummary", "-verbosity:Warning"))
    .Does(() => Run("dotnet", "msbuild", ".pipelinekit/dotnet-test/reports.proj", "-nologo", "-target:Cobertura;Gate",
        "-property:Reports=reports/test-coverage", "-property:MinimumLines=90"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["dotnet >= 10.0"] })
    .Does(() => Install(["dotnet", "restore", "Durations.sln", "--locked-mode"]))
    .Does(() => Run(["dotnet", "msbuild", ".pipelinekit/xml-docs/check.proj", "-nologo", "-verbosity:minimal",
        "-property:DocsSolution=Durations.sln"], later: true))
    .Does(() => Run("dotnet", "tool", "exec", "--yes", "docfx@2.78.5", "--", "docfx.json", "--warningsAsErrors"))
    .Does(() => Expect("_site"));

Stage("docs-site", "Deploy the documentation", new() { Minutes = 10 })
    .IsDependentOn("docs")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("docs-site"))
    .Does(() => Information("The pages are in _site."));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
