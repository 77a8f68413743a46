// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/needs.cake"
#load ".pipelinekit/matrix.cake"
#load ".pipelinekit/services.cake"

Tool("fakepy", "fakepy comes from nowhere", ["fakepy", "--version", "{version}"], @"fakepy (2\S+)");
Tool("no-such-tool", "get no-such-tool from its makers", "no-such-tool");

Stage("lint", "lint", new() { Minutes = 10, Needs = ["probe"], Reports = "reports/lint" })
    .Does(() => Install(["probe", "install"]))
    .Does(() => Run(["probe", "check", "lint"], to: "reports/lint/out.txt"));

Stage("lint-style", "lint-style", new() { Minutes = 10, Needs = ["probe"] })
    .IsDependentOn("lint")
    .WithCriteria(() => NeedsHavePassed("lint-style"))
    .Does(() => Install(["probe", "install"]))
    .Does(() => Run("probe", "check", "style"));

Stage("web-lint", "web-lint", new() { Directory = "web", Minutes = 10, Needs = ["probe"] })
    .Does(() => Run("probe", "check", "web"));

foreach (var py in new[] { "1.0", "2.0" })
{
    Leg("versions", $"py-{py}", "versions", [$"fakepy {py}"],
        new() { Minutes = 10, Needs = ["probe"], Reports = "reports/versions", Env = { ["PK_PY"] = py, ["FAKEPY"] = py } })
        .Does(() => Install($"fakepy {py}", ["probe", "install"]))
        .Does(() => Run("probe", "report", "reports/versions/leaf.txt", py))
        .Does(() => Run("probe", "env", "PK_PY"))
        .Does(() => Run("probe", "env", "FAKEPY"))
        .Does(() => Expect("reports/versions/leaf.txt"))
        .Does(() => CopyDirectory("reports/versions", $"reports/versions-py-{py}"));
}
Task("versions").Description("versions").IsDependentOn("versions-py-1.0").IsDependentOn("versions-py-2.0");

Stage("later", "later", new() { Minutes = 10, Needs = ["probe"] })
    .Does(() => Run(["probe", "check", "first"], later: true))
    .Does(() => Run("probe", "check", "second"))
    .Does(() => Run("probe", "check", "third"))
    .Does(() => Run(["probe", "say", "always"], always: true));

Stage("report", "report", new() { Minutes = 10, Needs = ["probe"] })
    .Does(() => Run(["probe", "check", "findings"], findings: [1]));

Stage("soft", "soft", new() { Minutes = 10, AllowFailure = true, Needs = ["probe"] })
    .Does(() => Run("probe", "check", "soft"));

Service("database", "db", new()
{
    Image = "database:1.2", Port = 5432,
    Env = { ["PASSWORD"] = "p w" },
    Health = "ready",
    Tells = { ["DB_HOST"] = "host", ["DB_PORT"] = "port" },
});
Stage("database", "database", new() { Minutes = 10, Needs = ["probe"] })
    .WithCriteria(() => HasServices("database"))
    .Does(() => StartServices("database"))
    .Does(() => Run("probe", "env", "DB_HOST"))
    .Does(() => Run("probe", "env", "DB_PORT"))
    .Does(() => Run("probe", "env", "DB_URL"));

Stage("test-coverage", "test-coverage", new() { Minutes = 10, Needs = ["probe"] })
    .Does(() => Install(["probe", "install"]))
    .Does(() => Run("probe", "check", "tests"));

Stage("values", "values", new()
{
    Minutes = 10,
    Needs = ["probe"],
    Env = { ["LITERAL"] = "$HOME %PATH% `x`", ["TOKEN"] = EnvironmentVariable("REAL_TOKEN") },
})
    .Does(() => Run("probe", "say", "a b", "$HOME", "*", "", "it's \"q\"", "%PATH%", "é", "{{x}}"))
    .Does(() => Run("probe", "say", current.Env["LITERAL"]))
    .Does(() => Run("probe", "env", "LITERAL"))
    .Does(() => Run("probe", "env", "TOKEN"))
    .Does(() => Run("probe", "read"));

Stage("script", "script", new() { Minutes = 10, Needs = ["sh"] })
    .Does(() => Run("sh", "-e", "-c", "set -u\nprobe say one | cat > piped.txt\nfalse\nprobe say never\n"));

Stage("secret", "secret", new()
{
    Minutes = 10,
    Needs = ["probe"],
    Env = { ["TOKEN"] = EnvironmentVariable("REAL_TOKEN") },
    Skip = HasEnvironmentVariable("REAL_TOKEN") ? null : "the secret REAL_TOKEN is not in the environment",
})
    .Does(() => Run("probe", "env", "TOKEN"));

Stage("slow", "slow", new() { Minutes = 0.03333333333333333, Needs = ["probe"] })
    .Does(() => Run("probe", "hang", "slow"));

Stage("missing", "missing", new() { Minutes = 10, Needs = ["probe", "no-such-tool"] })
    .Does(() => Run("probe", "say", "before"))
    .Does(() => Run("no-such-tool", "run"));

Stage("old", "old", new() { Minutes = 10, Needs = ["fakepy 9.9", "probe"], Env = { ["FAKEPY"] = "9.9" } })
    .Does(() => Run("probe", "say", "old"));

Stage("package", "package", new() { Minutes = 10, Needs = ["probe"] })
    .Does(() => Run("probe", "check", "package"))
    .Does(() => Expect("dist"));

Stage("after-package", "after-package", new() { Minutes = 10, Needs = ["probe"] })
    .IsDependentOn("package")
    .WithCriteria(() => NeedsHavePassed("after-package"))
    .Does(() => Run("probe", "say", "after"));

Stage("publish", "publish", new()
{
    Minutes = 10,
    Needs = ["probe"],
    Skip = HasArgument("allow-publish") ? null : "it publishes, which needs --allow-publish",
})
    .IsDependentOn("quality-gate")
    .WithCriteria(() => NeedsHavePassed("publish"))
    .Does(() => Run("probe", "say", "published"));

Task("clean").Description("clean").Does(() => Information("clear-caches is an operation of the CI platform."));

Task("weblint").IsDependentOn("web-lint");

Task("package-use").IsDependentOn("after-package");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("lint-style").IsDependentOn("web-lint")
    .IsDependentOn("versions").IsDependentOn("later").IsDependentOn("report").IsDependentOn("soft").IsDependentOn("database")
    .IsDependentOn("test-coverage");
Task("Default").IsDependentOn("quality-gate");
