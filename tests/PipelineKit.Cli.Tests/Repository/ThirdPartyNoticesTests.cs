using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Repository;

/// <summary>
/// THIRD-PARTY-NOTICES.txt, which every package holds, is what the program itself writes for the packages that it is made of:
/// <c>pipelinekit licences --quiet --format notices src/PipelineKit.Cli</c>.
/// </summary>
public sealed class ThirdPartyNoticesTests
{
    private static readonly string File = Path.Combine(TestFolders.Repository, "THIRD-PARTY-NOTICES.txt");

    [Fact]
    public async Task The_file_is_current()
    {
        // With the variables of the machine: they tell where the packages lie.
        var result = await Support.Cli.RunAsync(TestFolders.Repository, e => e with { Variable = Environment.GetEnvironmentVariable }, "licences", "--quiet", "--format", "notices", "src/PipelineKit.Cli");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        if (TestFolders.Update)
        {
            await System.IO.File.WriteAllTextAsync(File, result.Out, TestContext.Current.CancellationToken);
        }

        (await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken))
            .ShouldBe(result.Out, "PIPELINEKIT_UPDATE=1 dotnet test tests/PipelineKit.Cli.Tests --filter ThirdPartyNoticesTests writes it anew");
    }

    // Of every package that stands beside the program, so that a scanner that overlooks one is found.
    [Fact]
    public async Task Every_library_beside_the_program_is_named()
    {
        var notices = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);

        var libraries = Directory.GetFiles(Path.GetDirectoryName(TestFolders.Program)!, "*.dll").Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => !n.StartsWith("pipelinekit", StringComparison.OrdinalIgnoreCase)).ToList();

        libraries.Count.ShouldBeGreaterThan(10);
        // Scriban's strongly named build has another name as a package than as a library.
        libraries.Where(n => !notices.Contains($"\n{n}@", StringComparison.Ordinal) && !notices.Contains($"\n{n}.Signed@", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
