using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary><c>template render</c> shows the document of a stage, or what each of its templates wrote.</summary>
public sealed class TemplateRenderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_document_is_what_the_layout_wrote()
    {
        var result = await Support.Cli.RunAsync(_folder, "template", "render", "lint", "--stack", "python");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldStartWith("stage: 1\nscope: project\njobs:\n  \"main\":\n");
    }

    [Fact]
    public async Task The_parts_are_what_each_template_wrote_under_its_name()
    {
        Write(".pipelinekit/stages/lint/ruff.sbn", "steps:\n  - name: only the rules\n    argv: {{ ruff \"check\" inputs.paths }}\n");
        Write("pipelinekit.yml", "version: 1\ntargets: [github]\nstack: python\nstages:\n  lint: { tools: [ruff, flake8] }\n");

        var result = await Support.Cli.RunAsync(_folder, "template", "render", "lint", "--parts");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldNotContain("stage: 1");
        result.Out.ShouldContain(
            "# .pipelinekit/stages/lint/ruff.sbn\nsteps:\n  - name: only the rules\n    argv: [\"uvx\", \"ruff@");
        result.Out.Split('\n').Where(line => line.StartsWith('#')).ShouldBe(
            ["# templates/stacks/python/uv.sbn", "# templates/stacks/python/uv.sbn", "# .pipelinekit/stages/lint/ruff.sbn", "# templates/stages/lint/flake8.sbn"]);
    }

    [Fact]
    public async Task A_required_input_is_asked_for()
    {
        Write(".pipelinekit/stages/own/stage.yml", "id: own\ntitle: Own\nsummary: Own.\nphase: check\ninputs:\n  who: { type: string, description: Who is told., required: true }\n");
        Write(".pipelinekit/stages/own/any.sbn", "stage: 1\njobs: { main: { run: [{{ run \"tell\" inputs.who }}] } }\n");

        var result = await Support.Cli.RunAsync(_folder, "template", "render", "own", "--stack", "python");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain("error PK1051: the stage \"own\" needs the input \"who\": Who is told.");
        result.Error.ShouldContain("hint: write `own: { who: … }`");
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
