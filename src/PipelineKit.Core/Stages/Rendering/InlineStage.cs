using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Makes the document of a stage whose commands stand in the spec itself.</summary>
internal static class InlineStage
{
    public static StageDocument Make(StageRequest request, SpecInlineStage inline, ProjectFacts project, InstallBuilder installs)
    {
        var install = inline.Install ? installs.OfProject(request.Stage.Id.Value) : null;
        var toolchains = project.ManagerData.Toolchains.Select(t => KeyValuePair.Create(t.Key, (Value?)Version(t.Value, project)));
        return new StageDocument
        {
            File = request.Spec.File,
            Installs = install is null ? new Dictionary<string, StageInstall>() : new Dictionary<string, StageInstall> { [install.Name] = ToStage(install) },
            Jobs =
            [
                new StageJob
                {
                    Name = "main",
                    Span = request.Stage.Id.Span,
                    Title = inline.Title ?? request.Stage.Id.Value,
                    Phase = inline.Phase,
                    Toolchains = [.. toolchains],
                    Install = install?.Name,
                    Run = [.. inline.Run.Select(argv => Command([.. argv.Select(a => a.Value)]))],
                    Reports = inline.Reports,
                    Artifacts = inline.Artifacts,
                },
            ],
        };
    }

    private static LiteralValue? Version(string version, ProjectFacts project) => version switch
    {
        "pinned" => null,
        "versions" => project.Versions.Count > 0 ? new LiteralValue(project.Versions[^1]) : null,
        _ => new LiteralValue(version),
    };

    private static StageInstall ToStage(ToolInstall install) =>
        new([.. install.Run.Select(argv => (IReadOnlyList<Value>)[.. argv.Select(Value.ToValue)])], install.Inputs, install.Cache);

    private static Command Command(IReadOnlyList<string> argv) =>
        new() { Name = string.Join(' ', argv.Take(2)), Argv = [.. argv.Select(Value.ToValue)] };
}
