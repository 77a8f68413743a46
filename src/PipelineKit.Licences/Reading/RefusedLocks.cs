namespace PipelineKit.Licences.Reading;

/// <summary>Lock files that are known and not read: each is refused by name, with what to do instead.</summary>
internal sealed class RefusedLocks : IPackageReader
{
    // File, what stands beside it when it need not be read, what to do.
    private static readonly (string File, string[] Beside, string Cure)[] Known =
    [
        ("bun.lockb", ["bun.lock", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"], "is Bun's binary lock file; write the text form with \"bun install --save-text-lockfile\", which is read"),
        ("deno.lock", ["bun.lock", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"], "is Deno's lock file, which is not read; check a CycloneDX document of the project instead"),
        ("pylock.toml", ["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"], "is not read; install it and check the site-packages folder, or keep the lock file of the tool that wrote it"),
        ("conda-lock.yml", ["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"], "is not read; create the environment and check its site-packages folder"),
        ("pixi.lock", ["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"], "is not read; create the environment and check its site-packages folder"),
        ("paket.lock", [], "is Paket's lock file, which is not read; check obj/project.assets.json after \"dotnet restore\""),
    ];

    /// <inheritdoc/>
    public bool Accepts(string fileName) => Array.Exists(Known, known => known.File == fileName);

    /// <summary>Nothing else in the folder tells of the same packages.</summary>
    /// <param name="file">The refused file.</param>
    /// <param name="names">The names of all files in its folder.</param>
    /// <param name="hasInstalled">Installed packages in the folder are read.</param>
    public static bool StandsAlone(string file, IReadOnlySet<string> names, bool hasInstalled) =>
        !hasInstalled && !names.Overlaps(Array.Find(Known, known => known.File == file).Beside);

    /// <inheritdoc/>
    public void Read(string path, ReadContext context) =>
        context.Problems.Add(LicenceProblem.Unsupported(context.Files.Display(path), Array.Find(Known, known => known.File == Path.GetFileName(path)).Cure));
}
