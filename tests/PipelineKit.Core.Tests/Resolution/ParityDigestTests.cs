using PipelineKit.Core.Model;
using PipelineKit.Core.Resolution;
using Shouldly;

namespace PipelineKit.Core.Tests.Resolution;

public sealed class ParityDigestTests
{
    private const string VectorText =
        """{"directory":".","env":{"DATABASE_HOST":{"get":"host","service":"db"},"DATABASE_PORT":{"get":"port","service":"db"},"PYTHONUTF8":"1"},"install":[{"argv":["uv","sync","--locked","--all-groups"]}],"matrix":{"python":["3.11","3.12"]},"run":[{"argv":["uv","run","pytest","--cov","--cov-fail-under=75","--cov-report=term","--cov-report=xml:reports/test-coverage/cobertura.xml","--junitxml=reports/test-coverage/junit.xml"]},{"always":true,"argv":["uv","run","coverage","report","--format=markdown"],"stdout":"reports/test-coverage/summary.md"}],"services":{"db":{"env":{"MARIADB_DATABASE":"app","MARIADB_PASSWORD":"app","MARIADB_RANDOM_ROOT_PASSWORD":"1","MARIADB_USER":"app"},"image":"mariadb:11.4.5"}},"timeoutSeconds":1200,"toolchains":{"python":{"matrix":"python"},"uv":"0.12.5"}}""";

    [Fact]
    public void The_documented_vector_gives_the_documented_text_and_hash()
    {
        ParityDigest.CanonicalText(Vector()).ShouldBe(VectorText);
        ParityDigest.Compute(Vector()).ShouldBe("d89c3295557fe6ea4634417627abd96cf3a7c108ca6106eb9becd5536e73db58");
    }

    public static TheoryData<string, Func<Job, Job>> Outside => new()
    {
        { "title", j => j with { Title = "Something else" } },
        { "runner", j => j with { Runner = new Runner("linux", ["self-hosted"], ["docker"]) } },
        { "condition", j => j with { When = new Condition { Events = PipelineEvents.Push } } },
        { "secret", j => j with { Env = [.. j.Env, new("TOKEN", new SecretValue("TOKEN", true))] } },
        { "reports", j => j with { Reports = [] } },
        { "locks", j => j with { Locks = ["workspace"] } },
        { "place of what always runs", j => j with { Run = [j.Run[1], j.Run[0]] } },
        { "later, but nothing is left to run", j => j with { Run = [j.Run[0] with { OnFailure = OnFailure.Later }, j.Run[1]] } },
        { "report, but nothing counts as a finding", j => j with { Run = [j.Run[0] with { OnFailure = OnFailure.Report, Findings = [] }, j.Run[1]] } },
    };

    [Theory]
    [MemberData(nameof(Outside))]
    public void What_platforms_may_do_differently_is_outside(string what, Func<Job, Job> change)
    {
        _ = what;
        ParityDigest.Compute(change(Vector())).ShouldBe(ParityDigest.Compute(Vector()));
    }

    public static TheoryData<string, Func<Job, Job>> Inside => new()
    {
        { "one flag", j => j with { Run = [j.Run[0] with { Argv = [.. j.Run[0].Argv, "-x"] }, j.Run[1]] } },
        { "order", j => j with { Run = [j.Run[1] with { Always = false }, j.Run[0]] } },
        { "timeout", j => j with { Timeout = TimeSpan.FromMinutes(21) } },
        { "allow-failure", j => j with { AllowFailure = true } },
        { "on-failure", j => j with { Run = [j.Run[0] with { OnFailure = OnFailure.Later }, j.Run[0]] } },
        { "folder", j => j with { Project = j.Project with { Path = "services/api" } } },
        { "env", j => j with { Env = [] } },
        { "service image", j => j with { Services = [j.Services[0] with { Image = "mariadb:11.8.1" }] } },
        { "toolchain", j => j with { Toolchains = [j.Toolchains[0]] } },
        { "install", j => j with { Install = null } },
        { "matrix", j => j with { Matrix = null } },
    };

    [Theory]
    [MemberData(nameof(Inside))]
    public void What_platforms_must_do_alike_is_inside(string what, Func<Job, Job> change)
    {
        _ = what;
        ParityDigest.Compute(change(Vector())).ShouldNotBe(ParityDigest.Compute(Vector()));
    }

    [Fact]
    public void Findings_count_only_where_they_change_the_verdict()
    {
        var stop = Vector() with { Run = [Vector().Run[0] with { Findings = [1, 2] }] };
        ParityDigest.Compute(stop).ShouldBe(ParityDigest.Compute(Vector() with { Run = [Vector().Run[0]] }));
        var report = Vector() with { Run = [Vector().Run[0] with { OnFailure = OnFailure.Report, Findings = [1] }] };
        var other = Vector() with { Run = [Vector().Run[0] with { OnFailure = OnFailure.Report, Findings = [1, 2] }] };
        ParityDigest.Compute(report).ShouldNotBe(ParityDigest.Compute(other));
    }

    [Fact]
    public void Line_ends_behind_a_script_do_not_count()
    {
        var bare = Vector() with { Run = [new Command { Name = "x", Script = "a\nb", Shell = "sh" }] };
        var ended = Vector() with { Run = [new Command { Name = "x", Script = "a\r\nb\n\n", Shell = "sh" }] };
        ParityDigest.Compute(ended).ShouldBe(ParityDigest.Compute(bare));
    }

    [Fact]
    public void A_job_without_commands_has_no_folder()
    {
        var pages = Vector() with { Run = [], Install = null };
        ParityDigest.Compute(pages with { Project = pages.Project with { Path = "web" } }).ShouldBe(ParityDigest.Compute(pages));
    }

    private static Job Vector() => new()
    {
        Id = "test-coverage",
        Stage = "test-coverage",
        Project = new Project(null, ".", "python"),
        Title = "Tests",
        Phase = Phase.Test,
        Runner = new Runner("linux", ["ubuntu-24.04"], []),
        ReportsDirectory = "reports/test-coverage",
        Timeout = TimeSpan.FromMinutes(20),
        Matrix = new Matrix { Axes = [new MatrixAxis("python", ["3.11", "3.12"])] },
        Toolchains = [new Toolchain(Definition("python"), new MatrixValue("python")), new Toolchain(Definition("uv"), "0.12.5")],
        Install = new Install { Id = "deps", Directory = ".", Run = [["uv", "sync", "--locked", "--all-groups"]] },
        Services = [new Service
        {
            Alias = "db",
            Image = "mariadb:11.4.5",
            Port = 3306,
            Env = new Dictionary<string, string>
            {
                ["MARIADB_DATABASE"] = "app", ["MARIADB_PASSWORD"] = "app", ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1", ["MARIADB_USER"] = "app",
            },
        }],
        Env =
        [
            new("DATABASE_HOST", new ServiceValue("db", "host")), new("DATABASE_PORT", new ServiceValue("db", "port")), new("PYTHONUTF8", "1"),
        ],
        Run =
        [
            new Command
            {
                Name = "pytest",
                Argv = ["uv", "run", "pytest", "--cov", "--cov-fail-under=75", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"],
                Findings = [1],
            },
            new Command
            {
                Name = "coverage table",
                Argv = ["uv", "run", "coverage", "report", "--format=markdown"],
                Stdout = "reports/test-coverage/summary.md",
                Always = true,
            },
        ],
    };

    private static ToolchainDefinition Definition(string id) => new() { Id = id, Local = new LocalProbe([id, "--version"], "(.*)", "any", "") };
}
