using PipelineKit.Cli.Init.Dotnet;
using PipelineKit.Cli.Init.Facts;
using PipelineKit.Cli.Init.Node;
using PipelineKit.Cli.Init.Python;

namespace PipelineKit.Cli.Init;

/// <summary>Finds the projects of a repository. A project covers the folders below it for its own stack: a solution its projects, a workspace its packages.</summary>
internal static class ProjectDetection
{
    private const int MaximumDepth = 3;

    private static readonly IReadOnlyList<IStackDetector> Detectors = [new DotnetDetector(), new PythonDetector(), new NodeDetector()];

    // What lies below these is an input of tests, an example, or the documentation of something else.
    private static readonly HashSet<string> Aside = new(StringComparer.OrdinalIgnoreCase)
    {
        "fixtures", "__fixtures__", "testdata", "test-data", "examples", "example", "samples", "docs", "doc", "documentation", "website",
    };

    /// <summary>The projects; folders that were not looked at are told in the findings.</summary>
    public static IReadOnlyList<DetectedProject> Find(RepositoryView view, List<Finding> findings)
    {
        var found = new List<DetectedProject>();
        foreach (var folder in view.Scan.Folders.Where(f => f.Count(c => c == '/') < MaximumDepth))
        {
            foreach (var detector in Detectors)
            {
                if (detector.Evidence(view.Scan, folder) is { } evidence && !found.Any(p => p.Stack == detector.Stack && Covers(p.Path, folder)))
                {
                    Take(view, folder, detector, new DetectedProject(folder, detector.Stack, RepositoryScan.Join(folder, evidence)), found, findings);
                }
            }
        }

        if (view.Scan.IsCut)
        {
            findings.Add(new Finding(FindingKind.ByHand, "the repository has more than 200,000 files: what comes later was not looked at"));
        }

        return found;
    }

    private static void Take(RepositoryView view, string folder, IStackDetector detector, DetectedProject project, List<DetectedProject> found, List<Finding> findings)
    {
        if (folder.Split('/').Any(IsAside))
        {
            findings.Add(new Finding(FindingKind.LeftOut, $"{detector.Stack} in {folder}: examples, documentation and inputs of tests are no projects", new Place(project.Evidence)));
            return;
        }

        project.Found($"{detector.Stack} in {folder}", new Place(project.Evidence));
        detector.Describe(view, project);
        found.Add(project);
    }

    private static bool IsAside(string name) => Aside.Contains(name);

    private static bool Covers(string outer, string inner) => outer == "." || inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);
}
