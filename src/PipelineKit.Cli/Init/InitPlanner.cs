using System.IO.Enumeration;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages;

namespace PipelineKit.Cli.Init;

/// <summary>Turns what a repository holds into the spec that its owner would write.</summary>
internal sealed class InitPlanner(RepositoryRoot root, IStageCatalog catalog)
{
    // The five of every spec that names no stages, in the order in which people list them.
    private static readonly string[] ForgeFolders = [".forgejo", ".gitea"];

    private static readonly string[] FirstStages = ["lint", "sast", "test-coverage", "licence-check", "docs"];

    /// <summary>The plan, or null when no project of a known stack was found.</summary>
    public InitPlan? Plan()
    {
        var scan = RepositoryScan.Of(root.Folder);
        var projects = ProjectDetection.Find(scan);
        if (projects.Count == 0)
        {
            return null;
        }

        var git = GitFacts.Of(root.Folder);
        // A host that nobody knows is a forge of one's own where the repository has a folder for its workflows.
        var folder = git.Forge is null ? ForgeFolders.FirstOrDefault(HasFolder) : null;
        IReadOnlyList<string> targets = (folder is null ? git.Forge : GitFacts.Forgejo) is { } forge ? [forge, "cake"] : ["github", "gitlab", "cake"];
        var notes = new List<string>();
        notes.AddRange(projects.Select(p => $"{p.Stack} in {p.Path} ({p.Evidence})"));
        notes.AddRange(projects.SelectMany(p => p.Inputs).Select(i => $"{i.Stage}: {i.Name} {i.Value}, from {i.Source}"));
        if (folder is not null)
        {
            notes.Add($"forgejo, from the folder {folder}");
        }
        else if (git.RemoteUrl is not null)
        {
            notes.Add(git.Forge is null ? "the git remote does not tell the forge: both targets are listed" : $"{git.Forge}, from the git remote");
        }

        return new InitPlan
        {
            Name = Path.GetFileName(root.Folder),
            Targets = targets,
            DefaultBranch = git.DefaultBranch ?? "main",
            Projects = projects,
            Stages = [.. FirstStages.Concat(catalog.StageIds.Except(FirstStages, StringComparer.Ordinal)).Where(s => projects.Any(p => HasMarkers(scan, s, p)))],
            Outputs = Outputs(targets, notes),
            Notes = notes,
        };
    }

    private bool HasMarkers(RepositoryScan scan, string stage, DetectedProject project)
    {
        var manifest = catalog.FindStage(stage);
        if (manifest is null || !catalog.ServesStack(manifest, project.Stack))
        {
            return false;
        }

        // One of the five that has no markers at all needs nothing but sources.
        if (manifest.Markers.Count == 0)
        {
            return FirstStages.Contains(stage, StringComparer.Ordinal);
        }

        var globs = (manifest.Markers.GetValueOrDefault(project.Stack) ?? []).Concat(manifest.Markers.GetValueOrDefault("any") ?? []);
        return globs.Any(glob => Matches(scan, project.Path, glob));
    }

    private static bool Matches(RepositoryScan scan, string project, string glob)
    {
        var path = RepositoryScan.Join(project, glob);
        var slash = path.LastIndexOf('/');
        var (folder, name) = slash < 0 ? (".", path) : (path[..slash], path[(slash + 1)..]);
        return scan.HasFolder(path) || scan.Files(folder).Any(f => FileSystemName.MatchesSimpleExpression(name, f, ignoreCase: false));
    }

    // A file that is there and not ours stays what it is: the pipeline goes beside it.
    private Dictionary<string, string> Outputs(IReadOnlyList<string> targets, List<string> notes)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (targets.Contains("github") && IsTaken(".github/workflows/ci.yml"))
        {
            outputs["github"] = ".github/workflows/pipeline.yml";
            notes.Add(".github/workflows/ci.yml is yours and stays; the pipeline goes to .github/workflows/pipeline.yml");
        }

        if (targets.Contains(GitFacts.Forgejo) && (IsTaken(".forgejo/workflows/ci.yml") || HasFolder(".gitea")))
        {
            var folder = HasFolder(".gitea") ? ".gitea" : ".forgejo";
            outputs[GitFacts.Forgejo] = IsTaken($"{folder}/workflows/ci.yml") ? $"{folder}/workflows/pipeline.yml" : $"{folder}/workflows/ci.yml";
            notes.Add($"the pipeline goes to {outputs[GitFacts.Forgejo]}");
        }

        if (targets.Contains("gitlab") && IsTaken(".gitlab-ci.yml"))
        {
            outputs["gitlab"] = ".gitlab/pipeline.yml";
            notes.Add(".gitlab-ci.yml is yours and stays; add to it: include: [{ local: .gitlab/pipeline.yml }]");
        }

        return outputs;
    }

    private bool HasFolder(string name) => Directory.Exists(Path.Combine(root.Folder, name));

    private bool IsTaken(string path) => root.ReadText(path) is { } text && !GeneratedHeader.IsIn(text);
}
