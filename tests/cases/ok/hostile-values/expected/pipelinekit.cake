// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=hostile (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");

Stage("hostile", "hostile", new()
{
    Minutes = 30,
    Needs = ["uv >= 0.12.5", "echo"],
    Env = { ["UV_PYTHON"] = "3.13", ["EMPTY"] = "", ["EVIL"] = "${{ secrets.X }} $HOME %PATH% ; '\"" },
})
    .Does(() => Run("echo", "$HOME `id` $(id) ${{ secrets.X }} $[[ inputs.x ]] ; rm -rf /", "it's \"here\"", "", "#no comment",
        "ünïcödé 😀"));

Task("quality-gate").Description("Every stage that decides").IsDependentOn("hostile");
Task("Default").IsDependentOn("quality-gate");
