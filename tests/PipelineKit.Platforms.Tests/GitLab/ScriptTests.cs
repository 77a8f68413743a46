using PipelineKit.Core.Model;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>What the lines of a job do in a shell: which commands run, and what the job's result is.</summary>
public class ScriptTests
{
    private static readonly Command Install = Argv("install", "install");

    public static TheoryData<string, int, int, int, string, int> Verdicts => new()
    {
        // commands as KIND:NAME, exit codes of a, b, c, what ran, exit code of the job
        { "stop:a stop:b", 0, 0, 0, "install a b", 0 },
        { "stop:a stop:b", 3, 0, 0, "install a", 3 },
        { "later:a stop:b", 1, 0, 0, "install a b", 1 },
        { "later:a later:b stop:c", 1, 7, 0, "install a b c", 1 },
        { "later:a stop:b stop:c", 1, 5, 0, "install a b", 5 },
        { "later:a", 0, 0, 0, "install a", 0 },
        { "report:a stop:b", 1, 0, 0, "install a b", 0 },
        { "report:a stop:b", 3, 0, 0, "install a b", 0 },
        { "report:a stop:b", 2, 0, 0, "install a", 2 },
        { "report:a later:b stop:c", 1, 4, 0, "install a b c", 1 },
        { "later:a report:b stop:c", 9, 99, 0, "install a b", 99 },
        { "always:a stop:b", 1, 0, 0, "install b", 0 },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void RunsAndJudgesLikeTheModel(string commands, int a, int b, int c, string ran, int expected)
    {
        using var shell = new Shell().Program("install", 0).Program("a", a).Program("b", b).Program("c", c);
        var emitted = Emitted.From(WithInstall(Job("job", run: [.. commands.Split(' ').Select(Parse)])));

        shell.Run([.. emitted.Lines("job", "before_script"), .. emitted.Lines("job", "script")]).ShouldBe(expected);
        shell.Trace().ShouldBe(ran.Split(' '));
    }

    [Fact]
    public void FailingInstallEndsTheJobEvenWhereLaterCommandsWouldCollect()
    {
        using var shell = new Shell().Program("install", 4).Program("a", 0);
        var emitted = Emitted.From(WithInstall(Job("job", run: Parse("later:a"))));

        shell.Run([.. emitted.Lines("job", "before_script"), .. emitted.Lines("job", "script")]).ShouldBe(4);
        shell.Trace().ShouldBe(["install"]);
    }

    [Fact]
    public void AlwaysCommandsRunIndependentlyAndWriteTheirFiles()
    {
        using var shell = new Shell().Program("a", 3).Program("b", 0);
        var emitted = Emitted.From(Job("job", run: [Parse("always:a") with { Stdout = "reports/job/a.txt" }, Parse("always:b")]));

        shell.Run([.. emitted.Lines("job", "before_script"), .. emitted.Lines("job", "after_script")]).ShouldBe(0);
        shell.Trace().ShouldBe(["a", "b"]);
        File.ReadAllText(Path.Combine(shell.Folder, "reports/job/a.txt")).ShouldBe("out of a\n");
    }

    [Theory]
    [InlineData(0, 3, "install a b")]
    [InlineData(0, 0, "install a b")]
    [InlineData(4, 0, "install")]
    public void AlwaysCommandsNeedTheInstall(int install, int a, string ran)
    {
        using var shell = new Shell().Program("install", install).Program("a", a).Program("b", 0);
        var emitted = Emitted.From(WithInstall(Job("job", run: [Parse("stop:a"), Parse("always:b")])));

        shell.Run([.. emitted.Lines("job", "before_script"), .. emitted.Lines("job", "script")]).ShouldBe(Math.Max(install, a));
        shell.Run(emitted.Lines("job", "after_script")).ShouldBe(0);
        shell.Trace().ShouldBe(ran.Split(' '));
    }

    [Fact]
    public void EachScriptHasAShellOfItsOwn()
    {
        using var shell = new Shell().Program("a", 0);
        var leaving = new Command { Name = "leave", Shell = "sh", Script = "cd /\nset +e\nfalse\nexit 0\n" };
        var emitted = Emitted.From(Job("job", run: [leaving, Parse("stop:a"), new Command { Name = "where", Shell = "bash", Script = "false | true\n" }]));

        shell.Run(emitted.Lines("job", "script")).ShouldBe(1);
        shell.Trace().ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("services/api", "services/api")]
    [InlineData(".", "web app")]
    [InlineData("tools", "-odd")]
    [InlineData("tools", ".")]
    public void InstallAndCommandsRunInTheirFolders(string install, string project)
    {
        using var shell = new Shell();
        Directory.CreateDirectory(Path.Combine(shell.Folder, install));
        Directory.CreateDirectory(Path.Combine(shell.Folder, project));
        var job = Job("job", run: Argv("where", "sh", "-c", "echo \"$PWD\" >> \"$TRACE\"")) with
        {
            Project = new Project("p", project, "python"),
            ReportsDirectory = project + "/reports/job",
            Install = new Install { Id = "i", Directory = install, Run = [["sh", "-c", "echo \"$PWD\" >> \"$TRACE\""]] },
        };
        var emitted = Emitted.From(job);

        shell.Run([.. emitted.Lines("job", "before_script"), .. emitted.Lines("job", "script")], ("CI_PROJECT_DIR", shell.Folder)).ShouldBe(0, shell.Error);
        shell.Trace().ShouldBe([Path.GetFullPath(install, shell.Folder), Path.GetFullPath(project, shell.Folder)]);
    }

    [Theory]
    [InlineData("bash", "busybox:1.37.0", false)]
    [InlineData("bash", "debian:13.1-slim", true)]
    [InlineData("pwsh", "debian:13.1-slim", false)]
    [InlineData("pwsh", "mcr.microsoft.com/dotnet/sdk:10.0.100", true)]
    [InlineData("sh", "busybox:1.37.0", true)]
    public void ReportsAShellThatTheImageDoesNotHave(string shell, string image, bool there)
    {
        var job = Job("job", run: new Command { Name = "x", Shell = shell, Script = "true\n" }) with { Runner = new Runner("linux", [], [], image) };

        Emitted.From(job).Codes.Contains("PK3007").ShouldBe(!there);
    }

    private static Job WithInstall(Job job) => job with { Install = new Install { Id = "i", Directory = ".", Run = [Install.Argv] } };

    private static Command Parse(string text)
    {
        var (kind, name) = (text.Split(':')[0], text.Split(':')[1]);
        var command = Argv(name, name) with { Findings = [1, 3] };
        return kind switch
        {
            "later" => command with { OnFailure = OnFailure.Later },
            "report" => command with { OnFailure = OnFailure.Report },
            "always" => command with { Always = true },
            _ => command,
        };
    }
}
