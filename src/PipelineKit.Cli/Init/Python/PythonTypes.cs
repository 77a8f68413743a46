using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Python;

/// <summary>The owner's type checker, where there is one.</summary>
internal static class PythonTypes
{
    public static void Choose(RepositoryView view, DetectedProject project, PythonManifest manifest)
    {
        if (Mypy(view, manifest) is { } mypy)
        {
            var choice = project.Choose("type-check", "mypy", mypy).With("tools", "mypy");
            var files = manifest.Pyproject.TextsAt("tool", "mypy", "files").Select(f => f.Text!.Trim('/')).Where(f => f.All(c => char.IsAsciiLetterOrDigit(c) || "_./-".Contains(c, StringComparison.Ordinal))).ToArray();
            if (files.Length > 0)
            {
                choice.With("paths", files);
            }

            if (view.Hooks.FirstOrDefault(h => h.Id == "mypy" && h.Revision.Length > 0) is { } hook && !manifest.Packages.Contains("mypy"))
            {
                project.Pins["mypy"] = hook.Revision;
            }
        }
        else if (manifest.Pyproject.At("tool", "ty") is { } ty)
        {
            project.Choose("type-check", "ty", manifest.At("pyproject.toml", ty.Line)).With("tools", "ty");
        }
        else if (manifest.Packages.Contains("ty") || manifest.First("ty.toml") is not null)
        {
            project.Choose("type-check", "ty", manifest.At(manifest.First("ty.toml", "pyproject.toml") ?? ".", 0)).With("tools", "ty");
        }
        else if (manifest.Packages.Contains("pyright") || manifest.First("pyrightconfig.json") is not null)
        {
            project.LeaveOut("type-check: pyright is not among the tools; a stage of your own can run it", manifest.At(manifest.First("pyrightconfig.json", "pyproject.toml") ?? ".", 0));
        }
    }

    private static Place? Mypy(RepositoryView view, PythonManifest manifest) =>
        manifest.Pyproject.At("tool", "mypy") is { } table ? manifest.At("pyproject.toml", table.Line)
        : manifest.First("mypy.ini", ".mypy.ini") is { } file ? manifest.At(file, 0)
        : manifest.SetupCfg.Has("mypy") ? manifest.At("setup.cfg", 0)
        : view.Hooks.FirstOrDefault(h => h.Id == "mypy")?.Place ?? view.Owner.Runs("mypy")?.Place;
}
