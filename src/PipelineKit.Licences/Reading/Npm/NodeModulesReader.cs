namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads what is installed beside a <c>package.json</c> that has no lock file.</summary>
internal sealed class NodeModulesReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "package.json";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (NpmManifest.Read(folder, "", context) is not { } project)
        {
            return;
        }

        var entries = NodeModules.Walk(folder, context);
        var asked = project.Dependencies.Count + project.DevelopmentDependencies.Count;
        if (entries.Count == 0 && asked > 0)
        {
            context.Problems.Add(LicenceProblem.NotInstalled(
                context.Files.Display(path), "has dependencies but neither a lock file nor node_modules beside it; install them first"));
        }

        new NpmTree([project, .. entries]).AddPackages(context.Files.Display(path), folder, context, trustFlags: false);
    }
}
