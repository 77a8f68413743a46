using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Init;

/// <summary>
/// Every folder of <c>tests/cases/init</c> holds a small repository under <c>files/</c> and under <c>expected/</c> the spec that <c>init --yes</c>
/// writes for it and what it tells. <c>PIPELINEKIT_UPDATE=1</c> rewrites the expectation.
/// </summary>
public sealed class InitCaseTests : IDisposable
{
    private static readonly string Cases = Path.Combine(TestFolders.Cases, "init");

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("pipelinekit-").FullName, "repository")).FullName;

    public static TheoryData<string> Names => new(TestFolders.Names(Cases));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_repository_gets_the_spec_of_its_owner(string name)
    {
        Copy(name);

        var result = await Support.Cli.RunAsync(_folder, "init", "--yes");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        await ShouldBe(name, "pipelinekit.yml", await File.ReadAllTextAsync(Path.Combine(_folder, "pipelinekit.yml"), TestContext.Current.CancellationToken));
        await ShouldBe(name, "told.txt", result.Error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_it_gets_is_valid_and_generates(string name)
    {
        Copy(name);
        await Support.Cli.RunAsync(_folder, "init", "--yes");

        var result = await Support.Cli.RunAsync(_folder, "generate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
    }

    private void Copy(string name)
    {
        var files = Path.Combine(Cases, name, "files");
        foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(files, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task ShouldBe(string name, string file, string text)
    {
        var path = Path.Combine(Cases, name, "expected", file);
        if (TestFolders.Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
        }

        text.ShouldBe(await File.ReadAllTextAsync(path), $"{name}: {file}");
    }
}
