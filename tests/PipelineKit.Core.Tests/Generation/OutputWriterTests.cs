using PipelineKit.Core.Generation;
using Shouldly;

namespace PipelineKit.Core.Tests.Generation;

public sealed class OutputWriterTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Files_are_written_together_and_nothing_else_is_left()
    {
        new OutputWriter(_repository.Root).Write([New("a.yml", "a: ä\n"), New("deep/er/b.txt", "b\n")]);

        _repository.Files().ShouldBe(["a.yml", "deep/er/b.txt"]);
        File.ReadAllBytes(_repository.Root.FullPath("a.yml")).ShouldBe("a: ä\n"u8.ToArray());
    }

    [Fact]
    public void Unchanged_and_kept_files_are_not_touched()
    {
        _repository.Put("a.yml", "old");
        var before = File.GetLastWriteTimeUtc(_repository.Root.FullPath("a.yml"));

        new OutputWriter(_repository.Root).Write([new PlannedFile(File_("a.yml", "new"), FileState.Kept, "old")]);

        File.ReadAllText(_repository.Root.FullPath("a.yml")).ShouldBe("old");
        File.GetLastWriteTimeUtc(_repository.Root.FullPath("a.yml")).ShouldBe(before);
    }

    [Fact]
    public void A_failure_before_the_renames_leaves_every_file_as_it_was()
    {
        _repository.Put("a.yml", "old");
        _repository.Put("blocked", "a file where a folder is needed");

        Should.Throw<IOException>(() => new OutputWriter(_repository.Root).Write([Outdated("a.yml", "new"), New("blocked/b.yml", "b")]));

        File.ReadAllText(_repository.Root.FullPath("a.yml")).ShouldBe("old");
        _repository.Files().ShouldBe(["a.yml", "blocked"]);
    }

    [Fact]
    public void A_link_under_the_temporary_name_is_removed_and_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege there");
        _repository.Put("precious", "keep me");
        File.CreateSymbolicLink(_repository.Root.FullPath("a.yml.pipelinekit-new"), _repository.Root.FullPath("precious"));

        new OutputWriter(_repository.Root).Write([New("a.yml", "new")]);

        File.ReadAllText(_repository.Root.FullPath("precious")).ShouldBe("keep me");
        File.ReadAllText(_repository.Root.FullPath("a.yml")).ShouldBe("new");
    }

    [Fact]
    public void Permissions_of_a_replaced_file_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix permissions");
        _repository.Put("a.sh", "old");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_repository.Root.FullPath("a.sh"), mode);
            new OutputWriter(_repository.Root).Write([Outdated("a.sh", "new")]);
            File.GetUnixFileMode(_repository.Root.FullPath("a.sh")).ShouldBe(mode);
        }
    }

    private static OutputFile File_(string path, string text) => new(path, text, FileOwnership.Generated);

    private static PlannedFile New(string path, string text) => new(File_(path, text), FileState.New, null);

    private static PlannedFile Outdated(string path, string text) => new(File_(path, text), FileState.Outdated, "old");
}
