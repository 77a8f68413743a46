using PipelineKit.Core.Model;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Pipelines whose output is kept in <c>cases/</c>. Between them they use every key of the model.</summary>
internal static class Cases
{
    public static readonly IReadOnlyDictionary<string, Func<Pipeline>> All = new Dictionary<string, Func<Pipeline>>
    {
        ["five-stages"] = FiveStages.Pipeline,
        ["release"] = Release,
        ["matrix"] = WithMatrix,
        ["folders"] = Folders,
        ["own-runners"] = OwnRunners,
        ["conditions"] = Conditions,
        ["reports"] = Reports,
        ["scripts"] = Scripts,
        ["gate-needs"] = GateNeeds,
    };

    private static readonly Toolchain[] UvOnly = [new(Uv, "0.12.5")];

    private static Pipeline Release()
    {
        var build = Job("build", Phase.Build, Argv("build", "uv", "build", "--out-dir", "dist")) with
        {
            Toolchains = [new(Python, "3.12"), new(Uv, "0.12.5")],
            Artifacts = [new Artifact("dist", ["dist/"]) { Required = true, Keep = TimeSpan.FromDays(30) }],
        };
        var publish = Job("publish", Phase.Publish, Argv("publish", "uv", "publish", "--trusted-publishing", "always")) with
        {
            Toolchains = UvOnly,
            Needs = [new Need("build", ["dist"])],
            NeedsGate = true,
            When = new Condition { Events = PipelineEvents.Tag, Tags = ["v*"] },
            Environment = new DeploymentEnvironment("pypi", Approval: true, "https://pypi.org/project/sample"),
            Oidc = PyPi,
            Concurrency = new Concurrency("publish", Cancel: false),
        };
        var mirror = publish with
        {
            Id = "publish-mirror",
            Oidc = PyPi with { Id = "mirror", Platforms = ["github"], SecretVariable = "MIRROR_TOKEN" },
            Environment = new DeploymentEnvironment("mirror", Approval: false),
        };
        var clean = Job("clean", Phase.Prepare) with { Gate = false, PlatformOperation = "clear-caches", When = new Condition { OnlyManual = true } };
        return Pipeline(clean, Job("test", Phase.Test), build, publish, mirror) with
        {
            Triggers = new Triggers { DefaultBranch = "main", AlsoBranches = ["develop", "release/*"], Tags = ["v*"], Schedule = "17 3 * * 1" },
        };
    }

    private static Pipeline WithMatrix()
    {
        var db = new Service
        {
            Alias = "db",
            Image = "mariadb:11.4.5",
            Port = 3306,
            Env = new Dictionary<string, string> { ["MARIADB_USER"] = "app", ["MARIADB_PASSWORD"] = "pa$s" },
            Health = "healthcheck.sh --connect",
            Values = new Dictionary<string, string> { ["password"] = "pa$s", ["url"] = "mysql://app@{host}:{port}/app" },
        };
        var test = Job("test", Phase.Test, Argv("pytest", "pytest", new MatrixValue("python"), new EnvReference("DATABASE_HOST"))) with
        {
            Toolchains = [new(Python, new MatrixValue("python")), new(Uv, "0.12.5")],
            Matrix = new Matrix
            {
                Axes = [new MatrixAxis("python", ["3.11", "3.12"]), new MatrixAxis("resolution", ["lowest", "highest"])],
                Exclude = [new Dictionary<string, string> { ["python"] = "3.12", ["resolution"] = "lowest" }],
                FailFast = true,
            },
            Install = new Install
            {
                Id = "deps",
                Directory = ".",
                Run = [["uv", "sync", "--locked"]],
                Cache = new Cache("uv", "UV_CACHE_DIR", ["uv.lock"], ["pyproject.toml", "setup.cfg"]),
            },
            Services = [db],
            Env =
            [
                new("API_TOKEN", new SecretValue("API_TOKEN", Required: false)),
                new("DATABASE_HOST", new ServiceValue("db", "host")),
                new("DATABASE_PASSWORD", new ServiceValue("db", "password")),
                new("DATABASE_PORT", new ServiceValue("db", "port")),
                new("DATABASE_URL", new ServiceValue("db", "url")),
                new("DEPLOY_KEY", new SecretValue("SHARED_KEY", Required: false)),
                new("ENABLED", "yes"),
                new("PRICE", "$5"),
                new("RESOLUTION", new MatrixValue("resolution")),
            ],
            Reports = [new Report(ReportKind.Cobertura, "reports/test/cobertura.xml") { Line = @"^TOTAL.*?(\d+(\.\d+)?)%$" }],
            Artifacts = [new Artifact("html", ["site/"])],
        };
        var plain = test with { Id = "whole", Matrix = test.Matrix! with { Exclude = [], FailFast = false }, Services = [], Env = [], Reports = [] };
        var site = Job("site", Phase.Deploy) with { Run = [], Toolchains = [], Needs = [new Need("test", ["html"])], Pages = new Pages("test", "html", "site") };
        return Pipeline(test, plain, site);
    }

