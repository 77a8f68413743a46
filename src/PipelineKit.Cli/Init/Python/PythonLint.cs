using PipelineKit.Cli.Init.Facts;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Cli.Init.Python;

/// <summary>The owner's linters and formatters, at the owner's versions: hooks, commands, settings and dependencies say which; nothing of ours is added.</summary>
internal static class PythonLint
{
    private static readonly string[] Tools = ["ruff", "black", "isort", "flake8", "pylint"];

    public static void Choose(RepositoryView view, DetectedProject project, PythonManifest manifest)
    {
        var found = Tools.Select(tool => (Tool: tool, Place: Evidence(view, manifest, tool))).Where(t => t.Place is not null).ToList();
        if (found.Count == 0)
        {
            project.LeaveOut("lint: no linter of the owner's was found; `lint: { tools: [ruff], format: false }` would be one");
            return;
        }

        foreach (var (tool, place) in found)
        {
            project.Found(tool, place);
            Pin(view, project, manifest, tool);
        }

        var choice = project.Choose("lint", string.Join(", ", found.Select(f => f.Tool)), found[0].Place).With("tools", [.. found.Select(f => f.Tool)]);
        if (found.Any(f => f.Tool == "ruff") && !Formats(view, manifest))
        {
            choice.With("format", false);
        }
    }

    private static Place? Evidence(RepositoryView view, PythonManifest manifest, string tool) =>
        view.Hooks.FirstOrDefault(h => IsHook(h.Id, tool))?.Place
        ?? view.Owner.Runs(tool)?.Place
        ?? Settings(manifest, tool)
        ?? (manifest.Packages.Contains(tool) ? manifest.At(manifest.First("pyproject.toml", "setup.cfg", "setup.py", "requirements.txt") ?? ".", 0) : null);

    private static Place? Settings(PythonManifest manifest, string tool)
    {
        if (manifest.Pyproject.At("tool", tool) is LockNode table)
        {
            return manifest.At("pyproject.toml", table.Line);
        }

        var section = tool == "flake8" && (manifest.SetupCfg.Has("flake8") || manifest.Tox.Has("flake8")) ? (manifest.SetupCfg.Has("flake8") ? "setup.cfg" : "tox.ini")
            : tool == "isort" && manifest.SetupCfg.Has("isort") ? "setup.cfg" : null;
        var file = section ?? tool switch
        {
            "ruff" => manifest.First("ruff.toml", ".ruff.toml"),
            "flake8" => manifest.First(".flake8"),
            "isort" => manifest.First(".isort.cfg"),
            "pylint" => manifest.First(".pylintrc", "pylintrc"),
            _ => null,
        };
        return file is null ? null : manifest.At(file, 0);
    }

    private static bool IsHook(string hook, string tool) => hook == tool || hook == tool + "-check" || hook == tool + "-format" || hook == tool + "-jupyter";

    // The formatter of Ruff is checked only where the owner formats with it.
    private static bool Formats(RepositoryView view, PythonManifest manifest) =>
        view.Hooks.Any(h => h.Id == "ruff-format") || view.Owner.Runs("ruff format") is not null || manifest.Pyproject.At("tool", "ruff", "format") is not null
        || (manifest.First("ruff.toml", ".ruff.toml") is { } file && (manifest.Read(file) ?? "").Contains("[format]", StringComparison.Ordinal));

    // A hook says the version that the owner's files are written for, unless the lock file does.
    private static void Pin(RepositoryView view, DetectedProject project, PythonManifest manifest, string tool)
    {
        var hook = view.Hooks.FirstOrDefault(h => IsHook(h.Id, tool) && h.Revision.Length > 0 && char.IsAsciiDigit(h.Revision[0]) && h.Revision.All(c => char.IsAsciiDigit(c) || c == '.'));
        if (hook is not null && !manifest.Packages.Contains(tool))
        {
            project.Pins[tool] = hook.Revision;
            project.Found($"{tool} {hook.Revision}, the owner's version", hook.Place);
        }
    }
}
