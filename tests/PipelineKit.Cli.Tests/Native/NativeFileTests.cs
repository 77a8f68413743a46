using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Native;

/// <summary>The native file does what the program does. What would need reflection there and is not found, shows only here.</summary>
public sealed class NativeFileTests(NativeProgram native) : IClassFixture<NativeProgram>
{
    public static TheoryData<string> Repositories => [.. TestFolders.ExampleNames.Select(name => $"examples/{name}"), "."];

    [Fact]
    public void Publishing_gives_one_file_without_a_warning()
    {
        native.Publication.Exit.ShouldBe(0, native.Publication.ToString());
        native.Publication.Out.ShouldNotContain("warning");
        Directory.GetFileSystemEntries(native.Output).Length.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Repositories))]
    public void Committed_files_are_up_to_date(string repository)
    {
        var result = native.Run(Path.Combine(TestFolders.Repository, repository), "generate", "--check");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldBe("");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("generate --print")]
    [InlineData("explain")]
    [InlineData("explain --setup")]
    [InlineData("explain --parity")]
    [InlineData("graph --mermaid")]
    [InlineData("estimate")]
    [InlineData("list stages")]
    [InlineData("list stacks")]
    [InlineData("list tools")]
    [InlineData("schema")]
    [InlineData("template lint")]
    [InlineData("validate --format json")]
    [InlineData("validate --format sarif")]
    [InlineData("validate --format gitlab")]
    [InlineData("licences")]
    [InlineData("licences --format sarif")]
    [InlineData("generate --chek")]
    public async Task Every_command_says_the_same(string command)
    {
        var folder = Path.Combine(TestFolders.Examples, "python-production");
        var args = command.Split(' ');
        var expected = await Support.Cli.RunAsync(folder, e => e with { Variable = Environment.GetEnvironmentVariable }, args);

        var result = native.Run(folder, args);

        result.ToString().ShouldBe(expected.ToString());
    }

    // They hold the day or a number of their own.
    [Theory]
    [InlineData("json")]
    [InlineData("cyclonedx")]
    [InlineData("spdx")]
    public void Lists_of_packages_are_written(string format)
    {
        var result = native.Run(Path.Combine(TestFolders.Examples, "python-production"), "licences", "--format", format);

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.EnumerateObject().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Help_names_the_program() => native.Run(TestFolders.Repository, "generate", "--help").Out.ShouldContain("pipelinekit generate");

    [Fact]
    public async Task Init_finds_the_same()
    {
        var found = new List<string>();
        foreach (var run in new Func<string, Task<CliResult>>[] { f => Task.FromResult(native.Run(f, "init", "--yes")), f => Support.Cli.RunAsync(f, "init", "--yes") })
        {
            var folder = Directory.CreateTempSubdirectory("pipelinekit-");
            try
            {
                var shop = folder.CreateSubdirectory("shop").FullName;
                await File.WriteAllTextAsync(Path.Combine(shop, "pyproject.toml"), "[project]\nrequires-python = '>=3.12'\n[tool.poetry]\n", TestContext.Current.CancellationToken);
                (await run(shop)).Exit.ShouldBe(ExitCode.Ok);
                found.Add(await File.ReadAllTextAsync(Path.Combine(shop, "pipelinekit.yml"), TestContext.Current.CancellationToken));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        found[0].ShouldContain("\"3.12\"");
        found[0].ShouldBe(found[1]);
    }
}