    private static Pipeline Folders()
    {
        var api = new Project("api", "services/api", "python");
        var install = new Install { Id = "api", Directory = api.Path, Run = [["uv", "sync", "--locked"]], Cache = new Cache("uv", "UV_CACHE_DIR", ["services/api/uv.lock"], []) };
        var lint = Job("lint-api", Phase.Check, Argv("ruff", "ruff", "check"), Argv("format", "ruff", "format", "--check")) with
        {
            Project = api,
            Install = install,
            Toolchains = [new(Python, "3.12"), new(Uv, "0.12.5")],
            ReportsDirectory = "services/api/reports/lint-api",
        };
        var test = lint with
        {
            Id = "test-api",
            Phase = Phase.Test,
            ReportsDirectory = "services/api/reports/test-api",
            Run =
            [
                Argv("pytest", "pytest"),
                Argv("table", "coverage", "report") with { Always = true, Stdout = "reports/test-api/summary.md" },
                Argv("xml", "coverage", "xml") with { Always = true },
            ],
        };
        var web = Job("lint-web", Phase.Check, Argv("eslint", "npx", "eslint", ".")) with
        {
            Project = new Project("web", "web app", "node"),
            Install = new Install { Id = "root", Directory = ".", Run = [["pnpm", "install", "--frozen-lockfile"]] },
            Toolchains = [new(Node, "24.20.0"), new(Pnpm, "12.21.0")],
        };
        var moved = web with { Id = "lint-moved", Install = web.Install! with { Directory = "tools" } };
        return Pipeline(lint, web, moved, test) with { Projects = [api, web.Project] };
    }

    private static Pipeline OwnRunners()
    {
        var linux = new Runner("linux", ["ubuntu-24.04"], ["docker"]);
        return Pipeline(
            Job("lint") with { Runner = linux },
            Job("mac", Phase.Test) with { Runner = new Runner("macos", ["macos-15"], ["mac", "arm64"]) },
            Job("windows", Phase.Test) with { Runner = new Runner("windows", ["windows-2025"], ["win"]) },
            Job("own-image", Phase.Test) with { Runner = linux with { Image = "group/build:2.4" }, Toolchains = [] }) with
        {
            Settings = new Settings { ImagesPrefix = "registry.example.com/mirror/" },
        };
    }

    private static Pipeline Conditions()
    {
        static Job On(string id, Condition when) => Job(id) with { When = when };
        const PipelineEvents NoTags = PipelineEvents.All & ~PipelineEvents.Tag;
        return Pipeline(
            On("always", Condition.Always),
            On("no-tags", new Condition { Events = NoTags }),
            On("paths", new Condition { Events = NoTags, Paths = ["src/**", "docs/", "**/*.py", "a$b[1].txt", "pre**post", "uv.lock"] }),
            On("pushes", new Condition { Events = PipelineEvents.Push, Branches = ["main"], Paths = ["src/**"] }),
            On("branches", new Condition { Events = PipelineEvents.Push | PipelineEvents.PullRequest, Branches = ["main", "release/*", "odd\"name"] }),
            On("queue", new Condition { Events = PipelineEvents.MergeQueue }),
            On("timed", new Condition { Events = PipelineEvents.Schedule | PipelineEvents.Manual }),
            On("tags", new Condition { Events = PipelineEvents.Tag }),
            On("some-tags", new Condition { Tags = ["v?.*"] }),
            On("button", new Condition { OnlyManual = true }) with { Gate = false },
            Job("secret") with { Env = [new("KEY", new SecretValue("KEY", Required: true))] },
            Job("secret-tags") with { Env = [new("KEY", new SecretValue("KEY", Required: true))], When = new Condition { Events = PipelineEvents.Tag } },
            Job("after-paths", Phase.Test) with { Needs = [new Need("paths", []), new Need("secret", [])] },
            Job("after-pushes", Phase.Test) with { Needs = [new Need("pushes", [])], When = new Condition { Events = NoTags, Paths = ["tests/**"] } }) with
        {
            Triggers = new Triggers { DefaultBranch = "main", AlsoBranches = ["release/*", "odd\"name"], Tags = ["**"] },
        };
    }

