using PipelineKit.Execution.Output;
using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Tests.LocalRuns.Processes;

/// <summary>Real processes.</summary>
public sealed class ProcessScopeTests : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-scope-").FullName;
    private readonly JobLog _log;
    private readonly List<string> _lines = [];
    private readonly List<string> _said = [];
    private readonly CancellationTokenSource _kill = new();

    public ProcessScopeTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are shell scripts");
        LinuxProcesses.AdoptOrphans();
        _log = new JobLog(Path.Combine(_folder, "test.log"));
        _log.Watch(_lines.Add);
    }

    public void Dispose()
    {
        _log.Dispose();
        _kill.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("no-such-program-anywhere", 127, "no-such-program-anywhere: not found on PATH")]
    [InlineData("./absent.sh", 126, "./absent.sh: no such program in ")]
    [InlineData("./plain.txt", 126, "./plain.txt: no such program in ")]
    public async Task A_program_that_cannot_be_started_has_the_exit_code_of_a_shell(string program, int code, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "plain.txt"), "text", TestContext.Current.CancellationToken);

        (await RunAsync(new(program, [], _folder))).ShouldBe(code);
        _said.ShouldHaveSingleItem().ShouldStartWith(message);
    }

    [Fact]
    public async Task A_script_without_an_interpreter_line_is_run_by_the_shell()
    {
        Script("run", "echo \"$1\"; exit 7\n");

        (await RunAsync(new("./run", ["a b"], _folder))).ShouldBe(7);
        _lines.ShouldBe(["a b"]);
    }

    [Fact]
    public async Task Standard_output_goes_to_a_file_byte_by_byte_and_errors_stay_visible()
    {
        var file = Path.Combine(_folder, "new", "out.bin");

        (await RunAsync(Shell("printf 'a\\377\\r\\nb'; echo oops >&2") with { StdoutFile = file })).ShouldBe(0);

        (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldBe([(byte)'a', 255, 13, 10, (byte)'b']);
        _lines.ShouldBe(["oops"]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_error_and_does_not_hold_up_the_program()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "taken"));

        await Should.ThrowAsync<UnauthorizedAccessException>(RunAsync(Shell("head -c 1000000 /dev/zero") with { StdoutFile = Path.Combine(_folder, "taken") }));
    }

    [Fact]
    public async Task Variables_are_added_to_those_of_the_run_and_input_is_empty()
    {
        (await RunAsync(Shell("echo \"$PK_TEST ${PATH:+path}\"; cat; echo end") with { Env = new Dictionary<string, string> { ["PK_TEST"] = "$x" } })).ShouldBe(0);
        _lines.ShouldBe(["$x path", "end"]);
    }

    [Fact]
    public async Task What_is_left_in_the_background_serves_the_next_command_and_ends_with_the_leaf()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows whose processes there are");
        Script("linger.sh", "#!/bin/sh\nsetsid sleep 600 &\necho $! >> pids\nsleep 601 &\necho $! >> pids\n(env -i sleep 602 & echo $! >> pids)\n");
        await using (var scope = Scope())
        {
            (await scope.RunAsync(new("./linger.sh", [], _folder), _log, TestContext.Current.CancellationToken)).ShouldBe(0);
            (await scope.RunAsync(Shell("kill -0 $(cat pids)"), _log, TestContext.Current.CancellationToken)).ShouldBe(0);
        }

        foreach (var pid in await File.ReadAllLinesAsync(Path.Combine(_folder, "pids"), TestContext.Current.CancellationToken))
        {
            Directory.Exists("/proc/" + pid).ShouldBeFalse();
        }

        _said.ShouldHaveSingleItem().ShouldMatch(@"^ended what was left running: .*sleep 601 \(\d+\).*$");
    }

    [Theory]
    [InlineData("sh -c 'echo $$; sleep 600'; true", "a child")]
    [InlineData("(sleep 600 & echo $!); exec sleep 600", "an orphan")]
    [InlineData("setsid sh -c 'echo $$; sleep 600' & wait", "a child with a session of its own")]
    [InlineData("trap '' INT TERM HUP; echo $$; while :; do sleep 600; done", "one that ignores signals")]
    public async Task Stopping_ends_the_whole_tree(string script, string what)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows whose processes there are");
        using var stop = new CancellationTokenSource();
        using var log = new JobLog(Path.Combine(_folder, "stop.log"));
        log.Watch(line =>
        {
            _lines.Add(line);
            stop.Cancel();
        });
        await using (var scope = Scope())
        {
            await Should.ThrowAsync<OperationCanceledException>(scope.RunAsync(Shell(script), log, stop.Token));
        }

        Directory.Exists("/proc/" + _lines[0]).ShouldBeFalse(what);
        _said.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_is_asked_to_end_can_clean_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere it is killed at once");
        using var stop = new CancellationTokenSource();
        using var log = new JobLog(Path.Combine(_folder, "stop.log"));
        log.Watch(_ => stop.Cancel());
        await using (var scope = Scope(TimeSpan.FromMinutes(1)))
        {
            await Should.ThrowAsync<OperationCanceledException>(
                scope.RunAsync(Shell("trap 'echo cleaned > cleaned; exit' TERM; echo started; while :; do sleep 0.05; done"), log, stop.Token));
        }

        File.Exists(Path.Combine(_folder, "cleaned")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_signal_cuts_the_grace_short()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere it is killed at once");
        using var stop = new CancellationTokenSource();
        using var log = new JobLog(Path.Combine(_folder, "stop.log"));
        log.Watch(_ =>
        {
            stop.Cancel();
            _kill.Cancel();
        });
        await using var scope = Scope(TimeSpan.FromHours(1));

        await Should.ThrowAsync<OperationCanceledException>(scope.RunAsync(Shell("trap '' TERM; echo started; while :; do sleep 600; done"), log, stop.Token));
    }

    [Theory]
    [InlineData("/usr/lib/dotnet/dotnet exec /usr/lib/dotnet/sdk/10.0.401/Roslyn/bincore/VBCSCompiler.dll -pipename:x", true)]
    [InlineData("dotnet /usr/share/dotnet/sdk/10.0.401/MSBuild.dll /noautoresponse /nologo /nodemode:1 /nodeReuse:true", true)]
    [InlineData("dotnet /usr/share/dotnet/sdk/10.0.401/MSBuild.dll build", false)]
    [InlineData("sleep 600", false)]
    public void Servers_that_builds_share_are_known(string command, bool shared) => new RunningProcess(1, command).IsBuildServer.ShouldBe(shared);

    private ProcessScope Scope(TimeSpan? grace = null) => new(Child(), new SecretMask([]), _said.Add, grace ?? Grace, _kill.Token);

    private static ChildProcess Child()
    {
        var variables = RunSurroundings.OfProcess();
        return new ChildProcess(ProgramFinder.For(variables), variables);
    }

    private ProcessRequest Shell(string script) => new("sh", ["-c", script], _folder);

    private async Task<int> RunAsync(ProcessRequest request)
    {
        await using var scope = Scope();
        return await scope.RunAsync(request, _log, TestContext.Current.CancellationToken);
    }

    private void Script(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
