// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=build-a (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"

Tool("build-debian", "apt-get install python3-build python3-setuptools python3-wheel", "/usr/bin/python3", "-m", "build",
    "--version");
Tool("corepack", "`npm install --global corepack`", "corepack", "--version");
Tool("docker", "docs.docker.com/engine, or your system's packages (docker.io)", "docker", "--version");
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("poetry", "python-poetry.org or `pipx install poetry`", ["poetry", "--version"],
    @"Poetry \(version ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("python-system", "apt-get install python3", "/usr/bin/python3");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("yarn", "`corepack enable yarn`", "yarn", "--version");

Stage("build-a", "Package", new() { Directory = "a", Minutes = 15, Needs = ["python 3.13", "poetry >= 2.4.1"] })
    .Does(() => Run("poetry", "build", "--no-interaction", "--clean", "--output", "dist"))
    .Does(() => Expect("a/dist"));

Stage("build-b", "Package", new() { Directory = "b", Minutes = 15, Needs = ["python 3.13"] })
    .Does(() => Install(["python", "-m", "pip", "install", "build==1.5.0"]))
    .Does(() => Run("python", "-m", "build", "--outdir", "dist"))
    .Does(() => Expect("b/dist"));

Stage("build-c", "Package", new() { Directory = "c", Minutes = 15, Needs = ["python-system", "build-debian"] })
    .Does(() => Run("/usr/bin/python3", "-m", "build", "--no-isolation", "--outdir", "dist"))
    .Does(() => Expect("c/dist"));

Stage("build-d", "Package", new()
{
    Directory = "d",
    Minutes = 15,
    Needs = ["node 24", "corepack ~ 0.36.0", "yarn ~ 4.18.1"],
    Reports = "d/reports/build-d",
})
    .Does(() => Install(["yarn", "install", "--immutable"]))
    .Does(() => Run("yarn", "pack", "--out", "reports/build-d/%s-%v.tgz"))
    .Does(() => Expect("d/reports/build-d"));

Stage("container-d", "Container image", new() { Directory = "d", Minutes = 30, Needs = ["docker"] })
    .Does(() => Run("docker", "build", "--pull", "--file=Dockerfile", "--tag=container-d:built", "--", "."));

Stage("publish-a", "Publish", new()
{
    Directory = "a",
    Minutes = 15,
    Needs = ["uv >= 0.12.5"],
    Env = { ["UV_PYTHON"] = "3.13" },
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("build-a")
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish-a"))
    .Does(() => Run("uv", "publish", "--trusted-publishing", "always", "--check-url", "https://pypi.org/simple/"));

Task("build").IsDependentOn("build-a").IsDependentOn("build-b").IsDependentOn("build-c").IsDependentOn("build-d");

Task("container").IsDependentOn("container-d");

Task("publish").IsDependentOn("publish-a");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("build-a").IsDependentOn("build-b").IsDependentOn("build-c")
    .IsDependentOn("build-d").IsDependentOn("container-d");
Task("Default").IsDependentOn("quality-gate");
