using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>A file in <c>.pipelinekit</c> that nothing reads is told with the place where it belongs.</summary>
public sealed class UnreadFilesTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(StageHarness.RepositoryRoot(), "docs", "reference", "diagnostics", "PK2016.md"));

    /// <summary>The file, what is said of it, and the hint.</summary>
    public static TheoryData<string, string, string?> Unread() => new()
    {
        { "tool/ruff.yml", "nothing reads the folder \"tool\"", "did you mean `tools`?" },
        { "stage/lint/ruff.sbn", "nothing reads the folder \"stage\"", "did you mean `stages`?" },
        { "pins/tool.yml", "pins of a repository stand in \"pins/actions.yml\", \"pins/tools.yml\", \"pins/images.yml\"", "or in the spec: `pins: { TOOL: \"VERSION\" }`" },
        { "ruff.yml", "nothing reads a file directly in .pipelinekit; its folders are \"stages\"", null },
        { "stacks/python.yml", "a stack is a folder, not a file", "move its data to \".pipelinekit/stacks/python/stack.yml\", and what it runs to templates beside it" },
        { "stages/lint.sbn", "a stage is a folder, not a file", "move its data to \".pipelinekit/stages/lint/stage.yml\", and what it runs to templates beside it" },
        { "stages/lint/rufff.sbn", "\"rufff\" is neither a tool nor a stack, and not \"any\"", "did you mean `ruff`?" },
        { "stages/lint/own-house-style.sbn", "\"own-house-style\" is neither a tool nor a stack", "add \".pipelinekit/tools/own-house-style.yml\"" },
        { "stages/lnt/ruff.sbn", "there is no stage \"lnt\": its folder has no \"stage.yml\"", "did you mean `lint`?" },
        { "stages/lint/manifest.yml", "the data of a stage is \"stage.yml\", and nothing else", null },
        { "stages/lint/parts/ruff.sbn", "the files of a stage stand directly in its folder", null },
        { "stacks/python/poetri.sbn", "the stack \"python\" has no package manager \"poetri\"; expected one of \"pip\"", "did you mean `poetry`?" },
        { "stacks/python/conda.sbn", "the stack \"python\" has no package manager \"conda\"", "list it under `managers` of stack.yml" },
        { "stacks/pithon/uv.sbn", "there is no stack \"pithon\": its folder has no \"stack.yml\"", "did you mean `python`?" },
        { "stacks/python/uv.yml", "the data of a stack is \"stack.yml\", and nothing else", null },
        { "tools/ruff.sbn", "what a tool does stands in a template per stage", "move it to \".pipelinekit/stages/STAGE/ruff.sbn\"" },
        { "tools/ruff.yaml", "files of templates end with `.yml` or `.sbn`, not with `.yaml`", "rename it to \"ruff.yml\"" },
        { "tools/python/ruff.yml", "files of \"tools\" stand directly in that folder", null },
        { "partials/head.yml", "a partial is a template and ends with `.sbn`", null },
        { "services/mysql.sbn", "a data file ends with `.yml`", null },
    };

    [Theory]
    [MemberData(nameof(Unread))]
    public void A_file_that_nothing_reads_is_told(string path, string message, string? hint)
    {
        var found = Find(path).ShouldHaveSingleItem();

        found.File.ShouldBe(".pipelinekit/" + path);
        found.Message.ShouldStartWith(message);
        found.Hint.ShouldBe(hint);
    }

    [Fact]
    public void What_is_read_or_generated_is_not_told() => Find(
        "lock.yml", "schema.json", "runner.cake", "eslint/formatter.mjs", "stages/lint/ruff.sbn", "stages/lint/any.sbn", "stages/lint/node.sbn", "stages/lint/README.md",
        "stages/own/stage.yml", "stages/own/mine.sbn", "tools/mine.yml", "stacks/python/uv.sbn", "stacks/ruby/stack.yml", "partials/head.sbn", "support/a/rules.yml",
        "toolchains/ruby.yml", "services/x.yml", "registries/x.yml").ShouldBeEmpty();

    [Fact]
    public void Looking_for_them_is_no_use_of_a_stack()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "stacks/python/conda.sbn");
        var catalog = StageCatalog.ForRepository(StageHarness.BuiltIn, folder.Path, new DiagnosticBag());

        catalog.FindUnread().Count.ShouldBe(1);
        catalog.UsedFiles.ShouldBeEmpty();
    }

    [Fact]
    public void The_page_shows_what_is_said()
    {
        Page.ShouldStartWith($"# PK2016: {StageDiagnostics.UnreadFile.Title}\n\nSeverity: warning.\n");
        var found = Find("stacks/python.yml").Single();
        Page.ShouldContain($"`{found.File}`:\n\n```text\n{found.Message}\nhint: {found.Hint}\n```\n");
    }

    private static IReadOnlyList<UnreadFile> Find(params string[] paths)
    {
        using var folder = new TemporaryFolder();
        foreach (var path in paths)
        {
            Write(folder.Path, path);
        }

        return StageCatalog.ForRepository(StageHarness.BuiltIn, folder.Path, new DiagnosticBag()).FindUnread();
    }

    private static void Write(string root, string path)
    {
        var file = Path.Combine(root, ".pipelinekit", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
    }
}
