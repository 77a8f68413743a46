using PipelineKit.Cli.Output;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Output;

/// <summary>What is printed as a difference is one: <c>git apply</c> turns the old text into the new one with it.</summary>
public sealed class UnifiedDiffTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a\nb\nc\n", "a\nX\nc\n")]
    [InlineData("a\n", "X\n")]
    [InlineData("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n5\n6\n")]
    [InlineData("1\n2\n3\n4\n5\n", "0\n1\n2\n3\n4\n5\n")]
    [InlineData("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "1\nX\n3\n4\n5\n6\n7\n8\n9\n10\nY\n12\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n", "X\n2\n3\n4\n5\n6\nY\n")]
    [InlineData("a\n\n\nb\n", "a\n\n\n\nb\n")]
    [InlineData("a", "b\n")]
    [InlineData("a\n", "b")]
    [InlineData("a\nb\nc", "X\nb\nc")]
    public async Task Git_applies_it(string before, string after)
    {
        var file = Path.Combine(_folder, "file.txt");
        await File.WriteAllTextAsync(file, before, TestContext.Current.CancellationToken);
        var patch = string.Join('\n', UnifiedDiff.Between("file.txt", before, after)) + "\n";
        await File.WriteAllTextAsync(Path.Combine(_folder, "change.patch"), patch, TestContext.Current.CancellationToken);

        var result = Tool.Run(_folder, "git", ["apply", "change.patch"]);

        result.Exit.ShouldBe(0, $"{patch}\n{result}");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(after, patch);
    }

    [Fact]
    public async Task Git_applies_that_of_a_new_file()
    {
        var patch = string.Join('\n', UnifiedDiff.Between("new.txt", before: null, "a\nb\n")) + "\n";
        await File.WriteAllTextAsync(Path.Combine(_folder, "change.patch"), patch, TestContext.Current.CancellationToken);

        var result = Tool.Run(_folder, "git", ["apply", "change.patch"]);

        result.Exit.ShouldBe(0, $"{patch}\n{result}");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "new.txt"), TestContext.Current.CancellationToken)).ShouldBe("a\nb\n", patch);
    }

    [Fact]
    public void Equal_texts_differ_in_nothing() => UnifiedDiff.Between("file.txt", "a\n", "a\n").ShouldBeEmpty();
}
