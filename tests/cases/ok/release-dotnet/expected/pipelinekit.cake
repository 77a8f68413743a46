// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint-rates (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("corepack", "`npm install --global corepack`", "corepack", "--version");
Tool("dotnet", "dot.net/download, or your system's packages (dotnet-sdk)", ["dotnet", "--version"], @"^([0-9]+\.[0-9]+\.[0-9]+)");
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("pnpm", "`corepack enable pnpm`", "pnpm", "--version");

Stage("lint-rates", "Lint", new()
{
    Directory = "services/rates",
    Minutes = 10,
    Needs = ["dotnet >= 10.0"],
    Reports = "services/rates/reports/lint-rates",
})
    .Does(() => Install(["dotnet", "restore", "Rates.sln"]))
    .Does(() => Run("dotnet", "format", "Rates.sln", "--verify-no-changes", "--no-restore", "--severity", "warn", "--report",
        "reports/lint-rates"))
    .Does(() => Expect("services/rates/reports/lint-rates/format-report.json"));

Stage("build-rates", "Package", new() { Directory = "services/rates", Minutes = 15, Needs = ["dotnet >= 10.0"] })
    .Does(() => Install(["dotnet", "restore", "Rates.sln"]))
    .Does(() => Run("dotnet", "pack", "Rates.sln", "--no-restore", "--configuration", "Release", "--output", "dist", "--nologo"))
    .Does(() => Expect("services/rates/dist"));

Stage("build-cli", "Package", new() { Directory = "tools/cli", Minutes = 15, Needs = ["dotnet >= 10.0"] })
    .Does(() => Install(["dotnet", "restore", "Cli.sln"]))
    .Does(() => Run("dotnet", "pack", "src/Cli/Cli.csproj", "--no-restore", "--configuration", "Release", "--output", "dist",
        "--nologo"))
    .Does(() => Expect("tools/cli/dist"));

Stage("build-web", "Package", new()
{
    Directory = "web",
    Minutes = 15,
    Needs = ["node 24", "corepack ~ 0.36.0", "pnpm ~ 12.21.0"],
    Reports = "web/reports/build-web",
})
    .Does(() => Install(["pnpm", "install", "--frozen-lockfile"]))
    .Does(() => Run("pnpm", "run", "bundle"))
    .Does(() => Run("pnpm", "pack", "--pack-destination=reports/build-web"))
    .Does(() => Expect("web/reports/build-web"));

Stage("publish-rates", "Publish", new()
{
    Directory = "services/rates",
    Minutes = 15,
    Needs = ["dotnet >= 10.0"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build-rates")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish-rates"))
    .Does(() => Run("dotnet", "nuget", "push", "dist/*.nupkg", "--source", "https://api.nuget.org/v3/index.json",
        "--skip-duplicate"));

Stage("publish-cli", "Publish", new()
{
    Directory = "tools/cli",
    Minutes = 15,
    Needs = ["dotnet >= 10.0"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build-cli")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish-cli"))
    .Does(() => Run("dotnet", "nuget", "push", "dist/*.nupkg", "--source", "https://api.nuget.org/v3/index.json",
        "--skip-duplicate"));

Stage("publish-web", "Publish", new()
{
    Directory = "web",
    Minutes = 15,
    Needs = ["node 24"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build-web")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish-web"))
    .Does(() => Run("node", ".pipelinekit/npm-publish/publish.mjs", "reports/build-web", "npx", "--yes", "npm@11.21.2", "publish",
        "--access=restricted"));

Task("lint").IsDependentOn("lint-rates");

Task("build").IsDependentOn("build-rates").IsDependentOn("build-cli").IsDependentOn("build-web");

Task("publish").IsDependentOn("publish-rates").IsDependentOn("publish-cli").IsDependentOn("publish-web");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint-rates").IsDependentOn("build-rates").IsDependentOn("build-cli")
    .IsDependentOn("build-web");
Task("Default").IsDependentOn("quality-gate");
