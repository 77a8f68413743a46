using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Init;

/// <summary>Repositories of all stacks in which each two of manager, runner, linter and layout meet: the spec is right for each property, and generates.</summary>
public sealed class InitPairTests : IDisposable
{
    private static readonly Dictionary<string, IReadOnlyList<Trait[]>> Repositories = new(StringComparer.Ordinal)
    {
        ["python"] = Pairs.Of(PythonTraits.Managers, PythonTraits.Runners, PythonTraits.Linters, PythonTraits.Layouts),
        ["node"] = Pairs.Of(NodeTraits.Managers, NodeTraits.Runners, NodeTraits.Linters, NodeTraits.Layouts),
        ["dotnet"] = Pairs.Of(DotnetTraits.Solutions, DotnetTraits.Runners, DotnetTraits.Linters),
    };

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("pipelinekit-").FullName, "repository")).FullName;

    public static TheoryData<string, int, string> Rows()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var (stack, rows) in Repositories)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                data.Add(stack, i, string.Join(", ", rows[i].Select(t => t.Name)));
            }
        }

        return data;
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void There_are_enough_of_them() => Rows().Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_property_is_seen(string stack, int row, string traits)
    {
        _ = traits;
        var repository = Repositories[stack][row];
        Put(stack, repository);

        var init = await Support.Cli.RunAsync(_folder, "init", "--yes");
        var generate = await Support.Cli.RunAsync(_folder, "generate");

        init.Exit.ShouldBe(ExitCode.Ok, init.ToString());
        var spec = await File.ReadAllTextAsync(Path.Combine(_folder, "pipelinekit.yml"), TestContext.Current.CancellationToken);
        repository.SelectMany(t => t.Wanted).ShouldAllBe(part => spec.Contains(part, StringComparison.Ordinal), spec);
        repository.SelectMany(t => t.Unwanted).ShouldAllBe(part => !spec.Contains(part, StringComparison.Ordinal), spec);
        generate.Exit.ShouldBe(ExitCode.Ok, spec + generate);
    }

    private void Put(string stack, Trait[] repository)
    {
        var files = repository.SelectMany(t => t.Files).Select(f => f.Split('=', 2)).GroupBy(f => f[0], f => f[1], StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = Path.Combine(_folder, file.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Parts of a package.json are members; of other files they are lines.
            File.WriteAllText(path, file.Key == "package.json" ? NodeTraits.Package(file) : string.Join("\n", file) + "\n");
        }

        stack.ShouldNotBeEmpty();
    }
}
