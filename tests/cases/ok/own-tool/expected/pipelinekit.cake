// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("house-prettier", "copy house-prettier from the tools share into a folder of PATH", "house-prettier");
Tool("npm", "nodejs.org, or a version manager such as fnm or nvm", "npm");
Tool("npx", "nodejs.org, or a version manager such as fnm or nvm", "npx");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["node 24", "npm", "house-prettier", "npx"] })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run(["house-prettier", "check", "--strict", "."], later: true))
    .Does(() => Run("npx", "--no-install", "biome", "ci", "."));

Task("quality-gate").Description("Every stage that decides").IsDependentOn("lint");
Task("Default").IsDependentOn("quality-gate");
