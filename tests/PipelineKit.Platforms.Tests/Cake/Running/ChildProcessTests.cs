using PipelineKitRunner;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Running;

/// <summary>Real processes.</summary>
public sealed class ChildProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-child-").FullName;
    private readonly List<string> _lines = [];
    private readonly ChildProcess _child = new(ProgramFinder.ForThisMachine());

    public ChildProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are shell scripts");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("no-such-program-anywhere", 127, "no-such-program-anywhere: not found on PATH")]
    [InlineData("./absent.sh", 126, "./absent.sh: no such program in ")]
    [InlineData("./plain.txt", 126, "./plain.txt: no such program in ")]
    public async Task A_program_that_cannot_be_started_has_the_exit_code_of_a_shell(string program, int code, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "plain.txt"), "text", TestContext.Current.CancellationToken);

        (await RunAsync(new(program, [], _folder))).ShouldBe(code);
        _lines.ShouldHaveSingleItem().ShouldStartWith(message);
    }

    [Fact]
    public async Task A_script_without_an_interpreter_line_is_run_by_the_shell()
    {
        var file = Path.Combine(_folder, "run");
        await File.WriteAllTextAsync(file, "echo \"$1\"; exit 7\n", TestContext.Current.CancellationToken);
        Executable(file);

        (await RunAsync(new("./run", ["a b"], _folder))).ShouldBe(7);
        _lines.ShouldBe(["a b"]);
    }

    [Fact]
    public async Task Standard_output_goes_to_a_file_byte_by_byte_and_errors_stay_visible()
    {
        var file = Path.Combine(_folder, "new", "out.bin");

        (await RunAsync(new("sh", ["-c", "printf 'a\\377\\r\\nb'; echo oops >&2"], _folder) { StdoutFile = file })).ShouldBe(0);

        (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldBe([(byte)'a', 255, 13, 10, (byte)'b']);
        _lines.ShouldBe(["oops"]);
    }

    [Fact]
    public async Task Variables_are_added_to_those_of_this_process()
    {
        (await RunAsync(new("sh", ["-c", "echo \"$PK_TEST ${PATH:+path}\""], _folder) { Env = new Dictionary<string, string> { ["PK_TEST"] = "$x" } })).ShouldBe(0);
        _lines.ShouldBe(["$x path"]);
    }

    [Fact]
    public async Task A_server_that_is_left_behind_does_not_hold_up_the_run()
    {
        (await RunAsync(new("sh", ["-c", "sleep 60 & echo $!"], _folder))).ShouldBe(0);

        using var server = System.Diagnostics.Process.GetProcessById(int.Parse(_lines[0], System.Globalization.CultureInfo.InvariantCulture));
        server.HasExited.ShouldBeFalse();
        server.Kill();
    }

    [Fact]
    public async Task Cancelling_ends_the_whole_tree()
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(_child.RunAsync(new("sh", ["-c", "sh -c 'echo $$; sleep 60'; true"], _folder), line =>
        {
            _lines.Add(line);
            stop.Cancel();
        }, stop.Token));

        await ProcessEnd.WaitAsync(_lines[0]);
    }

    [Fact]
    public async Task Cancelling_ends_orphans_as_well()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows the environment of processes");
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(_child.RunAsync(new("sh", ["-c", "(sleep 60 & echo $!); exec sleep 60"], _folder), line =>
        {
            _lines.Add(line);
            stop.Cancel();
        }, stop.Token));

        await ProcessEnd.WaitAsync(_lines[0]);
    }

    private Task<int> RunAsync(ProcessRequest request) => _child.RunAsync(request, line =>
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }, TestContext.Current.CancellationToken);

    private static void Executable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
