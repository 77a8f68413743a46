using PipelineKit.Cli.Init.Facts;
using PipelineKit.Cli.Init.Versions;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Cli.Init;

/// <summary>Turns what a repository holds into the spec that its owner would write.</summary>
internal sealed class InitPlanner(RepositoryRoot root, StageCatalog catalog)
{
    private static readonly string[] ForgeFolders = [".forgejo", ".gitea"];

    private readonly List<Finding> _findings = [];

    /// <summary>The plan, or null when no project of a known stack was found.</summary>
    public InitPlan? Plan()
    {
        var scan = RepositoryScan.Of(root.Folder);
        var view = new RepositoryView(scan, OwnerAutomation.Of(scan), Hooks.Of(scan), new LanguageTable(catalog.Languages), catalog);
        var projects = ProjectDetection.Find(view, _findings);
        if (projects.Count == 0)
        {
            return null;
        }

        AddStagesOfMarkers(scan, projects);
        projects = WithSomethingToRun(projects);
        var git = GitFacts.Of(root.Folder);
        var targets = Targets(git);
        return new InitPlan
        {
            Name = SpecNames.Title(Path.GetFileName(root.Folder)),
            Targets = targets,
            DefaultBranch = git.DefaultBranch ?? "main",
            Projects = projects,
            Stages = [.. projects.SelectMany(p => p.Stages.Select(s => s.Id)).Distinct(StringComparer.Ordinal)],
            Outputs = Outputs(targets),
            Findings = _findings,
        };
    }

    // A host that nobody knows is a forge of one's own where the repository has a folder for its workflows.
    private IReadOnlyList<string> Targets(GitFacts git)
    {
        var folder = git.Forge is null ? ForgeFolders.FirstOrDefault(HasFolder) : null;
        if (folder is not null)
        {
            Found($"forgejo, from the folder {folder}");
        }
        else if (git.RemoteUrl is not null)
        {
            Found(git.Forge is null ? "the git remote does not tell the forge: both targets are listed" : $"{git.Forge}, from the git remote");
        }

        return (folder is null ? git.Forge : GitFacts.Forgejo) is { } forge ? [forge, "cake"] : ["github", "gitlab", "cake"];
    }

    // A project without any stage has no place in a spec; where nothing else is left, looking for secrets suits every repository.
    private IReadOnlyList<DetectedProject> WithSomethingToRun(IReadOnlyList<DetectedProject> projects)
    {
        if (projects.All(p => p.Stages.Count == 0))
        {
            projects[0].Choose("secrets", "nothing else can run here yet", new Place(projects[0].Evidence));
        }

        foreach (var empty in projects.Where(p => p.Stages.Count == 0))
        {
            _findings.AddRange(empty.Findings);
            _findings.Add(new Finding(FindingKind.LeftOut, $"{empty.Stack} in {empty.Path}: no stage can run for it yet", new Place(empty.Evidence)));
        }

        return [.. projects.Where(p => p.Stages.Count > 0)];
    }

    // Stages for every stack that a file alone asks for: the settings of a tool, a file that an image is built from.
    private void AddStagesOfMarkers(RepositoryScan scan, IReadOnlyList<DetectedProject> projects)
    {
        foreach (var stage in catalog.StageIds)
        {
            if (catalog.FindStage(stage) is { } manifest && manifest.Markers.GetValueOrDefault("any") is { } names
                && projects.FirstOrDefault(p => names.Any(n => scan.Exists(RepositoryScan.Join(p.Path, n)))) is { } project)
            {
                var name = names.First(n => scan.Exists(RepositoryScan.Join(project.Path, n)));
                project.Choose(stage, manifest.Title, new Place(RepositoryScan.Join(project.Path, name)));
            }
        }
    }

    // A file that is there and not ours stays what it is: the pipeline goes beside it.
    private Dictionary<string, string> Outputs(IReadOnlyList<string> targets)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (targets.Contains("github") && IsTaken(".github/workflows/ci.yml"))
        {
            outputs["github"] = ".github/workflows/pipeline.yml";
            Found(".github/workflows/ci.yml is yours and stays; the pipeline goes to .github/workflows/pipeline.yml");
        }

        if (targets.Contains(GitFacts.Forgejo) && (IsTaken(".forgejo/workflows/ci.yml") || HasFolder(".gitea")))
        {
            var folder = HasFolder(".gitea") ? ".gitea" : ".forgejo";
            outputs[GitFacts.Forgejo] = IsTaken($"{folder}/workflows/ci.yml") ? $"{folder}/workflows/pipeline.yml" : $"{folder}/workflows/ci.yml";
            Found($"the pipeline goes to {outputs[GitFacts.Forgejo]}");
        }

        if (targets.Contains("gitlab") && IsTaken(".gitlab-ci.yml"))
        {
            outputs["gitlab"] = ".gitlab/pipeline.yml";
            _findings.Add(new Finding(FindingKind.ByHand, ".gitlab-ci.yml is yours and stays; add to it: include: [{ local: .gitlab/pipeline.yml }]", new Place(".gitlab-ci.yml")));
        }

        return outputs;
    }

    private void Found(string text) => _findings.Add(new Finding(FindingKind.Found, text));

    private bool HasFolder(string name) => Directory.Exists(Path.Combine(root.Folder, name));

    private bool IsTaken(string path) => root.ReadText(path) is { } text && !GeneratedHeader.IsIn(text);
}
