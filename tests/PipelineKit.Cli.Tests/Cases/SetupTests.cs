using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Cases;

/// <summary>What <c>explain --setup</c> lists for cases that need settings of the platforms, word for word.</summary>
public sealed class SetupTests
{
    private static readonly string Folder = Path.Combine(TestFolders.Cases, "setup");

    [Theory]
    [InlineData("gitflow")]
    [InlineData("python-matrix-services")]
    [InlineData("release-dotnet")]
    [InlineData("release-node")]
    [InlineData("release-python")]
    public async Task Every_setting_is_listed_with_its_place(string name)
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Cases, "ok", name));

        var result = await Support.Cli.RunAsync(copy.Folder, "explain", "--setup", "--quiet");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        var file = Path.Combine(Folder, name + ".txt");
        if (TestFolders.Update)
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(file, result.Out, TestContext.Current.CancellationToken);
        }

        result.Out.ShouldBe(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
