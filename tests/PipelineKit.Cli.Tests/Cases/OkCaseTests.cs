using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Cases;

/// <summary>
/// Every folder of <c>tests/cases/ok</c> holds a spec (and perhaps files of the repository) and under <c>expected/</c> all that is generated from it.
/// <c>PIPELINEKIT_UPDATE=1</c> rewrites the expectation.
/// </summary>
public sealed class OkCaseTests
{
    private static readonly string Folder = Path.Combine(TestFolders.Cases, "ok");

    // Texts of files that stages write as they are.
    private static readonly HashSet<string> SupportFiles = [.. Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, "templates", "support"), "*", SearchOption.AllDirectories).Select(File.ReadAllText)];

    public static TheoryData<string> Names => new(TestFolders.Names(Folder));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_spec_gives_the_expected_files(string name)
    {
        var expected = Path.Combine(Folder, name, "expected");
        using var copy = new RepositoryCopy(Path.Combine(Folder, name));
        if (Directory.Exists(copy.Path_("expected")))
        {
            Directory.Delete(copy.Path_("expected"), recursive: true);
        }

        copy.Git("add", "-A", "-f");
        copy.Git("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "--allow-empty", "-m", "input");
        var result = await Support.Cli.RunAsync(copy.Folder, "generate", "--quiet");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        var made = copy.Status().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[3..].Trim('"')).ToDictionary(p => p, copy.Read, StringComparer.Ordinal);
        made["diagnostics.txt"] = result.Error;

        // The same for every spec: the examples and templates/support hold them.
        foreach (var shared in made.Where(file => file.Key.Contains(".pipelinekit/", StringComparison.Ordinal) && (file.Key.EndsWith(".cake", StringComparison.Ordinal) || SupportFiles.Contains(file.Value))).ToList())
        {
            made.Remove(shared.Key);
        }

        made["parity.yml"] = Parity(made[".pipelinekit/lock.yml"]);
        made.Remove(".pipelinekit/lock.yml");
        if (TestFolders.Update)
        {
            Replace(expected, made);
        }

        var wanted = Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(expected, f), File.ReadAllText, StringComparer.Ordinal);
        made.Keys.Order(StringComparer.Ordinal).ShouldBe(wanted.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, text) in wanted)
        {
            made[path].ShouldBe(text, $"{name}: {path}");
        }
    }

    // The digests of the lock file, job by job.
    private static string Parity(string lockFile) => string.Concat(lockFile[lockFile.IndexOf("\nparity:", StringComparison.Ordinal)..]
        .Split('\n').Skip(2).Where(line => line.Length > 0).Select(line => line.Trim() + "\n"));

    private static void Replace(string folder, Dictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }
}
