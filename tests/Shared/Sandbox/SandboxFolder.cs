using System.Diagnostics;
using System.Runtime.CompilerServices;
using Shouldly;

namespace PipelineKit.Tests.Shared;

/// <summary>A repository in a temporary folder, with a probe program in the place of every tool.</summary>
public abstract class SandboxFolder
{
    private static readonly string[] Programs = ["probe", "fakepy", "docker"];

    public string Root { get; } = Directory.CreateTempSubdirectory("pipelinekit-sandbox-").FullName;

    /// <summary>Makes the repository out of the files that are in the folder.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(Path.Combine(Root, "web"));
        foreach (var program in Programs)
        {
            Install(program);
        }

        Write(".gitignore", "/bin\n/trace.log\n/env.txt\n/met-*\n/pid-*\n/codes\n/versions\n/engine\n/promised\n/dist\n");
        Reset();
        foreach (var arguments in (string[][])[["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=start"]])
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root })!;
            git.WaitForExit();
            git.ExitCode.ShouldBe(0);
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Delete() => Directory.Delete(Root, recursive: true);

    /// <summary>Forgets everything that an earlier run left behind.</summary>
    public void Reset()
    {
        foreach (var folder in (string[])["codes", "reports", "web/reports", ".cake/state", "dist", "src"])
        {
            if (Directory.Exists(Path.Combine(Root, folder)))
            {
                Directory.Delete(Path.Combine(Root, folder), recursive: true);
            }
        }

        foreach (var file in Directory.EnumerateFiles(Root).Where(f => Path.GetFileName(f) is var n && (n.StartsWith("pid-", StringComparison.Ordinal) || n is "trace.log" or "env.txt" or "engine")))
        {
            File.Delete(file);
        }

        Write("versions", "fakepy 2.0.7\nfakepy 3.0.1\n");
        Write("trace.log", "");
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Lets a <c>probe check NAME</c> end with a code.</summary>
    public void Fail(string name, int code) => Write($"codes/{name}", $"{code}\n");

    /// <summary>Calls of programs in order, without those that only ask for versions.</summary>
    public IReadOnlyList<string> Trace() => [.. Read("trace.log").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(l => !l.StartsWith("fakepy", StringComparison.Ordinal) && !l.StartsWith("docker||info", StringComparison.Ordinal))];

    /// <summary>Sets the variables by which the probes are found and find their folder.</summary>
    public void Surround(IDictionary<string, string?> variables)
    {
        variables["PATH"] = Path.Combine(Root, "bin") + Path.PathSeparator + variables["PATH"];
        variables["PROBE_ROOT"] = Root;
        variables["PROBE_LOG"] = Path.Combine(Root, "trace.log");
    }

    private void Install(string program, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Root, "bin", program);
        Write(Path.Combine("bin", program), File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "probe.sh")));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
