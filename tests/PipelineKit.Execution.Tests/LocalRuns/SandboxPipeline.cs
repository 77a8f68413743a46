using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>A pipeline that holds every behaviour of the runner once; the probe program stands for all tools.</summary>
internal static class SandboxPipeline
{
    private static readonly Project Web = new("web", "web", "none");

    private static readonly Install Dependencies = Make.Install("probe", "install") with { Inputs = ["input.lock"] };

    private static readonly ToolchainDefinition FakePython = new()
    {
        Id = "fakepy",
        Env = new Dictionary<string, string> { ["FAKEPY"] = "{fakepy}" },
        Local = new(["fakepy", "--version", "{fakepy}"], @"fakepy (2\S+)", "prefix", "fakepy comes from nowhere"),
    };

    private static readonly Service Database = new()
    {
        Alias = "db",
        Image = "database:1.2",
        Port = 5432,
        Env = new Dictionary<string, string> { ["PASSWORD"] = "p w" },
        Health = "ready",
        Values = new Dictionary<string, string> { ["url"] = "db://{host}:{port}/app" },
    };

    public static Pipeline Create() => Make.Pipeline([.. Gate(), .. OnRequest()]) with
    {
        Projects = [Make.Root, Web],
        ProgramHints = new Dictionary<string, string> { ["no-such-tool"] = "get no-such-tool from its makers" },
    };

    private static IEnumerable<Job> Gate() =>
    [
        Job("lint", Probe("check", "lint") with { Stdout = "reports/lint/out.txt" }) with { Install = Dependencies, When = new Condition { Paths = ["src/**"] } },
        Job("lint-style", Probe("check", "style")) with { Stage = "lint", Needs = [new Need("lint", [])], Install = Dependencies },
        Job("web-lint", Probe("check", "web")) with { Stage = "weblint", Project = Web, ReportsDirectory = "web/reports/web-lint" },
        Job("versions", Probe("report", "reports/versions/leaf.txt", "x") with { Argv = ["probe", "report", "reports/versions/leaf.txt", new MatrixValue("py")] }, Probe("env", "PK_PY"), Probe("env", "FAKEPY")) with
        {
            Phase = Phase.Test,
            Matrix = new Matrix { Axes = [new("py", ["1.0", "2.0"])] },
            Toolchains = [new Toolchain(FakePython, new MatrixValue("py"))],
            Install = Dependencies,
        },
        Job("left", Probe("meet", "left", "right")),
        Job("right", Probe("meet", "right", "left")),
        Job("tree-1", Probe("span", "one")) with { Locks = ["tree"] },
        Job("tree-2", Probe("span", "two")) with { Locks = ["other", "tree"] },
        Job("later", Probe("check", "first") with { OnFailure = OnFailure.Later }, Probe("check", "second"), Probe("check", "third"), Probe("say", "always") with { Always = true }),
        Job("report", Probe("check", "findings") with { OnFailure = OnFailure.Report, Findings = [1] }),
        Job("soft", Probe("check", "soft")) with { AllowFailure = true },
        Job("database", Probe("env", "DB_HOST"), Probe("env", "DB_PORT"), Probe("env", "DB_URL")) with
        {
            Services = [Database],
            Env = [new("DB_HOST", new ServiceValue("db", "host")), new("DB_PORT", new ServiceValue("db", "port"))],
        },
    ];

    private static IEnumerable<Job> OnRequest() =>
    [
        Job("values", Probe("say", "a b", "$HOME", "*", "", "it's \"q\"", "%PATH%", "é", "{{x}}") with { Name = "arguments" },
            new Command { Name = "typed", Argv = ["probe", "say", new EnvReference("LITERAL")] },
            Probe("env", "LITERAL"), Probe("env", "TOKEN"), Probe("read")) with
        {
            Gate = false,
            Env = [new("LITERAL", "$HOME %PATH% `x`"), new("TOKEN", new SecretValue("REAL_TOKEN", Required: false))],
        },
        Job("script", new Command { Name = "script", Script = "set -u\nprobe say one | cat > piped.txt\nfalse\nprobe say never\n", Shell = "sh" }) with { Gate = false },
        Job("secret", Probe("env", "TOKEN")) with { Gate = false, Env = [new("TOKEN", new SecretValue("REAL_TOKEN", Required: true))] },
        Job("slow", Probe("hang", "slow")) with { Gate = false, Timeout = TimeSpan.FromMinutes(1.5) },
        Job("promise", Probe("check", "promise"), Probe("maybe", "reports/promise/junit.xml")) with { Gate = false, Reports = [new Report(ReportKind.Junit, "reports/promise/*.xml")] },
        Job("deploy", Probe("say", "deployed")) with { Gate = false, Environment = new DeploymentEnvironment("production", Approval: true) },
        Job("told", Probe("say", "my s3cret"), new Command { Name = "typed", Argv = ["probe", "check", new EnvReference("TOKEN")] }) with
        {
            Gate = false,
            Env = [new("TOKEN", new SecretValue("REAL_TOKEN", Required: true))],
        },
        Job("endless", Probe("hang", "endless")) with { Gate = false },
        Job("missing", Probe("say", "before"), Make.Command("no-such-tool", "run")) with { Gate = false },
        Job("old", Probe("say", "old")) with { Gate = false, Toolchains = [new Toolchain(FakePython, "9.9")] },
        Job("package", Probe("check", "package")) with { Gate = false, Artifacts = [new Artifact("dist", ["dist/"]) { Required = true }] },
        Job("after-package", Probe("say", "after")) with { Gate = false, Stage = "package-use", Needs = [new Need("package", ["dist"])] },
        Job("publish", Probe("say", "published")) with { Gate = false, Phase = Phase.Publish, NeedsGate = true, When = new Condition { Events = PipelineEvents.Tag } },
        Job("clean") with { Gate = false, PlatformOperation = "clear-caches", When = new Condition { OnlyManual = true } },
    ];

    private static Job Job(string id, params Command[] run) => Make.Job(id, run);

    private static Command Probe(params string[] arguments) => Make.Command(["probe", .. arguments]);
}
