using System.Runtime.CompilerServices;
using PipelineKit.Platforms.GitLab;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Whole files against <c>cases/NAME.yml</c>, and what was said about them against <c>cases/NAME.txt</c>. <c>PIPELINEKIT_UPDATE=1</c> rewrites both.</summary>
public class CaseTests
{
    public static TheoryData<string> Names => [.. Cases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EmitsTheKeptFile(string name)
    {
        var emitted = Emitted.From(Cases.All[name]());
        var said = string.Concat(emitted.Diagnostics.Select(d => $"{d.Descriptor.Severity} {d.Descriptor.Code}: {d.Message}\n"));
        Compare(name + ".yml", emitted.Text);
        Compare(name + ".txt", said);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PassesItsOwnAudit(string name) => new GitLabEmitter().Audit(Emitted.From(Cases.All[name]()).Tree).ShouldBeEmpty();

    [Fact]
    public void KeepsNoFileWithoutACase() =>
        Directory.GetFiles(Folder()).Select(Path.GetFileNameWithoutExtension).Distinct().ShouldBe(Cases.All.Keys, ignoreOrder: true);

    private static void Compare(string file, string actual)
    {
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        actual.ShouldBe(File.ReadAllText(path));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "cases");
}
