using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Node;

/// <summary>The package manager: <c>packageManager</c> (Corepack), else the lock file; and whether its lock file is there.</summary>
internal static class NodeManager
{
    private static readonly (string File, string Manager)[] Locks =
        [("package-lock.json", "npm"), ("npm-shrinkwrap.json", "npm"), ("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn")];

    public static string Choose(DetectedProject project, PackageManifest manifest)
    {
        var field = manifest.Root["packageManager"];
        var named = field?.Text?.Split('@') ?? [];
        var locks = Locks.Where(l => manifest.Has(l.File)).ToList();
        var manager = named is ["npm" or "pnpm" or "yarn", ..] ? named[0] : locks.Count > 0 ? locks[0].Manager : "npm";
        var place = field is not null ? manifest.At("packageManager") : locks.Count > 0 ? manifest.File(locks[0].File) : manifest.At();
        if (manager == "yarn" && IsYarnOne(manifest, named))
        {
            project.ByHand("Yarn 1 is not read: npm installs without a lock; move to Yarn 2 or later, pnpm or npm", place);
            (manager, locks) = ("npm", []);
        }

        var locked = locks.Any(l => l.Manager == manager);
        project.Option("manager", manager);
        project.Found(locked ? manager : $"{manager} without a lock file", place);
        if (!locked)
        {
            project.Option("locked", false);
            project.ByHand("no lock file: each run resolves the dependencies anew and keeps no cache; commit one and remove `locked: false`", place);
        }

        if (locks.Count > 1)
        {
            project.ByHand($"several lock files ({string.Join(", ", locks.Select(l => l.File))}): only that of {manager} is read", place);
        }

        if (manifest.FileThatBegins("bun.lock") is { } bun)
        {
            project.ByHand($"{bun} is not read: npm installs what package.json asks for", manifest.File(bun));
        }

        return manager;
    }

    private static bool IsYarnOne(PackageManifest manifest, string[] named) =>
        named is ["yarn", var version] ? version.StartsWith("1.", StringComparison.Ordinal) : (manifest.Read("yarn.lock") ?? "").Contains("yarn lockfile v1", StringComparison.Ordinal);
}
