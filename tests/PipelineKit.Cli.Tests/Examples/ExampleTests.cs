using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Examples;

/// <summary>The committed outputs of the examples are what the program makes today.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names => new(TestFolders.ExampleNames);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Committed_outputs_are_up_to_date(string name)
    {
        if (TestFolders.Update)
        {
            (await Support.Cli.RunAsync(Path.Combine(TestFolders.Examples, name), "generate", "--force")).Exit.ShouldBe(ExitCode.Ok);
        }

        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, name));
        var result = await Support.Cli.RunAsync(copy.Folder, "generate", "--check");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldBe("");
        copy.Status().ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Generating_again_changes_nothing(string name)
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, name));
        var result = await Support.Cli.RunAsync(copy.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldNotContain("created");
        result.Error.ShouldNotContain("updated");
        copy.Status().ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Generating_into_an_empty_repository_gives_the_same_bytes(string name)
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, name));
        var outputs = (await Support.Cli.RunAsync(copy.Folder, "generate")).Error
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[14..])
            .Where(path => File.Exists(copy.Path_(path)))
            .ToList();
        outputs.Count.ShouldBeGreaterThan(3);
        outputs.ForEach(path => File.Delete(copy.Path_(path)));

        var result = await Support.Cli.RunAsync(copy.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        copy.Status().ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_in_any_line_of_an_output_is_drift(string name)
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, name));
        var locked = copy.Read(".pipelinekit/lock.yml").Split('\n');
        var outputs = locked.SkipWhile(l => l != "outputs:").Skip(1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(": ")[0].Trim('"'));
        foreach (var path in outputs.Append(".pipelinekit/lock.yml"))
        {
            await EveryLineCounts(copy, path);
        }
    }

    private static async Task EveryLineCounts(RepositoryCopy copy, string path)
    {
        var text = copy.Read(path);
        var lines = text.Split('\n');
        // Every line of short files, a spread of long ones (the whole set is proved by comparison of texts; this proves the command).
        var step = Math.Max(1, lines.Length / 12);
        for (var i = 0; i < lines.Length - 1; i += step)
        {
            if (path == ".pipelinekit/lock.yml" && lines[i].StartsWith("tool:", StringComparison.Ordinal))
            {
                continue;
            }

            copy.Write(path, string.Join('\n', lines.Select((l, n) => n == i ? l + " #x" : l)));
            var result = await Support.Cli.RunAsync(copy.Folder, "generate", "--check");
            result.Exit.ShouldBe(ExitCode.ProblemsFound, $"{path}:{i + 1}\n{result}");
        }

        copy.Write(path, text);
    }
}
