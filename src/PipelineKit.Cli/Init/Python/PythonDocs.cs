using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Python;

/// <summary>The owner's documentation: Sphinx where its conf.py lies, or MkDocs; with what they need beside the project.</summary>
internal static class PythonDocs
{
    private static readonly string[] Names = ["docs", "doc", "documentation"];

    public static void Choose(RepositoryView view, DetectedProject project, PythonManifest manifest, string manager)
    {
        if (manifest.First("mkdocs.yml", "mkdocs.yaml") is { } mkdocs)
        {
            var choice = Add(project, manifest, manager, "mkdocs", "MkDocs", manifest.At(mkdocs, 0));
            if (mkdocs == "mkdocs.yaml")
            {
                choice?.WithText("config", mkdocs);
            }
        }
        else if (manifest.First("docs/conf.py", "doc/conf.py", "docs/source/conf.py", "doc/source/conf.py", "documentation/conf.py") is { } conf)
        {
            var source = conf[..conf.LastIndexOf('/')];
            if (Add(project, manifest, manager, "sphinx", "Sphinx", manifest.At(conf, 0)) is not { } choice)
            {
                return;
            }

            if (source != "docs")
            {
                choice.WithText("source", source);
            }

            if (!IsStrict(view, project))
            {
                choice.With("strict", false);
                project.ByHand("docs: warnings do not fail, since nothing shows that yours are clean; remove `strict: false` when they are", manifest.At(conf, 0));
            }
        }
    }

    private static StageChoice? Add(DetectedProject project, PythonManifest manifest, string manager, string tool, string title, Place place)
    {
        var extras = manifest.Extras.Keys.Where(e => Names.Contains(e.ToLowerInvariant(), StringComparer.Ordinal)).ToArray();
        var files = manifest.Requirements.Documentation.ToArray();
        if (files.Length > 0 && manager != "pip" && extras.Length == 0 && !manifest.Groups.Keys.Any(Names.Contains))
        {
            project.LeaveOut($"docs: {files[0]} is only for pip; move it into a dependency group or an extra", place);
            return null;
        }

        var choice = project.Choose("docs", title, place);
        if (tool != "sphinx")
        {
            choice.With("tools", tool);
        }

        if (extras.Length > 0 && (manager != "pip" || manifest.IsPackage))
        {
            choice.With("extras", extras);
        }
        else if (manager == "pip" && files.Length > 0)
        {
            choice.With("requirements", [.. manifest.Requirements.Main, .. files]);
        }

        return choice;
    }

    private static bool IsStrict(RepositoryView view, DetectedProject project) =>
        view.Owner.Commands.Any(c => c.Text.Contains("sphinx", StringComparison.OrdinalIgnoreCase) && c.Text.Contains(" -W", StringComparison.Ordinal))
        || (view.Scan.Read(RepositoryScan.Join(project.Path, ".readthedocs.yaml")) ?? "").Contains("fail_on_warning: true", StringComparison.Ordinal);
}
