using System.Diagnostics;
using PipelineKit.Core.Files;
using Shouldly;

namespace PipelineKit.Core.Tests.Files;

/// <summary>Whatever lies under a name, reading it ends at once.</summary>
public sealed class FileReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("missing", FileProblem.Missing)]
    [InlineData("no/folder/here", FileProblem.Missing)]
    [InlineData("file/below", FileProblem.Missing)]
    [InlineData("folder", FileProblem.Folder)]
    [InlineData("link", FileProblem.Link)]
    [InlineData("dangling", FileProblem.Link)]
    [InlineData("zero", FileProblem.Link)]
    [InlineData("pipe", FileProblem.NotRegular)]
    [InlineData("large", FileProblem.TooLarge)]
    [InlineData("file", FileProblem.None)]
    [InlineData("empty", FileProblem.None)]
    [InlineData("exact", FileProblem.None)]
    public void Only_regular_files_within_the_limit_are_read(string name, FileProblem expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes and links in folders");
        File.WriteAllText(Path_("file"), "text");
        File.WriteAllText(Path_("empty"), "");
        File.WriteAllBytes(Path_("exact"), new byte[1000]);
        Directory.CreateDirectory(Path_("folder"));
        File.CreateSymbolicLink(Path_("link"), Path_("file"));
        File.CreateSymbolicLink(Path_("dangling"), Path_("nothing"));
        File.CreateSymbolicLink(Path_("zero"), "/dev/zero");
        using (var large = File.Create(Path_("large")))
        {
            large.SetLength(5L << 30);
        }

        Process.Start("mkfifo", [Path_("pipe")]).WaitForExit();

        var content = FileReader.Read(Path_(name), 1000);

        content.Problem.ShouldBe(expected);
        FileReader.Exists(Path_(name)).ShouldBe(expected is FileProblem.None or FileProblem.TooLarge);
        (content.Reason is null).ShouldBe(expected == FileProblem.None);
    }

    [Theory]
    [InlineData("/dev/zero", FileProblem.NotRegular)]
    [InlineData("/dev/stdin", FileProblem.Link)]
    public void Devices_are_not_opened(string path, FileProblem expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the names of devices");
        FileReader.Read(path).Problem.ShouldBe(expected);
    }

    [Fact]
    public void A_file_that_says_it_is_empty_is_read_up_to_the_limit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "files of the kernel");
        FileReader.Read("/proc/self/status").Bytes.Length.ShouldBeGreaterThan(100);
        FileReader.Read("/proc/self/status", 10).Problem.ShouldBe(FileProblem.TooLarge);
    }

    private string Path_(string name) => Path.Combine(_folder, name);
}
