using System.Diagnostics;

namespace PipelineKit.Cli.Tests.Support;

/// <summary>A throw-away copy of a folder as a git repository of its own, under the name of the original.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "bin", "obj", "node_modules", ".git", "TestResults", "reports", "__pycache__" };

    private readonly string _parent = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public RepositoryCopy(string source)
    {
        Folder = Path.Combine(_parent, Path.GetFileName(source));
        Copy(new DirectoryInfo(source), Folder);
        Git("init", "-q", "-b", "main");
        Git("add", "-A", "-f");
        Git("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "--allow-empty", "-m", "copy");
    }

    public string Folder { get; }

    public string Path_(string relative) => Path.Combine(Folder, relative);

    public string Read(string relative) => File.ReadAllText(Path_(relative));

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path_(relative))!);
        File.WriteAllText(Path_(relative), text);
    }

    /// <summary>Changed, deleted and new files as git sees them; empty when the copy is as it was.</summary>
    public string Status() => Git("status", "--porcelain", "--untracked-files=all", "--ignored");

    public string Git(params string[] args)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', args)}: {error}");
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_parent, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).IsReadOnly))
        {
            new FileInfo(file).IsReadOnly = false;
        }

        Directory.Delete(_parent, recursive: true);
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories().Where(d => !LeftOut.Contains(d.Name)))
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
