using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Packs;

/// <summary>The commands for authors of packs, with the worked pack and with a new one.</summary>
public sealed class PackCommandTests : IDisposable
{
    private static readonly string Example = Path.Combine(TestFolders.Examples, "pack-acme");

    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_cases_of_the_example_give_what_is_expected()
    {
        var result = TestFolders.Update
            ? await Support.Cli.RunAsync(Example, "pack", "test", "--update")
            : await Support.Cli.RunAsync(Example, "pack", "test");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldContain("acme 1.4.0: 2 of 2 cases passed");
        result.Error.ShouldNotContain("warning");
    }

    [Fact]
    public async Task A_new_pack_passes_its_own_test_and_a_change_in_it_does_not()
    {
        (await Support.Cli.RunAsync(_folder, "pack", "new", "house")).Exit.ShouldBe(ExitCode.Ok);
        (await Support.Cli.RunAsync(_folder, "pack", "test", "house")).Exit.ShouldBe(ExitCode.ProblemsFound);
        (await Support.Cli.RunAsync(_folder, "pack", "test", "house", "--update")).Exit.ShouldBe(ExitCode.Ok);
        var good = await Support.Cli.RunAsync(_folder, "pack", "test", "house");
        good.Exit.ShouldBe(ExitCode.Ok, good.ToString());

        var manifest = Path.Combine(_folder, "house", "pack.yml");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken)).Replace("80", "70", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var changed = await Support.Cli.RunAsync(_folder, "pack", "test", "house");
        changed.Exit.ShouldBe(ExitCode.ProblemsFound);
        changed.Out.ShouldContain("-          uv run");
        changed.Error.ShouldContain("failed defaults");
        changed.Error.ShouldContain("failed minimum-lowered");
    }

    [Theory]
    [InlineData("House")]
    [InlineData("../house")]
    [InlineData("a--b")]
    public async Task A_name_that_no_pack_can_have_is_refused(string name) =>
        (await Support.Cli.RunAsync(_folder, "pack", "new", name)).Exit.ShouldBe(ExitCode.Usage);

    [Fact]
    public async Task A_broken_pack_is_told_with_its_place()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "pack.yml"), "pack: 1\nname: acme\nversion: 1\n", TestContext.Current.CancellationToken);

        var result = await Support.Cli.RunAsync(_folder, "pack", "test");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("./pack.yml:3:10: error PK5002");
        (await Support.Cli.RunAsync(_folder, "pack", "pack")).Exit.ShouldBe(ExitCode.ProblemsFound);
        (await Support.Cli.RunAsync(_folder, "pack", "test", "nowhere")).Error.ShouldContain("this is no pack");
    }

    [Fact]
    public async Task What_pack_pack_writes_is_the_same_twice_and_can_be_extended()
    {
        var first = await Support.Cli.RunAsync(_folder, "pack", "pack", Example, "-o", "one");
        first.Exit.ShouldBe(ExitCode.Ok, first.ToString());
        await Support.Cli.RunAsync(_folder, "pack", "pack", Example, "-o", "two");
        foreach (var name in new[] { "acme-1.4.0.zip", "acme.1.4.0.nupkg" })
        {
            (await Bytes("one", name)).ShouldBe(await Bytes("two", name));
        }

        await File.WriteAllTextAsync(
            Path.Combine(_folder, "pipelinekit.yml"),
            "version: 1\nname: app\nextends: [{ pack: acme, from: ./one/acme-1.4.0.zip }]\ntargets: [github]\nstack: python\nstages: { sast: , licence-check: , ownership: }\n",
            TestContext.Current.CancellationToken);
        var generated = await Support.Cli.RunAsync(_folder, "generate");
        generated.Exit.ShouldBe(ExitCode.Ok, generated.ToString());
        first.Error.ShouldContain((await File.ReadAllTextAsync(Path.Combine(_folder, ".pipelinekit/lock.yml"), TestContext.Current.CancellationToken)).Split("sha256: ")[1].Split('\n')[0].Trim('"'));
    }

    private Task<byte[]> Bytes(string folder, string name) => File.ReadAllBytesAsync(Path.Combine(_folder, folder, name), TestContext.Current.CancellationToken);
}
