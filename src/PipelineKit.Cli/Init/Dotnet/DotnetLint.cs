using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>The owner's formatter: CSharpier, or dotnet format where something shows that the owner runs it.</summary>
internal static class DotnetLint
{
    public static void Choose(RepositoryView view, DetectedProject project, DotnetBuild build)
    {
        var (held, manifest) = ToolManifest.Held(view, project.Path);
        if (held.Count > 0)
        {
            project.Option("tools-in-lock", held.ToArray());
            project.Found($"{string.Join(", ", held)} of the tool manifest", new Place(manifest));
        }

        if (held.Contains("csharpier") || view.Scan.Exists(RepositoryScan.Join(project.Path, ".csharpierrc")) || view.Scan.Exists(RepositoryScan.Join(project.Path, ".csharpierrc.json")))
        {
            project.Choose("lint", "CSharpier", new Place(held.Contains("csharpier") ? manifest : ".csharpierrc")).With("tools", "csharpier");
        }
        else if (!build.HasCSharp)
        {
            project.LeaveOut("lint: dotnet format reads no F#; run Fantomas in a stage of your own", new Place(build.Projects[0].Path));
        }
        else if (view.Owner.Runs("dotnet format") is { } run)
        {
            project.Choose("lint", "dotnet format", run.Place);
        }
        else if (view.Hooks.FirstOrDefault(h => h.Id == "dotnet-format") is { } hook)
        {
            project.Choose("lint", "dotnet format", hook.Place);
        }
        else if (view.Scan.Exists(RepositoryScan.Join(project.Path, ".editorconfig")))
        {
            project.LeaveOut("lint: there are rules, but nothing shows that `dotnet format` is clean here; run it once and add `lint: true`", new Place(RepositoryScan.Join(project.Path, ".editorconfig")));
        }
        else
        {
            project.LeaveOut("lint: no formatter of the owner's was found");
        }
    }
}
