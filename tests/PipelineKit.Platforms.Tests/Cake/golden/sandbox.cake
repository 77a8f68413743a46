#load ".pipelinekit/runner.cake"

Toolchain("fakepy", new(["fakepy", "--version", "{fakepy}"], "fakepy (2\\S+)", "prefix",
    "fakepy comes from nowhere") { Env = { ["FAKEPY"] = "{fakepy}" } });

Hint("no-such-tool", "get no-such-tool from its makers");

Job("lint", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10), Reports = ".reports/lint",
    Paths = ["src/**"],
    Install = [["probe", "install"]],
    InstallInputs = ["input.lock"],
    Run = [new("probe", ["probe", "check", "lint"]) { Stdout = ".reports/lint/out.txt" }],
});

Job("lint-style", new()
{
    Stage = "lint", Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Needs = ["lint"],
    Install = [["probe", "install"]],
    InstallInputs = ["input.lock"],
    Run = [new("probe", ["probe", "check", "style"])],
});

Job("web-lint", new()
{
    Stage = "weblint", Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Project = "web", Directory = "web",
    Run = [new("probe", ["probe", "check", "web"])],
});

Job("versions", new()
{
    Phase = "test", Timeout = TimeSpan.FromMinutes(10),
    Matrix = { ["py"] = ["1.0", "2.0"] },
    Toolchains = { ["fakepy"] = new Value("matrix", "py") },
    Install = [["probe", "install"]],
    InstallInputs = ["input.lock"],
    Run =
    [
        new("probe", ["probe", "report", ".reports/versions/leaf.txt", new Value("matrix", "py")]),
        new("probe", ["probe", "env", "PK_PY"]),
        new("probe", ["probe", "env", "FAKEPY"]),
    ],
});

Job("left", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Run = [new("probe", ["probe", "meet", "left", "right"])],
});

Job("right", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Run = [new("probe", ["probe", "meet", "right", "left"])],
});

Job("tree-1", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Locks = ["tree"],
    Run = [new("probe", ["probe", "span", "one"])],
});

Job("tree-2", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Locks = ["other", "tree"],
    Run = [new("probe", ["probe", "span", "two"])],
});

Job("later", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Run =
    [
        new("probe", ["probe", "check", "first"]) { OnFailure = "later" },
        new("probe", ["probe", "check", "second"]),
        new("probe", ["probe", "check", "third"]),
        new("probe", ["probe", "say", "always"]) { Always = true },
    ],
});

Job("report", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Run =
    [
        new("probe", ["probe", "check", "findings"]) { Findings = [1], OnFailure = "report" },
    ],
});

Job("soft", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    AllowFailure = true,
    Run = [new("probe", ["probe", "check", "soft"])],
});

Job("database", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Services = { ["db"] = new("database:1.2", 5432, new() { ["PASSWORD"] = "p w" }) { Health = "ready",
        Values = { ["url"] = "db://{host}:{port}/app" } } },
    Env = { ["DB_HOST"] = new Value("service", "db.host"), ["DB_PORT"] = new Value("service", "db.port") },
    Run =
    [
        new("probe", ["probe", "env", "DB_HOST"]),
        new("probe", ["probe", "env", "DB_PORT"]),
        new("probe", ["probe", "env", "DB_URL"]),
    ],
});

Job("values", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Env = { ["LITERAL"] = "$HOME %PATH% `x`", ["TOKEN"] = new Value("secret", "REAL_TOKEN") },
    Run =
    [
        new("arguments", ["probe", "say", "a b", "$HOME", "*", "", "it's \"q\"", "%PATH%", "é", "{{x}}"]),
        new("typed", ["probe", "say", new Value("env", "LITERAL")]),
        new("probe", ["probe", "env", "LITERAL"]),
        new("probe", ["probe", "env", "TOKEN"]),
        new("probe", ["probe", "read"]),
    ],
});

Job("script", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Run =
    [
        new("script", "sh", "set -u\nprobe say one | cat > piped.txt\nfalse\nprobe say never\n"),
    ],
});

Job("secret", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Env = { ["TOKEN"] = new Value("secret", "REAL_TOKEN", Required: true) },
    Run = [new("probe", ["probe", "env", "TOKEN"])],
});

Job("slow", new()
{
    Phase = "check", Timeout = TimeSpan.FromSeconds(2),
    Gate = false,
    Run = [new("probe", ["probe", "hang", "slow"])],
});

Job("endless", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Run = [new("probe", ["probe", "hang", "endless"])],
});

Job("missing", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Run =
    [
        new("probe", ["probe", "say", "before"]),
        new("no-such-tool", ["no-such-tool", "run"]),
    ],
});

Job("old", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Toolchains = { ["fakepy"] = "9.9" },
    Run = [new("probe", ["probe", "say", "old"])],
});

Job("package", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Artifacts = ["dist/"],
    Run = [new("probe", ["probe", "check", "package"])],
});

Job("after-package", new()
{
    Stage = "package-use", Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false,
    Needs = ["package"],
    Run = [new("probe", ["probe", "say", "after"])],
});

Job("publish", new()
{
    Phase = "publish", Timeout = TimeSpan.FromMinutes(10),
    Gate = false, OnRequest = true, Publishes = true, NeedsGate = true,
    Run = [new("probe", ["probe", "say", "published"])],
});

Job("clean", new()
{
    Phase = "check", Timeout = TimeSpan.FromMinutes(10),
    Gate = false, OnRequest = true, Platform = "clear-caches",
});

CreateTasks("main");
