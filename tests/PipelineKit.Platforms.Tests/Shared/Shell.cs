using System.Diagnostics;
using System.Text;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>Runs texts the way runners do: in a file given to the shell, in a folder of their own.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("pk-shell-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>GitHub's <c>shell: bash</c>, or <c>sh -e</c>.</summary>
    public (int Code, string Output, string Errors) Run(string text, string shell = "bash")
    {
        var script = Path.Combine(Folder, "step.sh");
        File.WriteAllText(script, text);
        string[] options = shell == "bash" ? ["--noprofile", "--norc", "-eo", "pipefail", script] : ["-e", script];
        return Start(shell, options);
    }

    public (int Code, string Output, string Errors) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        // Bytes, not text: a text reader would take a byte order mark at the start away.
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, Encoding.UTF8.GetString(output.ToArray()), errors.GetAwaiter().GetResult());
    }

    /// <summary>Skips a test, visibly, where a program is not installed.</summary>
    public static void Needs(string program)
    {
        var paths = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(paths.Any(p => File.Exists(Path.Combine(p, program))), $"{program} is not installed");
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string WriteProgram(string name, string content)
    {
        var path = Write(name, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
