using PipelineKit.Core.Generation;
using Shouldly;

namespace PipelineKit.Core.Tests.Generation;

/// <summary>A journal is input like any other: whoever made it, nothing is put in place, removed or followed because it says so.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly SmallPipeline _repository = new();

    public void Dispose() => _repository.Dispose();

    public static TheoryData<string> Journals => new(
        """["README.md"]""",
        """{ "version": 1, "outputs": { "README.md": ["0000000000000000000000000000000000000000000000000000000000000000"] } }""",
        """{ "version": 1, "outputs": { "../outside": ["0000000000000000000000000000000000000000000000000000000000000000"] } }""",
        """{ "version": 1, "outputs": { "link/outside": ["0000000000000000000000000000000000000000000000000000000000000000"] } }""",
        """{ "version": 1, "outputs": [null] }""",
        """{ "version": 1, "outputs": { "README.md": null } }""",
        """{ "version": 1, "outputs": { "README.md": [null] } }""",
        """{ "version": 1, "outputs": { "README.md": "\ud800" } }""",
        """{ "version": "1", "outputs": {} }""",
        """{ "version": 1e99, "outputs": {} }""",
        "[null]",
        "null",
        "7",
        "not json",
        "",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");

    [Theory]
    [MemberData(nameof(Journals))]
    public void A_journal_of_somebody_else_moves_nothing(string journal)
    {
        _repository.Spec("one");
        _repository.Put("README.md", "precious");
        _repository.Put("README.md.pipelinekit-new", "evil");
        _repository.Put("outside/x", "x");
        Directory.CreateSymbolicLink(Path.Combine(_repository.Folder, "link"), Path.Combine(_repository.Folder, "outside"));
        _repository.Put(".pipelinekit/journal.json", journal);

        var (good, diagnostics) = _repository.Generate();

        good.ShouldBeTrue(string.Join('\n', diagnostics.Sorted().Select(d => d.Message)));
        diagnostics.Sorted().Select(d => d.Descriptor.Code).ShouldContain("PK4013");
        File.ReadAllText(Path.Combine(_repository.Folder, "README.md")).ShouldBe("precious");
        File.ReadAllText(Path.Combine(_repository.Folder, "README.md.pipelinekit-new")).ShouldBe("evil");
        File.Exists(Path.Combine(_repository.Folder, ".pipelinekit/journal.json")).ShouldBeFalse();
    }

    [Fact]
    public void A_journal_does_not_make_a_file_of_the_users_ours()
    {
        _repository.Spec("one");
        _repository.Put("deep/er/ci.yml", "precious\n");
        _repository.Put("deep/er/ci.yml.pipelinekit-new", "evil\n");
        _repository.Put(
            ".pipelinekit/journal.json",
            $$"""{ "version": 1, "outputs": { "deep/er/ci.yml": ["{{ContentHash.Of("precious\n")}}", "{{ContentHash.Of("evil\n")}}"] } }""");

        var (good, diagnostics) = _repository.Generate();

        good.ShouldBeFalse();
        diagnostics.Sorted().Select(d => d.Descriptor.Code).ShouldBe(["PK4001"]);
        File.ReadAllText(Path.Combine(_repository.Folder, "deep/er/ci.yml")).ShouldBe("precious\n");
    }

    [Theory]
    [InlineData(".pipelinekit")]
    [InlineData(".pipelinekit/journal.json")]
    [InlineData(".pipelinekit/writer.lock")]
    [InlineData("deep")]
    public void Links_are_refused_before_anything_is_done(string link)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege there");
        _repository.Spec("one");
        _repository.Put("elsewhere/file", "theirs");
        var target = link.EndsWith("json", StringComparison.Ordinal) || link.EndsWith("lock", StringComparison.Ordinal) ? "elsewhere/file" : "elsewhere";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_repository.Folder, link))!);
        File.CreateSymbolicLink(Path.Combine(_repository.Folder, link), Path.Combine(_repository.Folder, target));

        var (good, diagnostics) = _repository.Generate(force: true);

        good.ShouldBeFalse();
        diagnostics.Sorted().Select(d => d.Descriptor.Code).Distinct().ShouldBe(["PK4003"]);
        Directory.GetFileSystemEntries(Path.Combine(_repository.Folder, "elsewhere")).Length.ShouldBe(1);
        File.ReadAllText(Path.Combine(_repository.Folder, "elsewhere/file")).ShouldBe("theirs");
    }

    [Fact]
    public void A_journal_reads_back() =>
        Journal.Parse(new Journal(new Dictionary<string, IReadOnlyList<string>> { ["a\u202e\"b"] = [ContentHash.Of("x"), ContentHash.Of("y")] }).Print())!
            .Knows("a\u202e\"b", ContentHash.Of("y")).ShouldBeTrue();
}
