// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("buildah", "apt-get install buildah", "buildah", "--version");
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("npm", "nodejs.org, or a version manager such as fnm or nvm", "npm");
Tool("npx", "nodejs.org, or a version manager such as fnm or nvm", "npx");

Stage("lint", "Lint", new()
{
    Minutes = 10,
    Needs = ["node 24", "npm", "npx"],
    Reports = "reports/lint",
    Env = { ["ESLINT_REPORTS"] = "reports/lint", ["ESLINT_ROOT"] = "." },
})
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npx", "--no-install", "eslint", "--format=./.pipelinekit/eslint/formatter.mjs",
        "--ignore-pattern=.pipelinekit/", "--ignore-pattern=reports/", "."))
    .Does(() => Expect("reports/lint/eslint.sarif", "reports/lint/eslint.codequality.json"));

Stage("build", "Package", new() { Minutes = 15, Needs = ["node 24", "npm"], Reports = "reports/build" })
    .Does(() => Install(["npm", "ci"]))
    .Does(() => Run("npm", "run", "--if-present", "build"))
    .Does(() => Run("npm", "pack", "--pack-destination=reports/build"))
    .Does(() => Expect("reports/build"));

Stage("container", "Container image", new()
{
    Minutes = 30,
    Needs = ["buildah"],
    Reports = "reports/container",
    Env = { ["BUILDAH_ISOLATION"] = "chroot", ["STORAGE_DRIVER"] = "vfs" },
})
    .Does(() => Run("buildah", "build", "--pull", "--format=docker", "--file=deploy/Dockerfile", "--target=runtime",
        "--build-arg=NODE_ENV=production", "--tag=container:built", "--", "."))
    .Does(() => Run("buildah", "push", "container:built", "docker-archive:reports/container/image.tar:container:built"))
    .Does(() => Expect("reports/container/image.tar"));

Stage("publish", "Publish", new()
{
    Minutes = 15,
    Needs = ["node 24"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish"))
    .Does(() => Run("node", ".pipelinekit/npm-publish/publish.mjs", "reports/build", "npx", "--yes", "npm@11.21.2", "publish",
        "--access=public", "--provenance", "--tag=next"));

Stage("container-push", "Push the container image", new()
{
    Minutes = 15,
    Needs = ["buildah", "sh"],
    Env = { ["BUILDAH_ISOLATION"] = "chroot", ["REGISTRY_PASSWORD"] = EnvironmentVariable("REGISTRY_PASSWORD"),
        ["REGISTRY_USER"] = EnvironmentVariable("REGISTRY_USER"), ["STORAGE_DRIVER"] = "vfs" },
    Skip = (HasArgument("allow-publish") ? null : "it publishes, which needs " +
        "--allow-publish") ?? (HasEnvironmentVariable("REGISTRY_PASSWORD") ? null : "the secret REGISTRY_PASSWORD is not in " +
        "the environment") ?? (HasEnvironmentVariable("REGISTRY_USER") ? null : "the secret REGISTRY_USER is not in the " +
        "environment"),
})
    .IsDependentOn("container")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("container-push"))
    .Does(() => Run("sh", ".pipelinekit/container/push.sh", "buildah", "reports/container/image.tar", "container:built",
        "docker.io/acme/shop"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("build").IsDependentOn("container");
Task("Default").IsDependentOn("quality-gate");
