using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>.NET: a solution or a project file.</summary>
internal sealed class DotnetDetector : IStackDetector
{
    public string Stack => "dotnet";

    public string? Evidence(RepositoryScan scan, string folder) => Solutions(scan, folder).FirstOrDefault() ?? scan.Files(folder).FirstOrDefault(IsProject);

    public void Describe(RepositoryView view, DetectedProject project)
    {
        var build = DotnetBuild.Read(view.Scan, project.Path);
        ChooseSolution(view, project);
        DotnetVersions.Choose(view, project, build);
        if (view.Scan.Below(project.Path, "packages.lock.json").FirstOrDefault() is { } locked)
        {
            project.Option("locked", true);
            project.Found("lock files of NuGet", new Place(locked));
        }

        if (build.WindowsOnly is { } windows)
        {
            project.ByHand($"{windows} builds on Windows only: give the stages `runner: windows`, or a solution filter without it", new Place(windows));
        }

        DotnetLint.Choose(view, project, build);
        ChooseSecurity(project, build);
        DotnetTests.Choose(view, project, build);
        project.Choose("licence-check", "what is shipped", new Place(project.Evidence));
        ChooseDocs(view, project);
    }

    private static IEnumerable<string> Solutions(RepositoryScan scan, string folder) =>
        scan.Files(folder).Where(f => f.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase));

    private static bool IsProject(string file) =>
        file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase);

    // Of several solutions the one with most projects is the whole; the others are told.
    private static void ChooseSolution(RepositoryView view, DetectedProject project)
    {
        var solutions = Solutions(view.Scan, project.Path).Select(f => Solution.Read(view.Scan, RepositoryScan.Join(project.Path, f))).OrderByDescending(s => s.Projects.Count).ToList();
        if (solutions.Count > 0)
        {
            project.Option("solution", Path.GetFileName(solutions[0].File));
            project.Found($"solution with {solutions[0].Projects.Count} projects", new Place(solutions[0].File));
            foreach (var other in solutions.Skip(1))
            {
                project.LeaveOut($"{Path.GetFileName(other.File)}: {Path.GetFileName(solutions[0].File)} holds {(other.Projects.Count == solutions[0].Projects.Count ? "as many" : "more")} projects; set `solution` if that is not the one", new Place(other.File));
            }
        }
        else if (view.Scan.Files(project.Path).Where(IsProject).ToList() is [var only])
        {
            project.Option("solution", only);
        }
    }

    private static void ChooseSecurity(DetectedProject project, DotnetBuild build)
    {
        if (build.HasCSharp)
        {
            project.Choose("sast", "Security Code Scan reports and fails nothing until fail-on is given", new Place(project.Evidence));
        }
        else
        {
            project.LeaveOut("sast: the analysers read C# only, and there is none", new Place(build.FirstPath ?? project.Evidence));
        }
    }

    private static void ChooseDocs(RepositoryView view, DetectedProject project)
    {
        foreach (var folder in new[] { "", "docs/", "doc/", "documentation/" })
        {
            var file = RepositoryScan.Join(project.Path, folder + "docfx.json");
            if (view.Scan.Exists(file))
            {
                var settings = DataText.Json(view.Scan.Read(file));
                var site = (settings.At("build", "dest") ?? settings.At("build", "output"))?.Text ?? "_site";
                var choice = project.Choose("docs", "docfx", new Place(file)).With("tools", "docfx");
                if (folder.Length > 0)
                {
                    choice.WithText("source", folder + "docfx.json");
                }

                if (folder + site != "_site")
                {
                    choice.WithText("site", folder + site);
                }

                if (view.Owner.Commands.All(c => !c.Text.Contains("--warningsAsErrors", StringComparison.OrdinalIgnoreCase)))
                {
                    choice.With("strict", false);
                }

                return;
            }
        }
    }
}
