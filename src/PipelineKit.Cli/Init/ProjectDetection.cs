namespace PipelineKit.Cli.Init;

/// <summary>Finds the projects of a repository. A project covers the folders below it for its own stack: a solution its projects, a workspace its packages.</summary>
internal static class ProjectDetection
{
    private static readonly IReadOnlyList<IStackDetector> Detectors = [new DotnetDetector(), new PythonDetector(), new NodeDetector()];

    public static IReadOnlyList<DetectedProject> Find(RepositoryScan scan)
    {
        var found = new List<DetectedProject>();
        foreach (var folder in scan.Folders)
        {
            foreach (var detector in Detectors)
            {
                if (detector.Evidence(scan, folder) is { } evidence && !found.Any(p => p.Stack == detector.Stack && Covers(p.Path, folder)))
                {
                    var project = new DetectedProject(folder, detector.Stack, RepositoryScan.Join(folder, evidence));
                    detector.Describe(scan, project);
                    found.Add(project);
                }
            }
        }

        return found;
    }

    private static bool Covers(string outer, string inner) => outer == "." || inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);
}