    private static Pipeline Reports()
    {
        Report[] reports =
        [
            new(ReportKind.Junit, "reports/all/junit.xml"),
            new(ReportKind.Junit, "reports/all/more/*.xml"),
            new(ReportKind.Cobertura, "reports/all/cobertura.xml") { Line = "Line coverage: (\\d+)%" },
            new(ReportKind.Cobertura, "reports/all/second.xml"),
            new(ReportKind.Sarif, "reports/all/scan.sarif") { Tool = "scan" },
            new(ReportKind.Codequality, "reports/all/codequality.json"),
            new(ReportKind.Sast, "gl-sast-report.json"),
            new(ReportKind.Cyclonedx, "reports/all/bom.cdx.json"),
            new(ReportKind.Summary, "reports/all/summary.md"),
            new(ReportKind.Html, "site$/"),
            new(ReportKind.Other, "logs/"),
        ];
        var all = Job("all") with { Reports = reports, FetchDepth = 0, AllowFailure = true, Timeout = new TimeSpan(1, 30, 5) };
        var html = Job("docs", Phase.Build) with { Title = "API docs (HTML)", Reports = [new(ReportKind.Html, "reports/docs/html/")], Digest = new string('a', 64) };
        return Pipeline(all, html) with { Settings = new Settings { GitLabPaidTier = true } };
    }

    private static Pipeline Scripts()
    {
        var mixed = Job(
            "mixed",
            Phase.Check,
            Argv("first", "ruff", "check", "it's", "$HOME", "*", "") with { OnFailure = OnFailure.Later, Findings = [1] },
            Argv("second", "bandit", "-r", "src") with { OnFailure = OnFailure.Report, Findings = [1, 3], Stdout = "reports/mixed/bandit.txt" },
            Argv("early", "echo", "seen") with { Always = true },
            Argv("third", "mypy", new EnvReference("TARGET")));
        Command Script(string name, string shell, string text) => new() { Name = name, Shell = shell, Script = text };
        var scripts = Job(
            "scripts",
            Phase.Test,
            Script("legacy", "sh", "./scripts/check.sh | tee check.log\n"),
            Script("bash", "bash", "set -u\nfor f in *.sh; do\n  echo \"it's $f\"\ndone\n") with { OnFailure = OnFailure.Later },
            Script("to a file", "sh", "exit 0\n") with { Stdout = "out.txt", OnFailure = OnFailure.Report, Findings = [4] },
            Argv("many lines", "printf", "one\ntwo\n"),
            Argv("long", [.. Enumerable.Range(1, 30).Select(i => (Value)$"--option-{i}=value")]));
        var pwsh = Job("pwsh", Phase.Test, Script("ps", "pwsh", "Write-Output 'hi'\n")) with { Runner = Linux with { Image = "mcr.microsoft.com/powershell:7.5-debian-12" } };
        return Pipeline(mixed, scripts, pwsh);
    }

    private static Pipeline GateNeeds() => Pipeline(
        Job("lint") with { When = new Condition { Paths = ["src/**"] } },
        Job("stray") with { Gate = false },
        Job("test", Phase.Test) with { Reports = [new(ReportKind.Junit, "reports/test/junit.xml")] },
        Job("late", Phase.Deploy) with { Gate = true, Environment = new DeploymentEnvironment("staging", Approval: false) },
        Job("early-publish", Phase.Build) with { Gate = false, NeedsGate = true, AllowFailure = true });

    private static Runner Linux => new("linux", ["ubuntu-24.04"], []);
}
