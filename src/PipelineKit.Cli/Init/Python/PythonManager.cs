using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Python;

/// <summary>How the owner installs the project: the lock file first, then what the manifests are written for.</summary>
internal static class PythonManager
{
    private static readonly string[] TestNames = ["test", "tests", "testing", "dev", "develop", "development", "lint"];
    private static readonly string[] LockedTools = ["pytest", "pytest-cov", "ruff", "black", "isort", "flake8", "pylint", "mypy", "ty", "sphinx", "mkdocs", "coverage"];

    public static string Choose(RepositoryView view, DetectedProject project, PythonManifest manifest)
    {
        var (manager, locked, place) = Manager(manifest);
        project.Option("manager", manager);
        project.Found($"{manager}{(locked ? "" : " without a lock file")}", place);
        if (!locked && manager != "pip")
        {
            project.Option("locked", false);
            project.ByHand($"no lock file of {manager}: each run resolves the dependencies anew; commit one and remove `locked: false`", place);
        }

        if (manager == "pip")
        {
            ChooseFiles(project, manifest);
        }

        ChooseGroups(project, manifest, manager);
        if (manifest.First("Pipfile.lock", "pdm.lock") is { } other)
        {
            project.ByHand($"{other} is not read: pip installs the project itself", manifest.At(other, 0));
        }

        return manager;
    }

    /// <summary>Names the tools that the owner's lock or requirements hold, so that the owner's versions run.</summary>
    public static void NameLocked(DetectedProject project, PythonManifest manifest)
    {
        var held = LockedTools.Where(manifest.Packages.Contains).ToArray();
        if (held.Length > 0)
        {
            project.Option("tools-in-lock", held);
            project.Found($"the project's own {string.Join(", ", held)}");
        }
    }

    private static (string Manager, bool Locked, Place Place) Manager(PythonManifest manifest)
    {
        if (manifest.First("uv.lock") is not null)
        {
            return ("uv", true, manifest.At("uv.lock", 0));
        }

        if (manifest.First("poetry.lock") is not null)
        {
            return ("poetry", true, manifest.At("poetry.lock", 0));
        }

        if (manifest.Pyproject.At("tool", "poetry") is { } poetry)
        {
            return ("poetry", false, manifest.At("pyproject.toml", poetry.Line));
        }

        if (manifest.Pyproject.At("tool", "uv") is { } uv)
        {
            return ("uv", false, manifest.At("pyproject.toml", uv.Line));
        }

        var hasFiles = manifest.Requirements is { Main.Count: > 0 } or { Development.Count: > 0 };
        if (hasFiles || manifest.Pyproject["project"] is null)
        {
            var file = hasFiles ? manifest.Requirements.Main.Concat(manifest.Requirements.Development).First() : manifest.First("setup.py", "setup.cfg", "pyproject.toml")!;
            return ("pip", hasFiles, manifest.At(file, 0));
        }

        return ("uv", false, manifest.At("pyproject.toml", 0));
    }

    private static void ChooseFiles(DetectedProject project, PythonManifest manifest)
    {
        var files = manifest.Requirements.Main.Concat(manifest.Requirements.Development).ToArray();
        if (files is not ["requirements.txt"])
        {
            project.Option("requirements", files);
        }

        if (manifest.IsPackage)
        {
            project.Option("editable", true);
        }
    }

    private static void ChooseGroups(DetectedProject project, PythonManifest manifest, string manager)
    {
        var extras = manifest.Extras.Where(e => Serves(e.Key, e.Value)).Select(e => e.Key).ToArray();
        if (extras.Length > 0 && (manager != "pip" || manifest.IsPackage))
        {
            project.Option("extras", extras);
            project.Found($"extras {string.Join(", ", extras)}, for the tests and tools");
        }

        var groups = manifest.Groups.Where(g => Serves(g.Key, g.Value)).Select(g => g.Key).ToArray();
        // All groups are installed, unless the owner says that some exclude each other; pip installs none by itself.
        if (groups.Length > 0 && (manager == "pip" || manager == "uv" && manifest.Pyproject.At("tool", "uv", "conflicts") is not null))
        {
            project.Option("groups", groups);
            project.Found($"groups {string.Join(", ", groups)}, for the tests and tools");
        }
    }

    private static bool Serves(string name, IReadOnlyList<string> requirements) =>
        TestNames.Contains(name.ToLowerInvariant(), StringComparer.Ordinal) || requirements.Any(r => PythonManifest.PackageName(r) is "pytest" or "coverage");
}
