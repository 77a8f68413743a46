// Made by PipelineKit from pipelinekit.yml. Change that file and run `dotnet tool run pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=licence-check-api (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");

Stage("licence-check-api", "Licences", new() { Directory = "api", Minutes = 10, Needs = ["dotnet >= 10.0"] })
    .Does(() => Install(["dotnet", "restore", "Api.sln"]))
    .Does(() => Run("dotnet", "tool", "restore", "--tool-manifest", "../.pipelinekit/dotnet-tools.json", "--configfile",
        "../.pipelinekit/feed.config"))
    .Does(() => Run("dotnet", "pipelinekit", "licences", "--directory", "..", "."));

Stage("licence-check-web", "Licences", new() { Directory = "web", Minutes = 10, Needs = ["dotnet >= 10.0"] })
    .Does(() => Run("dotnet", "tool", "restore", "--tool-manifest", "../.pipelinekit/dotnet-tools.json", "--configfile",
        "../.pipelinekit/feed.config"))
    .Does(() => Run("dotnet", "pipelinekit", "licences", "--directory", "..", "."));

Stage("drift", "Generated files are up to date", new() { Minutes = 5, Needs = ["dotnet >= 10.0"] })
    .Does(() => Run("dotnet", "tool", "restore", "--tool-manifest", ".pipelinekit/dotnet-tools.json", "--configfile",
        ".pipelinekit/feed.config"))
    .Does(() => Run("dotnet", "pipelinekit", "generate", "--check"));

Task("licence-check").IsDependentOn("licence-check-api").IsDependentOn("licence-check-web");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("licence-check-api").IsDependentOn("licence-check-web")
    .IsDependentOn("drift");
Task("Default").IsDependentOn("quality-gate");
