using PipelineKit.Core.Generation;
using PipelineKit.Execution.Support;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>Files that stages read are there for the time of a run, and nothing of anybody's is lost.</summary>
public sealed class SupportFilesTests : IDisposable
{
    private const string Path = "web/.pipelinekit/rules.toml";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-support-").FullName;
    private readonly RepositoryRoot _root;

    public SupportFilesTests() => _root = new RepositoryRoot(_folder);

    private string File => _root.FullPath(Path);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_is_there_during_the_run_and_gone_afterwards()
    {
        Directory.CreateDirectory(_root.FullPath("web"));
        using (SupportFiles.Write(_root, [Planned(FileState.New)]))
        {
            _root.ReadText(Path).ShouldBe("new\n");
        }

        Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Where(e => System.IO.Path.GetFileName(e) != ".pipelinekit").ShouldBe([_root.FullPath("web")]);
    }

    [Fact]
    public void One_that_is_out_of_date_comes_back_byte_by_byte()
    {
        Write("old\r\n");
        using (SupportFiles.Write(_root, [Planned(FileState.Outdated)]))
        {
            _root.ReadText(Path).ShouldBe("new\n");
        }

        System.IO.File.ReadAllText(File).ShouldBe("old\r\n");
    }

    [Theory]
    [InlineData(FileState.EditedByHand)]
    [InlineData(FileState.Foreign)]
    [InlineData(FileState.Unchanged)]
    public void Others_are_used_as_they_are(FileState state)
    {
        Write("mine\n");
        using (SupportFiles.Write(_root, [Planned(state)]))
        {
            _root.ReadText(Path).ShouldBe("mine\n");
        }

        _root.ReadText(Path).ShouldBe("mine\n");
    }

    [Fact]
    public void What_a_stage_makes_of_it_is_left_alone()
    {
        using (SupportFiles.Write(_root, [Planned(FileState.New)]))
        {
            Write("changed meanwhile\n");
        }

        _root.ReadText(Path).ShouldBe("changed meanwhile\n");
    }

    [Fact]
    public void What_cannot_be_written_is_an_error()
    {
        System.IO.File.WriteAllText(_root.FullPath("web"), "a file where a folder should be");

        Should.Throw<IOException>(() => SupportFiles.Write(_root, [Planned(FileState.New)]).Dispose());
    }

    private static PlannedFile Planned(FileState state) => new(new OutputFile(Path, "new\n", FileOwnership.Generated), state, null);

    private void Write(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
    }
}
