using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Python;

/// <summary>Python: something that can be installed, or requirements with sources beside them.</summary>
internal sealed class PythonDetector : IStackDetector
{
    public string Stack => "python";

    public string? Evidence(RepositoryScan scan, string folder)
    {
        var hasSources = scan.Below(folder, ".py").Any(f => !f.EndsWith("conf.py", StringComparison.Ordinal));
        if (scan.Has(folder, "pyproject.toml") && (hasSources || new PythonManifest(scan, folder).IsPackage || folder == "." && scan.IsOnlyManifest("pyproject.toml")))
        {
            return "pyproject.toml";
        }

        if (scan.Has(folder, "setup.py"))
        {
            return "setup.py";
        }

        if (scan.Has(folder, "setup.cfg") && new PythonManifest(scan, folder).IsPackage)
        {
            return "setup.cfg";
        }

        // Requirements alone tell of a program only where there is one, or where there is nothing else.
        return scan.Has(folder, "requirements.txt") && (hasSources || folder == "." && scan.IsOnlyManifest("requirements.txt")) ? "requirements.txt" : null;
    }

    public void Describe(RepositoryView view, DetectedProject project)
    {
        var manifest = new PythonManifest(view.Scan, project.Path);
        PythonVersions.Choose(view, project, manifest);
        var manager = PythonManager.Choose(view, project, manifest);
        PythonLint.Choose(view, project, manifest);
        project.Choose("sast", "bandit reports and fails nothing until fail-on is given", new Place(project.Evidence));
        PythonTests.Choose(view, project, manifest);
        PythonTypes.Choose(view, project, manifest);
        if (manager != "pip" || manifest.Requirements.Main.Count > 0 || manifest.IsPackage)
        {
            project.Choose("licence-check", "what is shipped", new Place(project.Evidence));
        }

        PythonDocs.Choose(view, project, manifest, manager);
        PythonManager.NameLocked(project, manifest);
    }
}
