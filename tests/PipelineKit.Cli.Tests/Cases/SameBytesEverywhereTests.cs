using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Cases;

/// <summary>The same spec gives the same bytes whatever the culture, the time zone and the folder.</summary>
public sealed class SameBytesEverywhereTests
{
    [Theory]
    [InlineData("tr_TR.UTF-8", "Pacific/Kiritimati")]
    [InlineData("C", "America/St_Johns")]
    [InlineData("de_DE.UTF-8", "UTC")]
    public void The_program_makes_the_same_files(string language, string zone)
    {
        var program = TestFolders.Program;
        foreach (var example in TestFolders.ExampleNames)
        {
            using var copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, example));
            var environment = new Dictionary<string, string?> { ["LANG"] = language, ["LC_ALL"] = language, ["TZ"] = zone };

            var result = Tool.Run(copy.Folder, "dotnet", [program, "generate", "--force"], environment);

            result.Exit.ShouldBe(0, result.ToString());
            copy.Status().ShouldBe("", $"{example} under {language}");
        }
    }
}
