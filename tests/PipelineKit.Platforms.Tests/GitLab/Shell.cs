using System.Diagnostics;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Runs lines as GitLab's runner does: one POSIX shell with <c>set -e</c> for all lines of a section.</summary>
internal sealed class Shell : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pk-gitlab-").FullName;

    public string Folder => _folder;

    /// <summary>A program that writes its arguments to <c>trace</c>, one line each call, and ends with a code.</summary>
    public Shell Program(string name, int exitCode)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        var file = Path.Combine(bin, name);
        File.WriteAllText(file, $"#!/bin/sh\nprintf '%s' '{name}' >> \"$TRACE\"\nfor a in \"$@\"; do printf ' <%s>' \"$a\" >> \"$TRACE\"; done\necho >> \"$TRACE\"\necho 'out of {name}'\nexit {exitCode}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return this;
    }

    public int Run(IEnumerable<string> lines, params (string Name, string Value)[] env)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-ec");
        start.ArgumentList.Add(string.Join('\n', lines));
        start.Environment["PATH"] = Path.Combine(_folder, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["TRACE"] = Path.Combine(_folder, "trace");
        foreach (var (name, value) in env)
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        Output = process.StandardOutput.ReadToEnd();
        Error = error.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode;
    }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string[] Trace() => File.Exists(Path.Combine(_folder, "trace")) ? File.ReadAllLines(Path.Combine(_folder, "trace")) : [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
